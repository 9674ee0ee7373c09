"""A flaw of a computed card is told at the character of the file that is meant."""

from pathlib import Path

import pytest

from quizapp.cards.library import read_library
from quizapp.checks.flaws import Flaw
from quizapp.study.checking.placing import faults_of
from tests.conftest import write_cards

ENGLISH = """\
# Counting

## How many? {#many}

`Conv({{c}})` and
{{k +
1}}

```check
draw:
  c: [3, 16]
  k: {from: 1, to: c}
let: {a: c * k}
net: |
  input 3x8x8
  conv 4 k={{k}}
answer: >-
  a * k +
  c
mistakes:
  one: {answer: a + 1, says: "Off by {{one}}."}
hint: >-
  Count
  {{all}} of them.
```

It is {{answer}}.
"""

CHINESE = "## 多少？ {#many}\n\n{{c}}\n\n```check\nmistakes:\n  one: 差了{{yi}}。\n```\n\n共{{answer}}。\n"


@pytest.mark.parametrize(
    ("flaw", "place"),
    [
        (Flaw(("draw", "k", "to"), "x", "y", 0), "counting.en.md:12:20"),
        (Flaw(("draw", "k"), "x", "y"), "counting.en.md:12:6"),
        (Flaw(("let", "a"), "x", "y", 4), "counting.en.md:13:14"),
        (Flaw(("net",), "x", "y", 12), "counting.en.md:16:3"),
        (Flaw(("net",), "x", "y", 21), "counting.en.md:16:12"),
        (Flaw(("answer",), "x", "y", 4), "counting.en.md:18:1"),
        (Flaw(("mistakes", "one", "answer"), "x", "y", 2), "counting.en.md:21:19"),
        (Flaw(("mistakes", "one", "says"), "x", "y", 9, "{{one}}"), "counting.en.md:21:38"),
        (Flaw(("mistakes", "one"), "x", "y"), "counting.en.md:21:8"),
        (Flaw(("mistakes", "two", "says"), "x", "y"), "counting.en.md:10:1"),
        (Flaw(("hint",), "x", "y", 8, "{{all}}"), "counting.en.md:24:3"),
        (Flaw(("prompt",), "x", "y", 5, "{{k +\n1}}"), "counting.en.md:6:1"),
        (Flaw(("solution",), "x", "y", 8, "{{answer}}"), "counting.en.md:27:7"),
        (Flaw(("solution",), "x", "y"), "counting.en.md:3:1"),
        (Flaw((), "x", "y"), "counting.en.md:10:1"),
        (Flaw(("mistakes", "one"), "x", "y", 4, "{{yi}}", "zh"), "counting.zh.md:7:10"),
        (Flaw(("mistakes", "one"), "x", "y", language="zh"), "counting.zh.md:7:8"),
        (Flaw(("prompt",), "x", "y", 2, "{{c}}", "zh"), "counting.zh.md:3:1"),
    ],
)
def test_a_flaw_has_its_file_line_and_column(flaw: Flaw, place: str, tmp_path: Path) -> None:
    write_cards(tmp_path, {"counting.en.md": ENGLISH, "counting.zh.md": CHINESE})
    (card,) = read_library([tmp_path]).cards
    (fault,) = faults_of(card, [flaw])
    assert str(fault).removeprefix(f"{tmp_path}/") == f"{place}: x: y"


def test_what_other_programs_take_for_the_end_of_a_line_moves_nothing(tmp_path: Path) -> None:
    write_cards(tmp_path, {"counting.en.md": ENGLISH.replace("and\n", "and\u2028\x0c\n")})
    (card,) = read_library([tmp_path]).cards
    (fault,) = faults_of(card, [Flaw(("solution",), "x", "y", 8, "{{answer}}")])
    assert (fault.line, fault.column) == (27, 7)


def test_a_file_that_vanished_meanwhile_has_its_flaws_told_by_line(tmp_path: Path) -> None:
    write_cards(tmp_path, {"counting.en.md": ENGLISH})
    (card,) = read_library([tmp_path]).cards
    (tmp_path / "counting.en.md").unlink()
    (fault,) = faults_of(card, [Flaw(("prompt",), "x", "y", 5, "{{c}}")])
    assert (fault.line, fault.column) == (3, 1)
