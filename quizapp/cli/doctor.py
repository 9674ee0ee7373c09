"""`quizapp doctor`: where things are, and whether they are sound."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say_json, tell
from quizapp.cli.table import say_table
from quizapp.cli.terminal import abilities
from quizapp.errors import QuizappError
from quizapp.i18n import _, ngettext, use
from quizapp.language import Language
from quizapp.paths import places

if TYPE_CHECKING:
    from quizapp.study.soundness import Finding


@click.command(
    short_help="Look whether everything is sound.",
    epilog=epilog(
        ("quizapp doctor", "looks, changes nothing"),
        ("quizapp doctor --rebuild", "works the schedule out anew from your answers, then looks"),
        json="an array of findings, each with name, ok (true, false; null where there is nothing to judge) and detail.",
    ),
)
@click.option("--rebuild", is_flag=True, help="Write the schedule anew from the log of all answers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def doctor(rebuild: bool, as_json: bool) -> int:
    """Look whether everything is sound: database, schedule, cards, backups, settings, terminal.

    Exits with 1 if something is not.
    """
    from quizapp.study.soundness import examine

    differing = _rebuild() if rebuild else None
    use("en" if as_json else _language())  # programs are told the same whoever asks
    findings = [*examine(places(), clock.now(), differing), *abilities()]
    if as_json:
        say_json([{"name": found.name, "ok": found.ok, "detail": found.detail} for found in findings])
    else:
        say_table([_("what"), "", _("found")], [_row(found) for found in findings])
    return int(any(found.ok is False for found in findings))


def _row(found: "Finding") -> list[str]:
    marks = {True: _("ok"), False: _("WRONG"), None: "-"}
    return [_(found.name), marks[found.ok], found.detail]


def _language() -> Language:
    """The learner's, as far as the settings can be read; that they cannot is itself a finding."""
    from quizapp.config import language_in
    from quizapp.study.coming.glance import settings_in_force

    try:
        return settings_in_force(places()).interface
    except QuizappError:
        return language_in(places().config_file)


def _rebuild() -> Sequence[str]:
    """Writes the schedule anew; the cards that differ from their log even now, of which there should be none."""
    with opened(read=False) as desk:
        rebuilt = desk.collection.rebuild()
    differed = len(rebuilt.before)
    text = ngettext("rebuilt the schedule: {n} card differed", "rebuilt the schedule: {n} cards differed", differed)
    tell(text.format(n=differed))
    return rebuilt.after
