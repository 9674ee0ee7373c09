"""`quizapp check`: what is wrong with card files."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.check_tables import say_functions, say_statistics
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, tell
from quizapp.cli.shorter import shorter
from quizapp.errors import QuizappError
from quizapp.i18n import _, ngettext, use
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.cards.faults import Fault
    from quizapp.cards.models import Card
    from quizapp.config import Settings


@click.command(
    short_help="Find faults in card files.",
    epilog=epilog(
        ("quizapp check", "all your folders of cards"),
        ("quizapp check notes.md talks/", "a file, and a folder"),
        ("quizapp check --fix notes.md", "write the missing ids into it"),
        ("quizapp check --stats talks/", "how the draws of its computed questions fare"),
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--fix", is_flag=True, help="Write an id behind the heading of each card that has none.")
@click.option(
    "--stats", is_flag=True, help="Tell how often the draws of each computed question collide with a mistake."
)
@click.option("--run", is_flag=True, help="Run the code of exercises, wherever they come from.")
@click.option("--functions", is_flag=True, help="List the functions that expressions may call, and check nothing.")
def check(paths: tuple[Path, ...], fix: bool, stats: bool, run: bool, functions: bool) -> int:
    """Check card files, and tell every fault as `file:line:column: what is wrong: what to do`.

    Computed questions are drawn 200 times, answered rightly and wrongly, and their texts filled.

    Without a PATH all folders of the library are checked. Exits with 1 if there is any fault; notes are no faults.
    """
    from quizapp.cards.faults import in_order
    from quizapp.cards.lint import linted
    from quizapp.study.checking.examination import examination
    from quizapp.study.exercises.examination import exercise_faults

    if functions:
        say_functions()
        return 0
    settings = _settings()
    use(settings.interface)
    chosen = paths or _library()
    unwritten = _fix(chosen, settings.largest_bytes) if fix else []
    read = linted(chosen, settings.largest_bytes)
    examined = examination(card for topic in read.topics for card in topic.cards)
    exercises = exercise_faults((card for topic in read.topics for card in topic.cards), _may_run(run, settings))
    asked = [fault for fault in (*examined.faults, *exercises) if fault.file not in read.beside]
    found = in_order([*unwritten, *read.faults, *asked])
    for fault in found:
        say(_line(fault))
    if stats:
        say_statistics(examined.statistics)
    notes = sum(fault.note for fault in found)
    _tell_sum(len(found) - notes, notes)
    return int(len(found) > notes)


def _settings() -> "Settings":
    """Those in force; the defaults where they make no sense: cards can be checked all the same."""
    from quizapp.config import Settings
    from quizapp.paths import places
    from quizapp.study.coming.glance import settings_in_force

    with suppress(QuizappError):
        return settings_in_force(places())
    return Settings()


def _may_run(everywhere: bool, settings: "Settings") -> "Callable[[Card], bool]":
    """Whose code may run: that of the bundled decks, of folders that the learner said yes to, or all where told so."""
    from quizapp.paths import places
    from quizapp.study.exercises.trust import untrusted

    return lambda card: everywhere or not untrusted(card, settings, places())


def _library() -> Sequence[Path]:
    from quizapp.study.opening import card_folders

    with opened(read=False) as desk:
        return [folder for folder in card_folders(desk.settings, desk.places) if folder.exists()]


def _fix(paths: Sequence[Path], largest: int) -> "list[Fault]":
    from quizapp.cards.lint import Fixed
    from quizapp.cards.lint import fix as write_ids

    unwritten = []
    for done in write_ids(paths, largest):
        if isinstance(done, Fixed):
            text = ngettext("wrote {n} id into {file}", "wrote {n} ids into {file}", done.ids)
            tell(text.format(n=done.ids, file=shorter(done.path)))
        else:
            unwritten.append(done)
    return unwritten


def _line(fault: "Fault") -> str:
    here = f"{Path.cwd()}/"
    line = fault.model_copy(update={"file": shorter(fault.file)}).told().replace(here, "")
    return one_line(_("{line} (note)").format(line=line) if fault.note else line)


def _tell_sum(faults: int, notes: int) -> None:
    said = [ngettext("{n} fault", "{n} faults", faults).format(n=faults) if faults else _("no faults")]
    if notes:
        said.append(ngettext("{n} note", "{n} notes", notes).format(n=notes))
    tell(", ".join(said))
