"""Notes brought along: into files of the learner's own, once, with their past."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.exchange.incoming.taking_back import to_take
from quizapp.exchange.notes import Found, Loss, Past, PastAnswer
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.study.editing.files import replace as replace_card
from quizapp.study.editing.taking_out import delete
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import MINE, Learning


def test_each_deck_is_a_folder_and_a_topic(learning: Learning) -> None:
    result = brought(learning, note("a?"), note("b?", deck=("Languages", "Greek: old")), note("c?", deck=()))
    assert sorted(learning.files) == [
        "Languages/Greek- old/greek-old.md",
        "Languages/Spanish/spanish.md",
        "Spanish/spanish-2.md",
        "mine.md",
    ]
    assert result.decks == {"Languages/Spanish": 1, "Languages/Greek- old": 1, "Spanish": 1}
    assert learning.faults == []
    assert all(learning.desk.collection.card(id_) for id_ in result.added)


def test_a_topic_of_somebody_elses_is_left_alone(learning: Learning) -> None:
    result = brought(learning, note("a?", deck=("Pooling",)))
    assert result.added[0].startswith("pooling-2/")
    assert (learning.own / "Pooling/pooling-2.md").is_file()


def test_doing_it_twice_changes_nothing(learning: Learning) -> None:
    notes = [note("a?"), note("b?", tags=("x",)), replace(note("c?"), key=""), replace(note("c?", "No."), key="")]
    first = brought(learning, *notes)
    before = learning.files
    second = brought(learning, *notes)
    assert learning.files == before
    assert (len(first.added), second.added, second.there, second.differing) == (4, [], first.added, [])


def test_a_card_that_was_changed_here_stays_as_it_is(learning: Learning) -> None:
    (card,) = brought(learning, note("a?")).added
    replace_card(learning.desk, learning.card(card), {"every": Draft(prompt="a?", answer="Mine.")}, learning.now)
    before = learning.files
    again = brought(learning, note("a?"))
    assert (again.added, again.differing) == ([], [card])
    assert learning.files == before


def test_a_note_that_was_reworded_there_is_still_the_same(learning: Learning) -> None:
    brought(learning, note("a?"))
    reworded = replace(note("a!!"), key="guid a?")
    again = brought(learning, reworded)
    assert (again.added, len(again.differing)) == ([], 1)


def test_further_notes_come_into_the_same_file(learning: Learning) -> None:
    brought(learning, note("a?"))
    brought(learning, note("a?"), note("b?"))
    assert [name for name in learning.files if name != "mine.md"] == ["Languages/Spanish/spanish.md"]
    assert learning.text("Languages/Spanish/spanish.md").count("\n## ") == 2


def test_long_decks_are_parted_into_files(learning: Learning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.exchange.incoming.placing.MOST_CARDS", 3)
    notes = [note(f"q{number}?") for number in range(8)]
    first = brought(learning, *notes)
    assert len(first.files) == 3
    assert brought(learning, *notes).added == []
    assert learning.faults == []


def test_a_dry_run_writes_nothing(learning: Learning) -> None:
    before = learning.files
    past = Past((PastAnswer("1", datetime(2026, 1, 1, 12, tzinfo=UTC), Grade.GOOD),))
    result = brought(learning, note("a?", past=past), wish=replace(WISH, dry_run=True))
    assert (len(result.added), result.answers) == (1, 1)
    assert learning.files == before
    assert learning.desk.collection.since(datetime(2000, 1, 1, tzinfo=UTC)) == []


def test_answers_schedule_and_suspension_come_along_once(learning: Learning) -> None:
    at = datetime(2026, 1, 1, 12, tzinfo=UTC)
    past = Past(
        answers=(PastAnswer("1", at, Grade.GOOD, 4_000), PastAnswer("2", at.replace(day=2), Grade.AGAIN)),
        memory=Memory(date(2026, 6, 1), 90, 230, 5, 1),
        suspended=True,
        as_of=at.replace(month=2),
    )
    first = brought(learning, note("a?", past=past))
    standing = learning.desk.collection.standing(first.added[0])
    assert standing.memory == Memory(date(2026, 6, 1), 90, 230, 5, 1)
    assert (standing.suspended, standing.introduced) == (True, date(2026, 1, 1))
    assert (first.answers, first.suspended) == (2, 1)
    rows = learning.desk.collection.history(first.added[0])
    second = brought(learning, note("a?", past=past))
    assert (second.answers, second.suspended) == (0, 0)
    assert learning.desk.collection.history(first.added[0]) == rows


def test_the_reverse_side_has_a_past_of_its_own(learning: Learning) -> None:
    memory = Memory(date(2026, 6, 1), 90, 230, 5, 1)
    backwards = Past(memory=memory, as_of=datetime(2026, 2, 1, tzinfo=UTC))
    (card,) = brought(learning, note("a?", kind="reverse", backwards=backwards)).added
    assert learning.desk.collection.standing(f"{card}~reverse").memory == memory
    assert learning.desk.collection.standing(card).memory == Memory()


def test_pictures_lie_beside_the_file_and_do_not_replace_others(learning: Learning) -> None:
    shown = note("a? ![x](media/x.png)", media=("x.png",))
    assert brought(learning, shown, media={"x.png": b"one"}).pictures == 1
    other = note("b? ![x](media/x.png)", media=("x.png",))
    result = brought(learning, other, media={"x.png": b"two"})
    files = learning.files
    assert files["Languages/Spanish/media/x.png"] == b"one"
    (renamed,) = [name for name in files if "/media/x-" in name]
    assert files[renamed] == b"two"
    assert f"(media/{renamed.rpartition('/')[2]})" in learning.text("Languages/Spanish/spanish.md")
    assert [one.loss for one in result.told] == [Loss.NOTHING]
    again = brought(learning, other, media={"x.png": b"two"})
    assert (again.added, again.differing) == ([], [])


def test_a_picture_that_is_missing_is_told(learning: Learning) -> None:
    result = brought(learning, note("a? ![x](media/x.png)", media=("x.png",)))
    assert [(one.place, one.loss) for one in result.told] == [("note a? ![x](media/x.png)", Loss.PART)]


def test_a_note_that_makes_no_card_is_told_and_the_others_come(learning: Learning) -> None:
    result = brought(learning, note("a?", ""), note("b?"), note("", "x"))
    assert [(one.place, one.loss) for one in result.told] == [("note a?", Loss.NOTE), ("note ", Loss.NOTE)]
    assert len(result.added) == 1


def test_names_of_decks_lead_nowhere_else(learning: Learning) -> None:
    decks: list[tuple[str, ...]] = [
        ("..", "..", "etc"),
        ("/abs",),
        (".hidden",),
        ("a/b\\c:d",),
        ("\x1b[2J",),
        ("x" * 300,),
        ("",),
    ]
    brought(learning, *(note(f"{number}?", deck=deck) for number, deck in enumerate(decks)))
    assert {path.parent.parent for path in learning.own.rglob("*.md") if path.name != "mine.md"} <= {
        learning.own,
        learning.own / "deck",
        learning.own / "deck/deck",
    }
    assert learning.faults == []


def test_everything_goes_below_a_deck_that_is_named(learning: Learning) -> None:
    result = brought(learning, note("a?"), note("b?", deck=()), wish=replace(WISH, deck="old"))
    assert sorted(result.decks) == ["old", "old/Languages/Spanish"]
    with pytest.raises(UsageError):
        brought(learning, note("c?"), wish=replace(WISH, deck="../out"))


def test_what_was_brought_can_be_taken_out_again(learning: Learning) -> None:
    notes = (note("a?"), note("b?"))
    result = brought(learning, *notes)
    ids = list(to_take(Found(notes), learning.desk, WISH).cards)
    assert ids == result.added
    delete(learning.desk, ids, learning.now)
    assert learning.text("mine.md") == MINE
    assert not any(learning.desk.collection.card(id_) for id_ in ids)


def test_tags_that_would_be_markup_are_written_otherwise(learning: Learning) -> None:
    result = brought(learning, note("a?", tags=("x", "a b", "_c_", "{", "d::e")))
    assert learning.card(result.added[0]).tags == ("x", "a_b", "c", "d::e")
    assert [one.loss for one in result.told] == [Loss.NOTHING]
