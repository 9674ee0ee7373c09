"""What is wrong with a command line itself is told in the learner's language, as click says it."""

import re
from collections.abc import Mapping, Sequence

import pytest

from quizapp.cli.syntax import SENTENCES
from quizapp.i18n import speaking
from tests.cli.conftest import Run

WRONG: Mapping[Sequence[str], str] = {
    ("nothing",): "没有命令 'nothing'：用法见 `quizapp --help`\n",
    ("reveiw",): "没有命令 'reveiw'（相近的是 'review'）：用法见 `quizapp --help`\n",
    ("port",): "没有命令 'port'（相近的有：'export', 'import'）：",
    ("review", "--foo"): "没有选项 '--foo'：用法见 `quizapp review --help`\n",
    ("review", "--bar"): "没有选项 '--bar'（相近的是 '--tag'）：",
    ("review", "--cra"): "没有选项 '--cra'（相近的有：'--cram', '--tag'）：",
    ("show",): "缺少参数 'CARD'：",
    ("export",): "缺少参数 'FORMAT'，可选：apkg, ",
    ("show", "a", "b"): "多了一个参数（b）：",
    ("show", "a", "b", "c"): "多了几个参数（b c）：",
    ("review", "--limit"): "选项 '--limit' 后面要跟一个值：",
    ("review", "--plain=3"): "选项 '--plain' 后面不跟值：",
    ("review", "--limit", "x"): "'--limit' 的值不对：'x' 不是整数：用法见 `quizapp review --help`\n",
    ("review", "--limit", "0"): "'--limit' 的值不对：0 超出范围（x>=1）：",
    ("completion", "tcsh"): "'{bash|zsh|fish}' 的值不对：'tcsh' 不在可选值之中：'bash', 'zsh', 'fish'：",
    ("import", "missing.csv"): "'FILE' 的值不对：路径 'missing.csv' 不存在：",
    ("add", "missing.md"): "'[FILE]' 的值不对：文件 'missing.md' 不存在：",
    ("add", "."): "'[FILE]' 的值不对：'.' 是文件夹，不是文件：",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_it_is_told_in_chinese(run: Run, words: Sequence[str]) -> None:
    with speaking("zh"):
        told = run(*words)
    assert told.stderr.startswith(f"quizapp: {WRONG[words]}")
    assert told.exit_code == 2


@pytest.mark.parametrize("sentence", SENTENCES)
def test_click_says_it_in_these_words(run: Run, sentence: str) -> None:
    words = re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(sentence)))
    assert any(words.search(run(*line).stderr) for line in WRONG)
