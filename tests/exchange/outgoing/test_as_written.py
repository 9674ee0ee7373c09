"""Cards that stand in their files as they were read are written out without being parsed again; others are parsed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.writing import Extent, extents
from quizapp.exchange.outgoing import as_written
from quizapp.exchange.outgoing.as_written import Texts
from quizapp.study.editing.spots import key_of
from quizapp.study.opening import Desk
from tests.conftest import NOW
from tests.exchange.exported import CARDS, OTHERS, home_with

ODD = """\
## Two blank lines?


Yes.

## No blank line?
At once.

Then more.

## Far apart

Yes.


No.

## A ==gap== and {#question}

a question that goes on

---

Said.

## Another break

More.

***

Said.

## See [this][1]?

That.

[1]: /x

## A ==gap== above a definition

[2]: /y

---

## Closed ##

Yes.

## Tags first {tags="a" #first}

Yes.

## A code block {#code}

```python
# no heading
## none

---
```

And why.
"""


@contextmanager
def _texts(desk: Desk, parsed: list[str] | None = None) -> Iterator[Texts]:
    """Texts; the files that are parsed go into a list."""

    def telling(content: bytes, file: str) -> Mapping[str, Extent]:
        if parsed is not None:
            parsed.append(Path(file).name)
        return extents(content, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_written, "extents", telling)
        yield Texts(desk.collection.digests())


def _cards(desk: Desk) -> list[Card]:
    return list(desk.collection.cards(desk.collection.ids()).values())


def _in_file(card: Card) -> Draft:
    """The draft that the parser finds in the card's file."""
    (place,) = card.places.values()
    return extents(Path(place.file).read_bytes(), place.file)[key_of(card)].draft


@pytest.mark.parametrize("text", [CARDS, OTHERS, ODD, ODD.replace("\n", "\r\n"), f"\ufeff{ODD}"], ids=range(5))
def test_a_text_is_the_one_that_the_parser_finds(text: str, tmp_path: Path) -> None:
    with home_with(tmp_path, {"d/x.md": text}) as desk, _texts(desk) as texts:
        for card in _cards(desk):
            (language,) = card.faces
            written = texts.of(card, language)
            assert written is not None
            assert written.draft.model_copy(update={"tags": ()}) == _in_file(card).model_copy(update={"tags": ()}), (
                card.id
            )


def test_cards_that_stand_as_they_were_read_are_not_parsed_again(tmp_path: Path) -> None:
    parsed: list[str] = []
    with home_with(tmp_path, {"d/x.md": CARDS, "d/y.md": CARDS.replace("\n", "\r\n").replace("nets", "y")}) as desk:
        with _texts(desk, parsed) as texts:
            faces = [texts.of(card, "every") for card in _cards(desk)]
        assert all(written and written.parts is not None for written in faces)
    assert parsed == []


def test_a_card_that_was_changed_meanwhile_is_parsed(tmp_path: Path) -> None:
    parsed: list[str] = []
    with home_with(tmp_path, {"d/x.md": "## One? {#one}\n\nYes.\n\n## Two? {#two}\n\nYes.\n"}) as desk:
        one, two = _cards(desk)
        file = Path(one.places["every"].file)
        for changed in (
            "## One? {#one}\n\nNo.\n\n## Two? {#other}\n\nYes.\n",
            "A line.\n\n## One? {#one}\n\nNo.\n",
            "## One! {#one}\n\nNo.\n",
            "## One? {#one}\n\nYes.\nNo.\n",
            "## One? {#one}\n\nYes.\n\nNo.\n",
        ):
            file.write_text(changed)
            with _texts(desk, parsed) as texts:
                written = texts.of(one, "every")
                assert written is not None
                assert written.draft.answer.endswith("No.")
                assert written.parts is None
                assert texts.of(two, "every") is None
        file.unlink()
        assert Texts(desk.collection.digests()).of(one, "every") is None
    assert parsed == ["x.md"] * 5


def test_a_card_that_a_fault_took_out_of_a_file_is_left_out(tmp_path: Path) -> None:
    """It stays in use as it was, with the line where it stood, which the file need not have any more."""
    with home_with(tmp_path, {"d/x.md": "# X\n\nNotes.\n\n## One? {#one}\n\nYes.\n"}) as desk:
        (card,) = _cards(desk)
        Path(card.places["every"].file).write_text("## One? {#one .nokind}\n")
        desk.read_cards(NOW)
        assert _cards(desk) == [card]
        with _texts(desk) as texts:
            assert texts.of(card, "every") is None


def test_a_card_whose_marks_alone_were_changed_meanwhile_is_parsed(tmp_path: Path) -> None:
    with home_with(tmp_path, {"d/x.md": "## One? {#one}\n\nYes.\n"}) as desk:
        (card,) = _cards(desk)
        Path(card.places["every"].file).write_text("## One? {#one .reverse}\n\nYes.\n")
        with _texts(desk) as texts:
            written = texts.of(card, "every")
        assert written is not None
        assert (written.draft.kind, written.parts) == ("reverse", None)
