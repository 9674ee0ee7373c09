"""Link definitions stand anywhere in a file, and a card shown alone still has those that it names."""

from quizapp.cards.faces import BasicFace, ChoiceFace, Face, OrderFace, PointsFace
from quizapp.markdown import tokens_of
from tests.cards.reading import read, told

_AT_THE_END = (
    "\n\n## Last {#last}\n\nx\n\n[paper]: https://example.org/a_b 'A title'\n[other one]: <x y.png>\n[unused]: /u\n"
)


def _faces(text: str) -> dict[str, Face]:
    part = read(text + _AT_THE_END)
    assert not told(part.faults)
    return {card.id: card.face for card in part.cards}


def _addresses(markdown: str) -> list[str]:
    inlines = [token for token in tokens_of(markdown) if token.type == "inline"]
    children = [child for inline in inlines for child in inline.children or []]
    return [str(child.attrs["href"]) for child in children if "href" in child.attrs] + [
        str(child.attrs["src"]) for child in children if "src" in child.attrs
    ]


def test_prompt_answer_and_explanation_each_take_along_what_they_name() -> None:
    face = _faces("## See [paper] {#a}\n\n[This][paper].\n\n![alt][other one] and [Paper][].\n")["a"]
    assert isinstance(face, BasicFace)
    assert face.prompt == "## See [paper]\n\n[PAPER]: <https://example.org/a_b>"
    assert _addresses(face.prompt) == ["https://example.org/a_b"]
    assert _addresses(face.answer) == ["https://example.org/a_b"]
    assert _addresses(face.explanation) == ["https://example.org/a_b", "x%20y.png"]


def test_what_is_not_named_stays_behind() -> None:
    face = _faces("## What is `x[paper]` or [nothing]? {#a}\n\n- [ ] no link\n- [x] none\n")["a"]
    assert isinstance(face, ChoiceFace)
    assert face.prompt == "## What is `x[paper]` or [nothing]?"
    assert [option.text for option in face.options] == ["no link", "none"]


def test_options_items_and_points_take_them_along() -> None:
    faces = _faces(
        "## A {#a}\n\n- [x] see [paper]\n- [ ] b\n\n"
        "## B {#b .order}\n\n1. see [paper]\n2. b\n\n"
        "## C {#c .points}\n\n- see [paper]\n- b\n"
    )
    choice, order, points = faces["a"], faces["b"], faces["c"]
    assert isinstance(choice, ChoiceFace)
    assert isinstance(order, OrderFace)
    assert isinstance(points, PointsFace)
    for text in (choice.options[0].text, order.items[0], points.points[0]):
        assert text == "see [paper]\n\n[PAPER]: <https://example.org/a_b>"
    assert points.points[1] == "b"


def test_notes_take_them_along() -> None:
    assert read("# T\n\nSee [paper].\n" + _AT_THE_END).notes == "See [paper].\n\n[PAPER]: <https://example.org/a_b>"


def test_definitions_are_no_part_of_the_last_card() -> None:
    face = _faces("## A {#a}\n\na")["last"]
    assert isinstance(face, BasicFace)
    assert (face.answer, face.explanation) == ("x", "")


def test_an_enormous_address_is_not_repeated_in_every_card() -> None:
    text = "".join(f"## Card {number} [x]\n\nA\n\n" for number in range(50)) + f"[x]: /{'a' * 100_000}\n"
    assert len(read(text).model_dump_json()) < 100_000
