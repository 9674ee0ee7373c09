"""What came of an export: for people on stderr, for programs as JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from quizapp.cli.losses import losses
from quizapp.cli.output import say, tell
from quizapp.cli.shorter import shorter
from quizapp.exchange.notes import Found, Loss
from quizapp.exchange.outgoing.carried import amount_of
from quizapp.exchange.outgoing.writing import Output
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _, ngettext
from quizapp.visible import one_line
from quizapp.wording import answers, cards, number


def report(found: Found, output: Output, paths: Sequence[Path], tell_all: bool) -> None:
    """Where the files are, on stdout; what was left out and how much was written, on stderr.

    `found` is what was to be written: cards are told by their ids and what they ask.
    """
    for path in paths:
        say(shorter(path))
    heads = {
        Loss.NOTE: _("left out:"),
        Loss.PART: _("lost in part:"),
        Loss.NOTHING: _("written otherwise than it stands here:"),
    }
    meant = {one.place for one in output.told}
    asked = {
        note.place: f"{note.place} ({first_words(note.draft.prompt)})" for note in found.notes if note.place in meant
    }
    told = [replace(one, place=asked.get(one.place, one.place)) for one in output.told]
    for line in losses(told, heads, tell_all):
        indent = " " * (len(line) - len(line.lstrip()))
        click.echo(indent + one_line(line), err=True)
    tell(_(", ").join(_written(output)))


def _written(output: Output) -> list[str]:
    """How much is in the files: cards, and answers or, where these have no place, schedules."""
    past = amount_of(output.notes)
    written = [cards(len(output.notes))]
    if past.answers:
        return [*written, answers(past.answers)]
    what = ngettext("{n} schedule", "{n} schedules", past.schedules)
    return [*written, what.format(n=number(past.schedules))] if past.schedules else written


def as_data(format_name: str, output: Output, paths: Sequence[Path]) -> dict[str, Any]:
    """The report as JSON has it: what is in the files, and what was told."""
    past = amount_of(output.notes)
    return {
        "format": format_name,
        "files": [str(path) for path in paths],
        "written": len(output.notes),
        "cards": list(dict.fromkeys(note.place for note in output.notes)),
        "decks": dict(Counter("/".join(note.deck) for note in output.notes)),
        "answers": past.answers,
        "schedules": past.schedules,
        "suspended": past.suspended,
        "pictures": len({name for note in output.notes for name in note.media}),
        "told": [{"place": one.place, "what": one.what, "loss": one.loss.value} for one in output.told],
    }
