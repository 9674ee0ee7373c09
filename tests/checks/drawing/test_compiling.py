"""Everything that is wrong with a block is told at once, each at its path and offset."""

import pytest

from quizapp.checks.check import compiled_check
from tests.checks.checking import CONVOLUTION, block, check, flawed

MANY = """
    draw:
      a: [1, 2]
      b: {from: 3, to: 1}
    let:
      c: a + later
      later: 2
    require: [a > zz, 1 +]
    answer: a + nope(b)
    mistakes:
      one: {answer: a +, says: "{{a}} {{missing}}"}
      two: text
      "bad id": {answer: a, says: x}
      three: {says: x}
      four: {when: q, answer: answer + 1, says: "{{answer}}"}
    hint: "{{a +}}"
    examples:
      - {a: 1, c: 3}
"""


def test_all_flaws_are_told_in_one_run() -> None:
    told = {(".".join(map(str, flaw.path)), flaw.offset, flaw.what.split("`: ")[0]) for flaw in flawed(MANY)}
    assert told == {
        ("draw.b.to", None, "`to` is less than `from`"),
        ("let.c", 4, "unknown name `later`"),
        ("require.0", 4, "unknown name `zz`"),
        ("require.1", 3, "the expression stops short"),
        ("answer", 4, "unknown function `nope`"),
        ("mistakes.one.answer", 3, "the expression stops short"),
        ("mistakes.one.says", 8, "unknown name `missing`"),
        ("mistakes.two", None, "the mistake has no `answer`"),
        ("mistakes.bad id", None, "`bad id` is no id of a mistake"),
        ("mistakes.three.answer", None, "`answer` is missing"),
        ("mistakes.four.when", 0, "unknown name `q`"),
        ("hint", 5, "the expression stops short"),
        ("examples.0", None, "the example lacks `b`, `answer`"),
        ("examples.0.c", None, "`c` is not drawn"),
    }


def test_a_flaw_in_a_text_quotes_its_placeholder() -> None:
    assert [flaw.quote for flaw in flawed(MANY) if flaw.path == ("mistakes", "one", "says")] == ["{{missing}}"]


@pytest.mark.parametrize(
    ("text", "path", "what"),
    [
        ("draw: {net: [1]}\nanswer: 1", "draw.net", "`net` has a meaning of its own"),
        ("draw: {answer: [1]}\nanswer: 1", "draw.answer", "`answer` has a meaning of its own"),
        ("draw: {pi: [1]}\nanswer: 1", "draw.pi", "`pi` has a meaning of its own"),
        ("draw: {if: [1]}\nanswer: 1", "draw.if", "`if` is no name"),
        ("draw: {a-b: [1]}\nanswer: 1", "draw.a-b", "`a-b` is no name"),
        ("draw: {a: [1]}\nlet: {a: 2}\nanswer: 1", "let.a", "`a` is drawn already"),
        ("draw: [{a: 1}, {b: 1}]\nanswer: 1", "draw.1", "this row has other names than the first"),
        ("answer: net.params", "answer", "unknown name `net`"),
        ("let: {a: answer}\nanswer: 1", "let.a", "unknown name `answer`"),
        ("net: input {{c}}x8x8\nanswer: 1", "net", "unknown name `c`"),
        ("hint: x", "answer", "`answer` is missing"),
        ("hint: '{{x}} {{y}}'\nanswer: 1", "hint", "unknown name `x`"),
    ],
)
def test_a_flaw_is_told_at_its_path(text: str, path: str, what: str) -> None:
    first = flawed(text)[0]
    assert (".".join(map(str, first.path)), first.what) == (path, what)


def test_every_unknown_name_of_a_text_is_told() -> None:
    assert len(flawed("hint: '{{x}} {{y}} {{x}}'\nanswer: 1")) == 3


def test_all_faults_of_a_network_without_placeholders_are_told_on_their_lines() -> None:
    flaws = flawed("net: |\n  input 3x8x8\n  convv 4\n  conv 4 k=3\n  poool\nanswer: net.params")
    assert [(flaw.path, flaw.offset) for flaw in flaws] == [(("net",), 12), (("net",), 31)]


def test_a_drawn_name_may_be_that_of_a_function() -> None:
    assert check("draw: {mean: [[1, 2]]}\nanswer: mean(mean)").draw(0).answer * 2 == 3


def test_a_check_is_compiled_once() -> None:
    assert compiled_check(block(CONVOLUTION)) is compiled_check(block(CONVOLUTION))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("draw", "draw: {" + ", ".join(f"x{i}: [1]" for i in range(41)) + "}"),
        ("let", "let: {" + ", ".join(f"x{i}: 1" for i in range(61)) + "}"),
        ("require", "require: [" + ", ".join("'1'" for _ in range(31)) + "]"),
        ("mistakes", "mistakes: {" + ", ".join(f"x{i}: {{answer: 1, says: x}}" for i in range(31)) + "}"),
        ("examples", "examples: [" + ", ".join("{answer: 1}" for _ in range(101)) + "]"),
    ],
)
def test_a_check_has_only_so_much_of_anything(key: str, text: str) -> None:
    (flaw,) = flawed(f"{text}\nanswer: 1")
    assert flaw.path == (key,)
