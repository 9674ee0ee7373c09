"""What was exported is brought back: an equal collection, and nothing new the second time."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.values import LogRow
from tests.exchange.archive.homes import all_of, brought, exported, home, parsed
from tests.exchange.exported import MOMENT, answer

CARDS = ("others/choice", "pooling/keep", "nets/rf~reverse", "gone/away")
FEW = {"06-others/others.md": b"## One? {#one}\n\n1\n"}


@st.composite
def logs(draw: st.DrawFn) -> list[LogRow]:
    """Rows of any kind, some of one instant, some of them undone."""
    rows: list[LogRow] = []
    for number in range(draw(st.integers(0, 12))):
        at = MOMENT + timedelta(minutes=draw(st.integers(-900_000, 0)))
        what = draw(st.sampled_from(What)) if rows else What.ANSWER
        graded = what in (What.ANSWER, What.IMPORTED, What.PRACTICE)
        entry = Entry(
            uuid=f"row-{number}",
            card=draw(st.sampled_from(CARDS)),
            at=at,
            day=at.date(),
            what=what,
            grade=draw(st.sampled_from(Grade)) if graded else None,
            undoes=draw(st.sampled_from(rows)).entry.uuid if what is What.UNDO else None,
            memory=Memory(at.date(), 5, 230, 2, 1) if what is What.LEARNED else None,
        )
        if entry.undoes:
            entry = entry._replace(card=next(row.entry.card for row in rows if row.entry.uuid == entry.undoes))
        answered = draw(st.dictionaries(st.text(max_size=5), st.text() | st.integers() | st.booleans(), max_size=2))
        answered.pop("memory", None)
        rows.append(LogRow(entry, draw(st.none() | st.integers(0, 60_000)), answered, draw(st.sampled_from("ab"))))
    return rows


def test_an_empty_home_becomes_an_equal_one(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        answer(one, "nets/rf~reverse", MOMENT + timedelta(minutes=1), Grade.AGAIN)
        answer(one, "vanished/card", MOMENT + timedelta(minutes=2), Grade.EASY)
        one.collection.append([one.pen.row("nets/taps", What.SUSPEND, MOMENT)])
        for key, value in {"language": "zh", "new_per_day": 3, "keys": {"review.undo": "u"}}.items():
            one.choose(key, value)
        done = brought(other, exported(one), tmp_path)
        assert (len(done.placed.missing), done.merged.new) == (8, 4)
        assert done.merged.unknown == {"vanished/card"}
        assert all_of(other) == all_of(one)
        assert other.settings.language == "zh"
        assert other.collection.device != one.collection.device
        assert parsed(other).model_dump(exclude={"made_at"}) == parsed(one).model_dump(exclude={"made_at"})


def test_twice_is_as_once(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        one.choose("language", "zh")
        content = exported(one)
        brought(other, content, tmp_path)
        before = all_of(other)
        again = brought(other, content, tmp_path)
        assert (again.placed.missing, again.merged.new, again.choices.taken) == ({}, 0, {})
        assert (len(again.placed.there), again.merged.known) == (8, 1)
        assert all_of(other) == before


def test_brought_back_at_home_nothing_changes(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        one.choose("language", "zh")
        before = all_of(one)
        brought(one, exported(one), tmp_path)
        assert all_of(one) == before


def test_cards_stand_there_in_both_languages(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        found = next(card for card in parsed(one).cards if card.id == "pooling/keep")
    assert found.languages == ["en", "zh"]
    assert found.prompt == {"en": "What does max pooling keep?", "zh": "最大池化保留什么？"}
    assert found.answer == {"en": "The largest value.", "zh": "最大的值。"}


def test_a_card_asked_backwards_is_told_as_it_is_asked(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        found = next(card for card in parsed(one).cards if card.id == "nets/rf~reverse")
    assert (found.prompt, found.answer) == ({"every": "What a unit sees"}, {"every": "Receptive field"})


def test_a_card_says_where_it_stands(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.EASY)
        cards = {card.id: card for card in parsed(one).cards}
    standing = cards["pooling/keep"].standing
    assert standing
    assert (standing.due, standing.interval, standing.easiness) == (MOMENT.date() + timedelta(days=1), 1, 260)
    assert cards["pooling/average"].standing is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=logs(), theirs=logs())
def test_any_log_comes_whole_and_joins_what_is_there(ours: list[LogRow], theirs: list[LogRow]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with home(folder / "one", FEW) as one, home(folder / "other", {}) as other:
            one.collection.append(ours)
            apart = [row._replace(entry=_renamed(row.entry)) for row in theirs]
            other.collection.append(apart)
            brought(other, exported(one), folder)
            rows = {row.entry.uuid: row for row in (*ours, *apart)}
            assert {row.entry.uuid: row for row in all_of(other)["log"]} == rows
            assert other.collection.differences() == []


def _renamed(entry: Entry) -> Entry:
    return entry._replace(uuid=f"their-{entry.uuid}", undoes=entry.undoes and f"their-{entry.undoes}")
