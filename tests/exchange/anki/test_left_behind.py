"""What of a package has no place here is told: once for all notes, where many have it."""

from pathlib import Path

from tests.exchange.anki.building import BASIC, Building
from tests.exchange.anki.reading import found, told_of
from tests.exchange.anki_text.reading import HEAD, read


def test_flags_are_told_once(tmp_path: Path) -> None:
    building = Building()
    for flags in (0, 1, 7, 8):
        (card,) = building.note(BASIC, f"front {flags}", "back")
        building.schedule(card, flags=flags)
    assert told_of(found(building, tmp_path)) == ["deck.apkg: the flags of 2 cards stay behind (part)"]


def test_underlines_are_told_once(tmp_path: Path) -> None:
    building = Building()
    for text in ("<u>one</u>", "two", "<U class='x'>three</U>", "<ul><li>four</li></ul>"):
        building.note(BASIC, text, "back")
    told = "in 2 notes underlined text became plain (part)"
    assert told_of(found(building, tmp_path)) == [f"deck.apkg: {told}"]
    rows = "<u>one</u>\tback\ntwo\tback\nthree\t<u>back</u>\n# <u>no</u>\n"
    assert told_of(read(tmp_path, HEAD + rows)) == [f"deck.txt: {told}"]
    assert read(tmp_path, HEAD.replace("true", "false") + rows).told == ()


def test_a_note_is_named_by_words_that_are_seen(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "<style>.card {color: red}</style>", "<script>x()</script>")
    places = {told.partition(": ")[0] for told in told_of(found(building, tmp_path))}
    assert places == {"note 1700000000001"}
