"""What is wrong with a card is told in the language of the interface: in the form, and in the list of all faults."""

import re
from pathlib import Path

import pytest

from tests.conftest import write_cards
from tests.tui.adding import form, no_cards, opened, place, seen, write
from tests.tui.screens import running

_QUOTED = re.compile(r"`[^`]*`")
_ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}")

FAULTY = {
    "one.md": '---\ntitle: "One\n---\n## ?\n\nYes.\n',
    "two.md": "---\nplace: here\n---\n## Two {.typd}\n\nYes.\n\n## {#x}\n\nYes.\n\n## Three\n\n- [x] a\n",
    "three.md": "## Four\n\n```check\ndraw: {n: {from: 3, to: 1}}\nanswer: n + k\n```\n\n## Five\n\n```python\nopen\n",
    "four.md": "## A {#a}\n\nYes.\n\n## B {#a}\n\nYes.\n\n## C {.order}\n\nNo.\n",
}


def _english(text: str) -> list[str]:
    """What is English in a text; what stands in backticks is of no language."""
    return _ENGLISH.findall(_QUOTED.sub("", text))


def _check(*lines: str) -> str:
    return "\n".join(["```check", *lines, "```", "", "So."])


@pytest.mark.parametrize(
    ("kind", "prompt", "answer", "told"),
    [
        ("t", "7 × 8?", "5*6*", "! 答案：`*` 在这里表示强调，不算在要键入的内容里"),
        ("k", "How many?", _check("answer: q"), "✗ 答案第 2 行：未知的名称 `q`：这里没有定义这个名称"),
        ("k", "How many?", _check("answer: (1 + 2"), "✗ 答案第 2 行：`(` 没有闭合：请加上 `)`"),
        ("k", "How many?", _check("answer: a: b"), "✗ 答案第 2 行：YAML：这里不能写“键: 值”：检查冒号、引号和缩进"),
        ("k", "How many?", _check("answers: 3"), "✗ 答案第 2 行：`answers`：没有这个键：检查拼写，或将其删除"),
        ("k", "How many?", _check("draw: {n: [1]}", "answer: 1 / 0"), "✗ 答案第 3 行：除以零：用 `require` 规定除数"),
        ("k", "Of {{m}}?", _check("answer: 3"), "✗ 题目：未知的名称 `m`：这里没有定义这个名称"),
    ],
)
async def test_the_form_tells_in_chinese(home: Path, kind: str, prompt: str, answer: str, told: str) -> None:
    no_cards(home, "zh")
    async with running((80, 24)) as screen:
        await opened(screen)
        await place(screen, kind=kind)
        await write(screen, prompt)
        form(screen).area.text = answer
        text = await seen(screen)
        assert told in text
        assert _english(text[text.index(told) :]) == []


async def test_the_list_of_faults_is_told_in_chinese(home: Path) -> None:
    no_cards(home, "zh")
    write_cards(home, {f"cards/{name}": text for name, text in FAULTY.items()})
    async with running((110, 60)) as screen:
        text = await screen.press("f")
        assert text.count("✗") == 7
        assert "第 1 行已有 id 为 `a` 的卡片：把其中一个的 id 改掉" in text
        assert _english(text) == []
