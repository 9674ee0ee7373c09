"""Computed cards put to the tests that nobody has to write: for `quizapp check`."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from quizapp.cards.computed import CheckBlock, Mistake
from quizapp.cards.faces import CheckFace
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import Card
from quizapp.checks.check import compiled_check
from quizapp.checks.drawing.naming import names_of
from quizapp.checks.examining import SEEDS, Examined, Statistics, Texts, examine
from quizapp.checks.flaws import BadCheck
from quizapp.study.beside import results
from quizapp.study.checking.placing import faults_of, lines_of

MANY = 12
"""Checks from which on another process is worth its start, which takes as long as three of them."""
MOST_PROCESSES = 8


@dataclass(frozen=True)
class Examination:
    """What is wrong with some checks, and how the draws of each fare, by card."""

    faults: tuple[Fault, ...]
    statistics: Mapping[str, Statistics]


@dataclass(frozen=True)
class _Job:
    block: CheckBlock
    texts: tuple[Texts, ...]
    seeds: int


def examination(cards: Iterable[Card], seeds: int = SEEDS, lines: Callable[[str], list[str]] = lines_of) -> Examination:
    """Examines the checks among these cards, in several processes where they are many.

    So many seeds are drawn of each; `lines` gives the text of the cards' files.
    """
    jobs = {card.id: (card, _job(card, seeds)) for card in cards if _is_whole(card)}
    processes = min(len(jobs) // MANY + 1, MOST_PROCESSES)
    examined = results(_examined, _elsewhere, [job for _, job in jobs.values()], processes)
    faults: list[Fault] = []
    statistics: dict[str, Statistics] = {}
    for (card, _), found in zip(jobs.values(), examined, strict=True):
        faults += faults_of(card, found.flaws, lines)
        statistics[card.id] = found.statistics
    return Examination(in_order(faults), statistics)


def _is_whole(card: Card) -> bool:
    """Whether there is a check to be examined; that an answer is missing was told already."""
    first = next(iter(card.faces.values()))
    return isinstance(first, CheckFace) and first.check.answer is not None


def _job(card: Card, seeds: int) -> _Job:
    faces = {language: face for language, face in card.faces.items() if isinstance(face, CheckFace)}
    (_, first), *others = faces.items()
    texts = (_texts(first, None), *(_texts(face, language) for language, face in others))
    return _Job(first.check, texts, seeds)


def _texts(face: CheckFace, language: str | None) -> Texts:
    mistakes = face.check.mistakes.items()
    says = {id_: mistake.says if isinstance(mistake, Mistake) else mistake for id_, mistake in mistakes}
    return Texts(language, face.prompt, face.explanation, face.check.hint, says)


def _examined(job: _Job) -> Examined:
    try:
        return examine(compiled_check(job.block), job.texts, job.seeds)
    except BadCheck as bad:
        known = names_of(job.block)
        return Examined((*bad.flaws, *(flaw for texts in job.texts for flaw in texts.unknown(known))), Statistics())


def _elsewhere() -> AbstractContextManager[Callable[[_Job], Examined]]:
    return nullcontext(_examined)
