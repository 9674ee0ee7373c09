"""Grades as plain lines."""

import unicodedata
from collections.abc import Mapping, Sequence

from quizapp.i18n import _
from quizapp.render import width_of
from quizapp.scheduling.grades import Grade, Scale
from quizapp.scheduling.memory import Memory
from quizapp.wording import grade_name, outlook


def grade_line(memories: Mapping[Grade, Memory], suggested: Grade, scale: Scale, practice: bool, width: int) -> str:
    """`1 Again today  2 Hard today, 15d  3 Good 15d  4 Easy 16d`, and which of them Enter takes.

    Practice changes no schedule, so no days are promised then.
    """
    keys = {grade: key for key, grade in scale.keys.items()}
    words = [
        " ".join([key, grade_name(grade, scale), *([] if practice else [outlook(memories[grade])])])
        for grade, key in keys.items()
    ]
    enter = _("Enter: {key} {name}").format(key=keys[suggested], name=grade_name(suggested, scale))
    return "\n".join([*_lines(words, width), enter])


def _lines(words: Sequence[str], width: int) -> Sequence[str]:
    """As many grades on a line as have room: none is torn from its key."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]}  {word}"
        if width_of(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def grade_in(line: str, scale: Scale, suggested: Grade) -> Grade | None:
    """The grade that a line means, the suggested one if it is empty; None where it means nothing."""
    text = unicodedata.normalize("NFKC", line).strip()
    return scale.keys.get(text) if text else suggested
