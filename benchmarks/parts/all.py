"""All parts, by the words that `--only` knows them by, in the order in which they run."""

from collections.abc import Callable, Iterator, Mapping

from benchmarks.bench import Bench
from benchmarks.parts import asking, carrying, learning, pressing, reading, starting
from benchmarks.rows import Row

Part = Callable[[Bench], Iterator[Row]]

PARTS: Mapping[str, Part] = {
    "home": starting.pictures,
    "commands": starting.commands,
    "reading": reading.reading,
    "keys": pressing.reviewing,
    "session": learning.session,
    "adding": learning.adding,
    "many": learning.adding_many,
    "search": asking.searching,
    "browse": pressing.browsing,
    "statistics": asking.statistics,
    "doctor": carrying.looking,
    "export": carrying.exporting,
    "merge": carrying.merging,
    "check": carrying.checking,
    "memory": starting.memory,
}
