"""Two mistakes that give the same wrong answer: both are told, and the log has the first."""

from tests.study.checks import ask_of, of, right

SQUARE = """\
## What is the area of this square? {#area}

Its side is {{side}}.

```check
draw: {side: [2]}
answer: side ** 2 + 3
mistakes:
  doubled: {answer: 2 * side, says: "You doubled the side, {{side}}."}
  no-three: {answer: side ** 2, says: You left out the 3.}
  nothing: {answer: 0, says: That is no area.}
```

**{{answer}}**
"""


def test_what_else_gives_the_same_wrong_answer_is_told_too() -> None:
    ask = ask_of(SQUARE)
    assert ask.submit("4", "en")
    computed = of(ask)
    assert computed.first.mistake == "doubled"
    assert computed.says("en") == "You doubled the side, 2."
    assert computed.also_says("en") == ["You left out the 3."]


def test_nothing_else_is_told_of_a_mistake_without_a_twin_and_of_a_right_answer() -> None:
    for text in ("0", right(ask_of(SQUARE)), "17", ""):
        ask = ask_of(SQUARE)
        assert ask.submit(text, "en")
        assert of(ask).also_says("en") == []
