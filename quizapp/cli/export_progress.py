"""`quizapp export` of progress: as data, or as a report."""

from dataclasses import dataclass
from datetime import date

from quizapp.cli import clock
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json, tell
from quizapp.cli.shorter import shorter
from quizapp.exchange.progress import PROGRESS_FORMATS, ProgressFormat, ProgressWanted
from quizapp.i18n import _
from quizapp.unswept import unswept

MOST = 10
"""Lines that are told, unless all are asked for."""


@dataclass(frozen=True)
class Request:
    """What the command line says of an export, whatever its format is."""

    output: str | None = None
    deck: str | None = None
    lang: str | None = None
    since: date | None = None
    force: bool = False
    tell_all: bool = False
    as_json: bool = False


def progress_format(name: str, output: str | None) -> ProgressFormat | None:
    """The format of progress that is meant; None where one of cards is. A table is, unless it goes into a folder."""
    from quizapp.cli.export_target import is_folder

    found = next((format_ for format_ in PROGRESS_FORMATS if format_.name == name), None)
    return None if found and found.folder and not (output and is_folder(output)) else found


@unswept()
def export_progress(format_: ProgressFormat, request: Request) -> None:
    """Writes progress, and says where it is. Raises QuizappError."""
    from quizapp.cli.decks import meant_decks
    from quizapp.cli.export_target import Shape, target_of, write
    from quizapp.study.days import refuse_to_come

    shape = Shape(format_.ending, several=format_.folder)
    target = target_of(shape, request.output, request.deck, request.as_json, request.force)
    told: list[str] = []
    with opened() as desk:
        decks = meant_decks(desk.collection.decks(), [request.deck] if request.deck else [])
        day, now = desk.settings.interview, clock.now()
        if request.since and format_.name != "ics":
            refuse_to_come(request.since, desk.pen.day(now))
        wanted = ProgressWanted(now, decks, request.since, request.lang, day, told.append)
        paths = write(format_.write(desk, wanted), target, request.force)
    if request.as_json:
        say_json(
            {
                "format": format_.name,
                "files": [str(path) for path in paths],
                "decks": list(decks),
                "since": request.since and request.since.isoformat(),
                "language": request.lang,
                "told": told,
            }
        )
        return
    for path in paths:
        say(shorter(path))
    shown = told if request.tell_all else told[:MOST]
    for line in shown:
        tell(line)
    if len(shown) < len(told):
        tell(_("… and {n} more: --all tells them").format(n=len(told) - len(shown)))
