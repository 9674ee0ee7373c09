"""A plain review in Chinese: cards and interface each have a language of their own."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from quizapp import i18n
from tests.cli import cards
from tests.cli.conftest import Home, Run

PLAIN = ("review", "--plain")

SAID = {
    "{deck} · {n} left": "{deck} · 还剩{n}张",
    "Enter shows the answer.": "按回车键看答案。",
    "Good": "良好",
    "today": "今天",
    "all": "全部",
}


@pytest.fixture
def chinese(own: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home whose interface speaks Chinese, as far as SAID goes."""
    catalogue = Catalog(locale="zh")
    for english, said in SAID.items():
        catalogue.add(english, said)
    folder = tmp_path / "locale" / "zh" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "quizapp.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "LOCALES", tmp_path / "locale")
    own.configure('interface = "zh"')
    return own


def test_the_interface_speaks_its_language_and_the_cards_theirs(chinese: Home, run: Run) -> None:
    chinese.write(cards.BASIC, "pooling.en.md")
    chinese.write(cards.CHINESE, "pooling.zh.md")
    told = run(*PLAIN, typed="\n").stdout
    assert "pools · 还剩1张\n\nWhat does max pooling keep?" in told
    assert "按回车键看答案。" in told
    assert "3 良好 1d" in told
    assert "1 Again 今天" in told


def test_the_cards_may_be_chinese_under_an_english_interface(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    run("config", "language", "zh")
    told = run(*PLAIN, typed="\n").stdout
    assert "pools · 1 left\n\n最大池化保留什么？" in told
    assert "最大的值。" in told


def test_a_word_of_the_language_in_use_is_understood(chinese: Home, run: Run) -> None:
    chinese.write(cards.POINTS)
    assert "You had all 5 points." in run(*PLAIN, typed="\n全部\n").stdout


@pytest.mark.parametrize("columns", ["60", "100", "300"])
def test_no_line_is_wider_than_the_terminal_or_reads_well(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    from quizapp.render import width_of

    long = "池化窗口与卷积核一样计算，多条分支汇合时取最大者，感受野可以比图像还大。" * 5
    words = "Every value that the window covers is compared with every other one of them. " * 5
    own.write(f"{cards.HEAD}## {long}？ {{#long .points}}\n\n- {long}\n- {words}\n\n{words}\n")
    monkeypatch.setenv("COLUMNS", columns)
    told = run(*PLAIN, typed="\n1\n3\n").stdout
    prose = [line for line in told.splitlines() if "池化" in line or "window" in line]
    assert len(prose) > 10
    assert max(map(width_of, told.splitlines())) <= min(int(columns), 100)
