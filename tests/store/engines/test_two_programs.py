"""Two programs on one database: ordinary use."""

import threading
from datetime import timedelta

import pytest

from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from tests.conftest import ENGINES, NOW
from tests.store.rows import good

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


def opened(place: Place, where: Places) -> Collection:
    return Collection(place, where.backups, NOW)


def test_each_sees_the_others_rows(collection: Collection, place: Place, where: Places) -> None:
    with opened(place, where) as other:
        collection.append([good("t/a")])
        assert len(other.history("t/a")) == 1
        other.append([good("t/a", NOW + timedelta(days=1))])
        assert len(collection.history("t/a")) == 2
        assert collection.standing("t/a").memory.interval == 6


def test_both_append_at_once_without_an_error_or_a_loss(collection: Collection, place: Place, where: Places) -> None:
    faults: list[BaseException] = []

    def append(mine: Collection) -> None:
        try:
            for _ in range(40):
                mine.append([good("t/a"), good("t/b")])
        except BaseException as error:
            faults.append(error)

    with opened(place, where) as other:
        threads = [threading.Thread(target=append, args=(each,)) for each in (collection, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert faults == []
    assert len(collection.history("t/a")) == len(collection.history("t/b")) == 80
    assert collection.differences() == []


def test_both_may_be_the_first(place: Place, where: Places) -> None:
    devices: list[str] = []
    faults: list[BaseException] = []

    def start() -> None:
        try:
            with opened(place, where) as mine:
                mine.append([good("t/a")])
                devices.append(mine.device)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(set(devices)) == 1
    with opened(place, where) as collection:
        assert len(collection.history("t/a")) == 4


def test_a_choice_holds_for_the_other_program_too(collection: Collection, place: Place, where: Places) -> None:
    with opened(place, where) as other:
        collection.set("theme", "nord")
        assert other.settings() == {"theme": "nord"}
        other.set("theme", None)
        assert collection.settings() == {}


@pytest.mark.parametrize("value", ["zh", 12, True, ["a", "b"], {"undo": "u"}])
def test_a_choice_comes_back_as_it_was(collection: Collection, value: object) -> None:
    collection.set("key", value)
    assert collection.settings() == {"key": value}
