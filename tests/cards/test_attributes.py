"""`{#id .kind}` at the end of a heading."""

import pytest

from tests.cards.reading import card


@pytest.mark.parametrize(
    "heading",
    [
        "## Q {#id}",
        "## Q   {#id}   ",
        "## Q {#id} ##",
        "## Q {#id} #####  ",
        "##\tQ\t{#id}",
        "   ## Q {#id}",
        "## Q { #id }",
        "## Q {.typed #id}",
        "## Q {#id .typed}",
    ],
)
def test_the_id_is_taken_off_the_prompt(heading: str) -> None:
    found = card(f"{heading}\n\nA")
    assert (found.id, found.named) == ("id", True)
    assert (found.face.prompt, found.face.title) == ("## Q", "Q")


@pytest.mark.parametrize("id_", ["a", "1", "a-b_c", "感受野", "Größe", "rf-56x56", "_x", "UPPER"])
def test_letters_of_any_script_digits_and_hyphens_make_an_id(id_: str) -> None:
    assert card(f"## Q {{#{id_}}}\n\nA").id == id_


def test_markup_before_the_braces_stays() -> None:
    for prompt in ("`code`", "**bold**", "$x$", "[a](b)", "![a](b)", "==gap=="):
        found = card(f"## {prompt} {{#id}}\n\nA")
        assert (found.id, found.face.prompt) == ("id", f"## {prompt}")


def test_of_two_ids_in_one_pair_of_braces_the_last_holds() -> None:
    assert card("## Q {#a #b}\n\nA").id == "b"


def test_other_braces_are_text() -> None:
    for prompt in ("the set {a, b}", "x_{n}", "a dict {}", "{braces}"):
        assert card(f"## {prompt}\n\nA").face.title == prompt
