"""Errors of the command line are told in the learner's language, also those that come before anything is opened."""

from collections.abc import Callable, Sequence

import pytest

from tests.cli import cards
from tests.cli.conftest import Forked, Home, Run, process

EARLY: Sequence[tuple[Sequence[str], str]] = (
    (("trash", "--last", "--empty"), "这些不能同时进行：--restore、--last 和 --empty 请只用其中一个"),
    (("tag", "--bar"), "没有选项 --bar：用法见 `quizapp tag --help`"),
    (("move", "keeps"), "没有写明移到哪里：请加上 --deck 或 --topic，也可两者都加"),
    ((), "界面需要在终端中运行：没有终端时可用的命令见 `quizapp --help`"),
)
SERVER = "postgresql://quiz:secret@127.0.0.1:1/cards"


Told = Callable[..., str]


@pytest.fixture
def told(forked: Forked) -> Told:
    """What a process says on stderr that was not told before which language to speak."""

    def tell(*words: str) -> str:
        done = forked(*words)
        assert done.status == 2, done.stderr
        return done.stderr

    return tell


@pytest.mark.parametrize(("words", "line"), EARLY, ids=[" ".join(words) or "home" for words, _line in EARLY])
def test_an_error_that_comes_before_the_settings_are_asked_for(
    own: Home, told: Told, words: Sequence[str], line: str
) -> None:
    own.configure('interface = "zh"')
    assert told(*words) == f"quizapp: {line}\n"


def test_a_language_chosen_in_the_program_counts_more_than_the_file(own: Home, run: Run, told: Told) -> None:
    own.configure('interface = "en"')
    run("config", "interface", "zh")
    assert "没有写明移到哪里" in told("move", "keeps")


def test_who_has_no_settings_is_told_in_the_systems_language(own: Home) -> None:
    assert "没有写明移到哪里" in process("move", "keeps", LANG="zh_CN.UTF-8").stderr
    assert "it is not said where to" in process("move", "keeps").stderr


def test_a_fault_of_the_settings_file_is_told_in_the_language_that_it_names(own: Home, told: Told) -> None:
    own.configure('interface = "zh"\nnew_per_day = "x"')
    assert told("due").endswith("`new_per_day`：请写 0 到 9999 之间的整数：请改正，或删去这一行\n")


def test_a_damaged_database_and_a_server_that_is_away_are_told_so_too(own: Home, told: Told) -> None:
    own.configure('interface = "zh"')
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    assert "不是完好的数据库" in told("list")
    own.configure(f'interface = "zh"\ndatabase_url = "{SERVER}"')
    assert "无法连接 postgresql://quiz@127.0.0.1:1/cards" in told("list")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("show", "nothing"), "没有卡片 `nothing`：`quizapp list` 会全部列出"),
        (("list", "is:bad"), "没有 `is:bad` 这种状态：请使用其中之一：due, new, suspended, buried, leech, edited"),
        (("config", "order", "x"), "`order`：请写 interleaved 或 by-deck：`order` 的含义见 `quizapp config`"),
        (("config", "interview", "2027-02-30"), "quizapp: “2027-02-30”不是日期：请写成 2027-01-15、+30 或“明天”\n"),
        (("export", "csv", "nothing"), "没有找到卡片：请用 `quizapp list` 加同样的搜索词，看看有哪些卡片"),
        (("import", "{home}/cards/06-pools/pooling.md", "--format", "hashcards"), "pooling.md 中没有 hashcards 的卡片"),
        (("sync",), "没有指定共享文件夹：用 `quizapp config sync_folder FOLDER` 指定一个"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_errors_raised_deep_down(own: Home, told: Told, words: Sequence[str], line: str) -> None:
    own.configure('interface = "zh"')
    own.write(cards.BASIC)
    assert line in told(*(word.format(home=own.path) for word in words))
