"""A note of Anki's is one card, whether it comes in a package or in a text file, and whichever comes first."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.exchange.anki import read_package
from quizapp.exchange.anki_text.reading import read_anki_text
from quizapp.exchange.incoming.bringing import Brought, Wish, bring
from quizapp.exchange.notes import Found
from tests.exchange.anki.building import BASIC, CLOZE, REVERSED, Building
from tests.study.editing.conftest import Learning

LIMIT = 2**26
TEXT = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
g*1\tBasic\tDeck\tWhat?\tThis.
g"2\tBoth ways\tDeck\tone\teins
#3\tGaps\tDeck\t{{c1::a}} {{c2::b}}\twhy
"""


@pytest.fixture
def found(tmp_path: Path) -> dict[str, Found]:
    """The same notes in both formats."""
    building = Building()
    building.note(BASIC, "What?", "This.", guid="g*1")
    building.note(REVERSED, "one", "eins", guid='g"2', cards=(0, 1))
    building.note(CLOZE, "{{c1::a}} {{c2::b}}", "why", guid="#3", cards=(0, 1))
    text = tmp_path / "notes.txt"
    text.write_text(TEXT.replace("\n#3\t", '\n"#3"\t').replace("Both ways", "Basic (and reversed card)"), "utf-8")
    return {
        "anki": read_package(building.latest(tmp_path / "deck.apkg"), LIMIT),
        "anki-text": read_anki_text(text, LIMIT),
    }


def _bring(learning: Learning, source: str, found: Found) -> Brought:
    return bring(learning.desk, found, Wish(source, "Deck"), learning.now)


@pytest.mark.parametrize("sources", [("anki", "anki-text"), ("anki-text", "anki")])
def test_neither_format_doubles_what_the_other_brought(
    learning: Learning, found: dict[str, Found], sources: tuple[str, str]
) -> None:
    first, second = (_bring(learning, source, found[source]) for source in sources)
    assert (len(first.added), second.added, second.there, second.differing) == (4, [], first.added, [])
    assert learning.faults == []


def test_cards_that_were_named_after_the_format_are_still_known(learning: Learning, found: dict[str, Found]) -> None:
    first = _bring(learning, "anki-text", found["anki-text"])
    file = learning.own / "Deck/deck.md"
    file.write_text(file.read_text("utf-8").replace("{#anki-", "{#anki-text-"), "utf-8")
    learning.read()
    older = [card.replace("/anki-", "/anki-text-") for card in first.added]
    for source, notes in found.items():
        again = _bring(learning, source, notes)
        assert (again.added, again.there) == ([], older)


def test_a_text_without_guids_knows_its_notes_by_their_prompts(learning: Learning, found: dict[str, Found]) -> None:
    bare = Found(tuple(replace(note, key="") for note in found["anki-text"].notes))
    first = _bring(learning, "anki-text", bare)
    assert _bring(learning, "anki-text", bare).there == first.added
    assert len(_bring(learning, "anki", found["anki"]).added) == 4
