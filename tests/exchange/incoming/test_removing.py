"""Which cards are taken out when what came from a file is to go, and what goes with them."""

from dataclasses import replace

from quizapp.cards.draft import Draft
from quizapp.exchange.incoming.taking_back import Left, take_back, to_take
from quizapp.exchange.notes import OURS, Found, Note
from quizapp.study.editing.files import replace as replace_card
from quizapp.study.editing.trash import in_trash, put_back
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning


def test_bundled_cards_and_copies_of_them_came_from_elsewhere(learning: Learning) -> None:
    replace_card(learning.desk, learning.card("pooling/average"), {"en": Draft(prompt="b?", answer="B.")}, learning.now)
    bundled = [replace(note(name), key=f"{OURS}pooling/{name}") for name in ("keep", "average")]
    added = brought(learning, note("a?"), *bundled).added
    assert list(to_take(Found((*bundled, note("a?"))), learning.desk, WISH).cards) == added
    assert len(added) == 1


def test_each_card_is_named_once(learning: Learning) -> None:
    notes = [replace(note("a?"), key=f"{OURS}mine/one"), replace(note("甲？"), key=f"{OURS}mine/one@zh")]
    assert list(to_take(Found(tuple(notes)), learning.desk, WISH).cards) == ["mine/one"]


def _taken_back(learning: Learning, *notes: Note) -> Left:
    return take_back(learning.desk, to_take(Found(notes), learning.desk, WISH).cards, learning.now)


def test_files_and_folders_that_held_nothing_else_go_and_come_back(learning: Learning) -> None:
    notes = [note("a?"), note("b?"), note("c?", deck=("Languages", "Greek"))]
    brought(learning, *notes)
    before = learning.files
    left = _taken_back(learning, *notes)
    assert list(learning.files) == ["mine.md"]
    assert not (learning.own / "Languages").exists()
    assert learning.own / "Languages/Spanish/spanish.md" in left.gone
    put_back(learning.desk, next(in_trash(learning.desk)).name, learning.now)
    assert learning.files == before
    assert learning.faults == []


def test_a_file_with_something_of_the_learners_stays(learning: Learning) -> None:
    brought(learning, note("a?"))
    file = learning.own / "Languages/Spanish/spanish.md"
    file.write_text(file.read_text("utf-8").replace("---\n\n## a", "---\n\nNotes of mine.\n\n## a"), "utf-8")
    learning.read()
    assert _taken_back(learning, note("a?")).gone == ()
    assert "Notes of mine." in file.read_text("utf-8")


def test_pictures_stay_and_are_told(learning: Learning) -> None:
    shown = note("a? ![x](media/x.png)", media=("x.png",))
    brought(learning, shown, media={"x.png": b"one"})
    left = _taken_back(learning, shown)
    assert left.pictures == (learning.own / "Languages/Spanish/media/x.png",)
    assert left.pictures[0].read_bytes() == b"one"


def test_cards_that_were_changed_here_are_named_before_they_go(learning: Learning) -> None:
    (first, _second) = brought(learning, note("a?"), note("b?")).added
    replace_card(learning.desk, learning.card(first), {"every": Draft(prompt="a?", answer="Mine.")}, learning.now)
    take = to_take(Found((note("a?"), note("b?", "Reworded there."))), learning.desk, WISH)
    assert [one.card for one in take.edited] == [first]
