"""`quizapp backup` and `quizapp restore`."""

from pathlib import Path

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.output import agreed, say, tell
from quizapp.cli.shorter import shorter
from quizapp.i18n import _
from quizapp.paths import places

_FILE = click.Path(path_type=Path)


@click.command(
    short_help="Copy all progress into a file.",
    epilog=epilog(
        ("quizapp backup", "into the folder of backups"),
        ("quizapp backup /media/stick/quizapp.db", "into a file"),
    ),
)
@click.argument("file", required=False, type=_FILE)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
def backup(file: Path | None, force: bool) -> None:
    """Copy all progress into FILE, and print where the copy is.

    It is safe while quizapp is open elsewhere. A copy is also made by itself every day; the last 14 are kept.
    """
    from quizapp.study.keeping import make_backup

    say(str(make_backup(places(), file, clock.now(), replace=force)))


@click.command(
    short_help="Bring progress back from a copy.",
    epilog=epilog(
        ("quizapp restore quizapp.db", "asks, then restores"),
        ("quizapp restore quizapp.db --yes", "does not ask"),
    ),
)
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def restore(file: Path, yes: bool) -> None:
    """Put the progress kept in FILE, a backup, in the place of the present one.

    The present one is copied aside first, and you are told where.
    """
    from quizapp.study.keeping import bring_back

    if not agreed(_("Replace all progress by {file}?").format(file=shorter(file)), yes):
        tell(_("left as it was"))
        return
    before = bring_back(places(), file, clock.now())
    tell(_("restored from {file}").format(file=shorter(file)))
    if before:
        tell(_("the progress before is kept in {file}").format(file=shorter(before)))
