"""Cards added: one by one, as the form and `quizapp add` do, and many at once."""

import time
from functools import partial
from pathlib import Path

from benchmarks.figures import by_processor, timed
from benchmarks.homes.cards import NOW
from benchmarks.homes.texts import text
from benchmarks.library.desks import desk_in
from quizapp.cards.draft import Draft
from quizapp.study.editing.considering import View, considered, save, surroundings
from quizapp.study.editing.form import form_of

_FIRST = 10_000_000
"""The number of the first card that is added: none has it yet."""


def add(home: Path, count: str) -> dict[str, list[float]]:
    """Cards saved into the topics that are there, by turns: in their files and in the database when it is done."""
    times = []
    with desk_in(home) as desk:
        desk.read_cards(NOW)
        around, topics = surroundings(desk), desk.collection.topics()
        for number in range(int(count)):
            card = text(_FIRST + number)
            topic = topics[number % len(topics)]
            draft = Draft(kind="basic", prompt=card.front, answer=card.back, tags=card.tags)
            seen = considered(form_of({"en": draft}, topic.deck, topic.id), around, View("en"))
            times.append(timed(partial(save, desk, seen, around, NOW)))
    return {"add": times}


def add_many(home: Path) -> dict[str, list[float]]:
    """All card files read for the first time: `parse` until the last of them is parsed, `add_many` until committed."""
    clock = time.process_time if by_processor() else time.perf_counter
    marks = [clock()]

    def progress(done: int, of: int) -> None:
        if done == of:
            marks.append(clock())

    with desk_in(home) as desk:
        desk.read_cards(NOW, progress)
        marks.append(clock())
    began, parsed, there = marks
    return {"parse": [(parsed - began) * 1_000], "add_many": [(there - parsed) * 1_000]}
