"""Several programs answer on one database: no answer is lost, none counts twice, and none hears of a lock."""

import os
from pathlib import Path

import pytest

from tests.faults.forge import PATIENCE, Forge, Order
from tests.faults.homes import answers, assert_sound, furnished
from tests.soak import SOAK

_MOST = 20 * PATIENCE  # four thousand answers take nearly as long as anything else may

# Begins when all are there, and answers whatever is shown until nothing waits.
_PROGRAM = """
import os
from quizapp.cli import clock
from quizapp.paths import places
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session

with open_desk(places(), clock.now()) as desk:
    os.close(os.open(words[0], os.O_WRONLY))  # opens when the test does
    session = Session(desk.collection, desk.settings, Scope(), clock.now())
    while session.card:
        id_ = session.card.id
        print("kept" if session.answer(Grade.GOOD, clock.now(), 1) else "elsewhere", id_)
"""


@pytest.mark.parametrize("programs", [2, 4])
def test_programs_that_answer_at_once_share_the_cards_between_them(forge: Forge, home: Path, programs: int) -> None:
    cards = programs * (1_000 if SOAK else 60 if programs == 2 else 40)  # no more than may come in a day
    furnished(home, cards)
    assert forge.run("list", home=home).status == 0
    gates = [home / f"gate{number}" for number in range(programs)]
    started = [_start(forge, home, gate) for gate in gates]
    for gate in [gate.open("rb") for gate in gates]:
        gate.close()
    runs = [forge.end(pid) for pid in started]
    assert [(run.status, run.stderr) for run in runs] == [(0, "")] * programs
    lines = [line.split() for run in runs for line in run.stdout.splitlines()]
    kept = [id_.partition("/")[2] for what, id_ in lines if what == "kept"]
    assert sorted(kept) == sorted(answers(home)) == sorted(f"q{number}" for number in range(cards))
    assert set(answers(home).values()) == {1}
    assert_sound(forge, home)


def _start(forge: Forge, home: Path, gate: Path) -> int:
    os.mkfifo(gate)
    return forge.start(Order([str(gate)], str(home), script=_PROGRAM, killed_after=_MOST))


def test_no_program_hears_of_a_lock_while_another_answers_and_reads_its_card_files(forge: Forge, home: Path) -> None:
    furnished(home, 200)
    assert forge.run("list", home=home).status == 0
    typed = "\n3\n" * 60
    pids = [forge.start(Order(["review", "--plain"], str(home), typed=typed)) for _ in range(2)]
    for number in range(5):
        cards = home / "cards" / "deck" / "t.md"
        cards.write_text(cards.read_text("utf-8") + f"\n## One more, {number}? {{#more{number}}}\n\nYes.\n", "utf-8")
        for words in (["list"], ["doctor", "--rebuild"], ["backup"], ["due"]):
            run = forge.run(*words, home=home)
            assert (run.status, run.told) == (0, []), run.stderr
    for pid in pids:
        run = forge.end(pid)
        assert (run.status, run.told) == (0, []), run.stderr
    assert set(answers(home).values()) == {1}
    assert_sound(forge, home)
