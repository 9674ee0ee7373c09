"""Answers to a card as typed on one line: what to ask for, and what a line means."""

import re
import unicodedata
from collections.abc import Sequence

from quizapp.cards.faces import ChoiceFace, Face, OrderFace, PointsFace
from quizapp.i18n import _
from quizapp.study.questions.asking import Ask
from quizapp.study.questions.verdicts import refusal

_BETWEEN = re.compile(r"[\s,;、.，；。]+")


def what_to_type(ask: Ask, face: Face) -> str:
    """The line that says what is to be typed now."""
    if ask.broken:
        return _("Enter: not before tomorrow; x: suspend it.")
    if ask.typing:
        return _("Type the answer; Enter alone if you do not know it. Commands begin with a colon here, as in :u")
    if not ask.listing:
        points = isinstance(face, PointsFace)
        return _("Answer aloud or in your head; Enter shows the points.") if points else _("Enter shows the answer.")
    if isinstance(face, OrderFace):
        return _("Type the numbers in the right order, as in 2 1 3; Enter alone if you do not know.")
    if isinstance(face, PointsFace):
        return _("Type the numbers of the points you had, as in 1 3; `all` for all of them, Enter for none.")
    if isinstance(face, ChoiceFace) and face.several:
        return _("Type the numbers of all that are right, as in 1 3; Enter alone if you do not know.")
    return _("Type the number of the right one; Enter alone if you do not know.")


def listed(ask: Ask, face: Face) -> Sequence[tuple[int, str]]:
    """Options, items or points with the numbers under which they are shown."""
    texts = _texts(face)
    return [(number, texts[position]) for number, position in enumerate(ask.shown, start=1)]


def number_of(ask: Ask, position: int) -> int:
    """The number under which the option, item or point at `position` in the file is shown."""
    return list(ask.shown).index(position) + 1


def give(ask: Ask, face: Face, line: str, language: str = "") -> str | None:
    """Gives the answer that a line holds. None if it was taken, else what to say before it is asked again."""
    if ask.typing:
        taken = ask.submit(line.strip(), language)
        return None if taken or ask.computed is None else refusal(ask.computed)
    if not ask.listing:
        ask.submit()
        return None
    numbers = _numbers(line, len(ask.shown), everything=isinstance(face, PointsFace))
    if numbers is None:
        return _("Numbers from 1 to {last}, please.").format(last=len(ask.shown))
    if isinstance(face, ChoiceFace) and not face.several and len(numbers) > 1:
        return _("Only one is right: one number, please.")
    ask.marked.clear()
    for number in dict.fromkeys(numbers):
        ask.digit(number)
    twice = isinstance(face, OrderFace) and len(set(numbers)) < len(numbers)
    if twice or not ask.submit():
        return _("All {count} numbers, please, each once.").format(count=len(ask.shown))
    return None


def _numbers(line: str, last: int, everything: bool) -> list[int] | None:
    """The numbers a line holds, in its order; None where it holds anything else.

    `13` is thirteen where there are so many, else one and three.
    """
    text = unicodedata.normalize("NFKC", line).strip().casefold()
    if everything and text in ("all", _("all")):
        return list(range(1, last + 1))
    numbers: list[int] = []
    for word in filter(None, _BETWEEN.split(text)):
        if not (word.isascii() and word.isdecimal()):
            return None
        numbers += [int(word)] if int(word[:4]) <= last and len(word) < 5 else map(int, word)
    if not all(1 <= number <= last for number in numbers):
        return None
    return numbers


def _texts(face: Face) -> Sequence[str]:
    if isinstance(face, ChoiceFace):
        return [option.text for option in face.options]
    if isinstance(face, OrderFace):
        return face.items
    return face.points if isinstance(face, PointsFace) else ()
