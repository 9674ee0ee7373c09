"""What the parts of the benchmarks share: the collections of a scale, the limits, and Anki where it is there."""

import sys
from functools import cached_property, partial
from pathlib import Path

from benchmarks.homes.cards import Size, settings
from benchmarks.homes.copying import fresh, with_cards
from benchmarks.homes.kept import Kept
from benchmarks.rows import Beside
from benchmarks.running.children import Copy, Steps, anki_python, ankis, by_turns, ours
from benchmarks.running.limits import durable_commit, durable_file
from benchmarks.running.processes import run
from benchmarks.scale import Scale


class Bench:
    """One run of the benchmarks. Collections are made when they are asked for."""

    def __init__(self, scale: Scale, kept: Kept) -> None:
        self.scale = scale
        self._kept = kept

    def learned(self, size: Size) -> Copy:
        """Copies of a home whose cards are read and have a past."""
        return partial(fresh, self._home(size, "learned"))

    def written(self, size: Size) -> Path:
        """A home whose card files nobody has read yet: nothing may be written into it."""
        return self._home(size, "")

    def unread(self, size: Size) -> Copy:
        """Copies of it."""
        return partial(fresh, self.written(size))

    def apart(self, home: Path) -> Copy:
        """Copies of a home with card files of their own, which may be written into."""
        return partial(with_cards, home)

    def other_machine(self, size: Size) -> Path:
        """A home with another past of the same cards: nothing may be written into it."""
        cards = self._home(size, "learned")
        return self._made(f"machine-{size.cards}", "machine", str(cards), python=sys.executable)

    def bundled(self) -> Copy:
        """Copies of a home with the bundled cards alone, none read yet."""
        folder = self._kept.get("bundled", _with_bundled_cards)
        return partial(fresh, folder)

    def empty(self) -> Copy:
        """Copies of a folder with nothing in it that a step needs."""
        return partial(fresh, self._kept.get("empty", lambda folder: (folder / "config.toml").touch()))

    def beside_anki(self, step: str, copy: Copy, runs: int, *more: str) -> tuple[Steps, Steps | None]:
        """A step of our library and, by turns, of Anki's on as large a collection; None where it is not there."""
        mine = ours(step, copy, *more)
        if anki_python() is None:
            return by_turns([mine], runs)[0], None
        found, theirs = by_turns([mine, ankis(step, self.anki_collection(), *more)], runs)
        return found, theirs

    @cached_property
    def commit(self) -> Beside:
        """The physical limit of whatever is on disk when it returns."""
        return Beside("commit", durable_commit(self.scale.commits).median)

    @cached_property
    def file_and_commit(self) -> Beside:
        """The same of a card, which stands in a file as well."""
        file = durable_file(self.scale.commits).median
        return Beside("file and commit", file + self.commit.figure)

    def anki_collection(self) -> Copy:
        """Copies of a collection of Anki's, as large as our large one."""
        cards, python = self.scale.large.cards, anki_python()
        assert python is not None, "there is an Anki"
        return partial(fresh, self._made(f"anki-{cards}", "make", str(cards), python=python, module="benchmarks.anki"))

    def _home(self, size: Size, learned: str) -> Path:
        name = f"{learned or 'written'}-{size.cards}{'-mixed' if size.mixed else ''}"
        more = (str(size.cards), str(size.files), "mixed" if size.mixed else "", learned)
        return self._made(name, "make", *more, python=sys.executable)

    def _made(self, name: str, step: str, *more: str, python: str, module: str = "benchmarks.library") -> Path:
        def make(folder: Path) -> None:
            sys.stderr.write(f"making the collection {name} …\n")
            run([python, "-m", module, step, str(folder), *more], folder)

        return self._kept.get(name, make)


def median_of(steps: Steps | None, name: str) -> float | None:
    """The median of one step of those that a child did; None where there was no child."""
    return None if steps is None else steps.times[name].median


def _with_bundled_cards(folder: Path) -> None:
    text = settings(folder / "cards").replace("bundled = false", "bundled = true")
    (folder / "config.toml").write_text(text, encoding="utf-8")
