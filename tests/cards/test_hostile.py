"""Files made to bring a reader down: read in bounded time and memory, with no exception."""

import time
from collections.abc import Callable

import pytest

from quizapp.cards.languages import topic_of
from quizapp.cards.parse import MOST_PIECES, parse_file

_SECONDS = 10.0
"""The slowest, 20,000 headings, takes 3 on a slow machine; what grows with the square of its size, minutes."""
_DEEP = 1_000
_MANY = 20_000
_LONG = 1_000_000

_FILES: dict[str, Callable[[], str]] = {
    "many headings": lambda: "".join(f"## Question {number}?\n\nanswer\n\n" for number in range(_MANY)),
    "many headings without answers": lambda: "## Q\n" * _MANY,
    "many headings alike": lambda: "## Q\n\nA\n\n" * (_MANY // 2),
    "many breaks": lambda: "## Q\n\n" + "a\n\n---\n\n" * (_MANY // 2),
    "one long line": lambda: "## Q\n\n" + "a b " * (_LONG // 4),
    "one long heading": lambda: "## " + "a b " * (_LONG // 4) + "\n\nA",
    "one long run of spaces": lambda: "## Q" + " " * _LONG + "b\n\nA",
    "deep quotes": lambda: "## Q\n\n" + ">" * _DEEP + " x",
    "deep lists": lambda: "## Q\n\n" + "".join("  " * depth + "- a\n" for depth in range(_DEEP)),
    "deep lists in a line": lambda: "## Q {.points}\n\n" + "- " * _DEEP + "x",
    "brackets": lambda: f"## {'[' * _MANY}\n\nA",
    "balanced brackets": lambda: f"## {'[' * 5_000}{']' * 5_000}\n\nA",
    "images": lambda: f"## {'![' * 5_000}{']' * 5_000}\n\nA",
    "half links": lambda: f"## {'[a](' * 5_000}\n\nA",
    "braces": lambda: f"## Q {'{' * _MANY}\n\nA",
    "half attributes": lambda: f"## Q {' {#a' * _MANY}\n\nA",
    "equals signs": lambda: f"## Q {'=' * _MANY}\n\nA",
    "gaps that open": lambda: f"## {'==a ' * _MANY}\n\nA",
    "gaps in brackets": lambda: f"## {'[==a' * 5_000}\n\nA",
    "gaps": lambda: f"## {'==a== ' * _MANY}\n\nA",
    "emphasis": lambda: "## Q\n\n" + "*a **b " * _MANY,
    "underscores": lambda: "## Q\n\n" + "_a" * _MANY,
    "backticks": lambda: "## Q\n\n" + " ".join("`" * count for count in range(1, 800)),
    "dollars": lambda: "## Q\n\n" + "$a " * _MANY,
    "maths that is not closed": lambda: "## Q\n\n" + "$$ a\n\n" * (_MANY // 2),
    "maths in items": lambda: "## Q\n\n" + "- $$ a\n" * (_MANY // 4),
    "backslashes": lambda: "## Q\n\n" + "\\" * _MANY + "$",
    "definitions": lambda: "## Q [a1]\n\nA\n\n" + "".join(f"[a{number}]: /x\n" for number in range(_MANY // 2)),
    "definitions in every card": lambda: "".join(f"## Q{n} [a{n}] [a1]\n\n[a{n}]: /x\n\nA\n\n" for n in range(3_000)),
    "a wide table": lambda: "## Q\n\n|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "a\n" * 3_000,
    "options": lambda: "## Q\n\n" + "- [x] a\n" * (_MANY // 2),
    "long front matter": lambda: "---\n" + "".join(f"k{number}: v\n" for number in range(_MANY)) + "---\n",
    "deep front matter": lambda: "---\ntitle: " + "[" * _DEEP + "\n---\n",
    "deeper and deeper": lambda: "---\n" + "".join(" " * depth + "a:\n" for depth in range(300)) + "---\n",
    "a bomb": lambda: "---\na: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50)) + "---\n",
    "many checks": lambda: "".join(f"## Q{n}\n\n```check\nanswer: {n}\n```\n\n" for n in range(2_000)),
}


@pytest.mark.parametrize("name", _FILES)
def test_it_is_read_in_bounded_time(name: str) -> None:
    content = _FILES[name]().encode()
    start = time.process_time()
    part = parse_file(content, "a.md", "deck")
    topic, _ = topic_of([part])
    assert time.process_time() - start < _SECONDS
    assert len(topic.cards) == len(part.cards)


def test_forty_thousand_lines_of_the_wrong_encoding_are_read() -> None:
    start = time.process_time()
    part = parse_file("## 问题\n\n答\n\n".encode("gb18030") * 10_000, "a.md", "deck")
    assert time.process_time() - start < _SECONDS
    assert part.faults


@pytest.mark.parametrize("text", ["## Q\n", "*a* ", "- a\n", "a\r"])
def test_a_file_of_too_many_pieces_is_told_and_not_taken_apart(text: str) -> None:
    part = parse_file(text.encode() * (MOST_PIECES + 1), "a.md", "deck")
    assert [(fault.line, fault.what) for fault in part.faults] == [(1, "too many lines or marks for one file")]
    assert not part.cards


def test_the_cards_of_a_file_that_became_too_much_stay_as_they_were() -> None:
    before = parse_file(b"## Q {#q}\n\nA\n", "a.md", "deck")
    grown = parse_file(b"## Q {#q}\n\nA\n" + b"- a\n" * MOST_PIECES, "a.md", "deck")
    assert grown.with_sound(before).cards == before.cards
