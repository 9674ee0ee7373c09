"""A plain review in a process of its own, killed at any moment: every answer given is there, once."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from tests.cli import cards
from tests.cli.conftest import TODAY, TOMORROW, Home, Run
from tests.conftest import NOW
from tests.faults.forge import Forge, Order

PLAIN = ("review", "--plain")
THROUGH_PIPES = """
import os
for at, how in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
    os.dup2(os.open(words.pop(0), how), at)
from quizapp.cli.app import app
app.main(words)
"""


class Typist:
    """Types into a running review through a pipe, and reads what it prints out of another."""

    def __init__(self, running: int, keys: Path, screen: Path) -> None:
        self._running = running
        self._keys = keys.open("w", encoding="utf-8")
        self._screen = screen.open(encoding="utf-8")

    def wait_for(self, text: str) -> str:
        """Reads on until a line holds `text`; that line."""
        for line in self._screen:
            if text in line:
                return line
        pytest.fail(f"the review ended before it said {text}")

    def type(self, line: str) -> None:
        self._keys.write(f"{line}\n")
        self._keys.flush()

    def answer(self, grade: str) -> str:
        """Answers the card shown; the heading of the next."""
        self.wait_for("Enter shows the answer.")
        self.type("")
        self.wait_for("Enter: ")
        self.type(grade)
        return self.wait_for(" left")

    def kill(self) -> None:
        os.kill(self._running, signal.SIGKILL)

    def close(self) -> None:
        self._keys.close()
        self._screen.close()


Reviewing = Callable[[], AbstractContextManager[Typist]]


@pytest.fixture
def reviewing(own: Home, forge: Forge, tmp_path: Path) -> Reviewing:
    """Runs a review in a process of its own, which is killed at the end."""
    pipes = (tmp_path / "keys", tmp_path / "screen")
    for pipe in pipes:
        os.mkfifo(pipe)

    @contextmanager
    def run() -> Iterator[Typist]:
        words = [*map(str, pipes), *PLAIN]
        running = forge.start(Order(words, str(own.path), now=TODAY, script=THROUGH_PIPES))
        typist = Typist(running, *pipes)
        try:
            yield typist
        finally:
            typist.kill()
            assert forge.end(running).killed
            typist.close()

    return run


def answered(own: Home) -> list[str]:
    with Collection(own.path / "quizapp.db", own.path / "backups", NOW) as collection:
        rows = [row for card in collection.listed() for row in collection.history(card.id)]
        assert collection.differences() == []
    return sorted(row.entry.card for row in rows if row.entry.what is What.ANSWER)


def test_killed_in_the_middle_every_answer_is_there_once_and_the_rest_still_waits(
    own: Home, run: Run, reviewing: Reviewing
) -> None:
    own.write(cards.TWELVE)
    with reviewing() as typist:
        typist.wait_for("10 left")
        assert typist.answer("3").endswith(" · 9 left\n")
        assert typist.answer("4").endswith(" · 8 left\n")
        assert typist.answer("3").endswith(" · 7 left\n")
        typist.wait_for("Enter shows the answer.")
        typist.type("")  # the fourth card's answer is seen, its grade not yet given
        typist.wait_for("Enter: ")
        typist.kill()
    assert answered(own) == ["pooling/q1", "pooling/q2", "pooling/q3"]
    again = run(*PLAIN, typed="\n3\n").stdout
    assert "pools · 7 left\n\nQuestion 4?" in again
    assert answered(own) == ["pooling/q1", "pooling/q2", "pooling/q3", "pooling/q4"]


def test_killed_at_any_moment_no_answer_is_doubled(own: Home, run: Run, reviewing: Reviewing) -> None:
    own.write(cards.TWELVE)
    for _round in range(4):
        with reviewing() as typist:
            typist.answer("3")
            typist.wait_for("Enter shows the answer.")
            typist.type("")
            typist.wait_for("Enter: ")
            typist.type("3")  # this one may or may not have reached the disk
            typist.kill()
    given = answered(own)
    assert 4 <= len(given) <= 8
    run(*PLAIN, typed="\n3\n" * 10)
    assert len(answered(own)) == len(set(answered(own))) == 10


def test_an_answer_is_on_disk_before_the_next_card_is_shown(own: Home, reviewing: Reviewing) -> None:
    own.write(cards.TWELVE)
    with reviewing() as typist:
        for number in range(1, 4):
            typist.answer("3")
            assert len(answered(own)) == number


def test_on_the_next_day_the_right_cards_are_due(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run(*PLAIN, typed="\n3\n\n4\n\n1\nq\n")
    due = re.findall(r"pooling/q\d+", run("list", "is:due", now=TOMORROW).stdout)
    assert due == ["pooling/q1", "pooling/q2", "pooling/q3"]
    assert re.findall(r"pooling/q\d+", run("list", "is:due", now=TODAY).stdout) == ["pooling/q3"]


def test_the_learners_day_begins_at_four(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*PLAIN, typed="\n3\n\n", now="2026-11-25T03:30:00+00:00")
    assert run("list", "is:due", now="2026-11-25T03:59:00+00:00").stderr == "0 cards\n"
    assert run("list", "is:due", now="2026-11-25T04:01:00+00:00").stderr == "1 card\n"


def test_the_time_spent_on_a_card_is_kept(own: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.cli import clock
    from quizapp.cli.plain.console import Console
    from quizapp.cli.plain.review import PlainReview
    from quizapp.paths import places
    from quizapp.study.opening import open_desk
    from quizapp.study.sessions.scope import Scope

    own.write(cards.BASIC)
    lines: Iterator[str] = iter(["", "3"])
    monkeypatch.setattr(Console, "line", lambda _self: next(lines, None))
    seconds = iter([0.0, 7.0, 500.0, 500.0])  # shown, answered after 7 s, graded after a walk: 60 s of it count
    with open_desk(places(), clock.now()) as desk:
        desk.read_cards(clock.now())
        PlainReview(desk, Scope(), Console(), clock.now, lambda: next(seconds)).run()
        assert [row.milliseconds for row in desk.collection.history("pooling/keeps")] == [67_000]
