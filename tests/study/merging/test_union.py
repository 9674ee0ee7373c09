"""However machines meet, whatever each of them holds, they end with the fold of all their entries."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.log import Entry
from quizapp.store.values import LogRow
from tests.scheduling.logs import logs
from tests.study.merging.machines import Machine, machine, union

CARDS = ("t/a", "t/b")
Held = tuple[Entry, frozenset[int]]


def _named(entry: Entry) -> Entry:
    """Uuids of their own for each card: one uuid is one row."""
    prefix = entry.card.replace("/", "-")
    undoes = entry.undoes and f"{prefix}-{entry.undoes}"
    return entry._replace(uuid=f"{prefix}-{entry.uuid}", undoes=undoes)


@st.composite
def held(draw: st.DrawFn, machines: int) -> list[Held]:
    """Entries, each with the machines that have it from the beginning: one of them or several."""
    entries = [_named(entry) for card in CARDS for entry in draw(logs(card))]
    holders = st.frozensets(st.integers(0, machines - 1), min_size=1)
    return [(entry, draw(holders)) for entry in entries]


@contextmanager
def _machines(number: int, rows: list[Held]) -> Iterator[list[Machine]]:
    with TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        (folder / "shared").mkdir()
        made = [machine(folder / f"machine-{each}", folder / "shared") for each in range(number)]
        for index, each in enumerate(made):
            opened.enter_context(each.desk)
            each.collection.append([LogRow(entry, device=f"d{index}") for entry, holders in rows if index in holders])
        yield made


def _check(made: list[Machine], rows: list[Held]) -> None:
    expected = union({card: [entry for entry, _ in rows if entry.card == card] for card in CARDS})
    for each in made:
        assert each.uuids() == {entry.uuid for entry, _ in rows}
        assert each.standings(CARDS) == expected
        assert each.collection.differences() == []


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_merged_by_databases_in_any_order_and_any_number_of_times(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([2, 3]))
    rows = data.draw(held(number))
    one = st.integers(0, number - 1)
    meetings = data.draw(st.lists(st.tuples(one, one).filter(lambda pair: pair[0] != pair[1]), max_size=5))
    ring = data.draw(st.permutations(range(number)))
    round_twice = [(ring[step % number], ring[(step + 1) % number]) for step in range(2 * number - 2)]
    with _machines(number, rows) as made:
        for giving, taking in [*meetings, *round_twice]:
            made[taking].merge(made[giving])
        for giving, taking in round_twice:
            assert made[taking].merge(made[giving]).new == 0
        _check(made, rows)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_kept_in_step_through_the_folder_in_any_order_and_any_number_of_times(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([2, 3]))
    rows = data.draw(held(number))
    early = data.draw(st.lists(st.integers(0, number - 1), max_size=5))
    order, late = data.draw(st.permutations(range(number))), data.draw(st.permutations(range(number)))
    with _machines(number, rows) as made:
        for index in [*early, *order, *late]:
            done = made[index].sync()
            assert (done.troubles, done.renewed, done.merged.differing) == ([], False, 0)
        _check(made, rows)
        for each in made:
            done = each.sync()
            assert (done.merged.new, done.written) == (0, 0)
