"""What came of an export: for people on stderr, for programs as JSON."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from quizapp.cli.losses import losses
from quizapp.cli.output import say, tell
from quizapp.cli.shorter import shorter
from quizapp.exchange.notes import Found, Loss, Past, Told
from quizapp.i18n import _
from quizapp.visible import one_line
from quizapp.wording import answers, cards


def report(found: Found, told: Sequence[Told], paths: Sequence[Path], tell_all: bool) -> None:
    """Where the files are, on stdout; what was left out and how much was written, on stderr."""
    for path in paths:
        say(shorter(path))
    heads = {
        Loss.NOTE: _("left out:"),
        Loss.PART: _("lost in part:"),
        Loss.NOTHING: _("written otherwise than it stands here:"),
    }
    for line in losses(told, heads, tell_all):
        indent = " " * (len(line) - len(line.lstrip()))
        click.echo(indent + one_line(line), err=True)
    answered = _answers(found)
    tell(_(", ").join([cards(_written(found, told)), *([answers(answered)] if answered else [])]))


def as_data(format_name: str, found: Found, told: Sequence[Told], paths: Sequence[Path]) -> dict[str, Any]:
    """The report as JSON has it."""
    return {
        "format": format_name,
        "files": [str(path) for path in paths],
        "written": _written(found, told),
        "cards": list(dict.fromkeys(note.place for note in found.notes)),
        "decks": dict(Counter("/".join(note.deck) for note in found.notes)),
        "answers": _answers(found),
        "suspended": sum(past.suspended for past in _pasts(found)),
        "pictures": len({name for note in found.notes for name in note.media}),
        "told": [{"place": one.place, "what": one.what, "loss": one.loss.value} for one in told],
    }


def _written(found: Found, told: Sequence[Told]) -> int:
    """The notes that are in the files: those that were to be written, but for those that the format cannot hold."""
    return len(found.notes) - (_lost(told) - _lost(found.told))


def _lost(told: Sequence[Told]) -> int:
    return sum(one.loss is Loss.NOTE for one in told)


def _answers(found: Found) -> int:
    return sum(len(past.answers) for past in _pasts(found))


def _pasts(found: Found) -> list[Past]:
    return [past for note in found.notes for past in (note.past, note.backwards)]
