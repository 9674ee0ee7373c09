"""`quizapp backup` and `quizapp restore`."""

from pathlib import Path

import click

from quizapp.cli import clock
from quizapp.cli.ending import speak
from quizapp.cli.epilog import epilog
from quizapp.cli.output import agreed, say, tell
from quizapp.cli.shorter import shorter
from quizapp.i18n import _, ngettext
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
        ("quizapp restore", "the newest sound backup: asks, then restores"),
        ("quizapp restore quizapp.db", "from a file"),
        ("quizapp restore quizapp.db --yes", "does not ask"),
    ),
)
@click.argument("file", required=False, type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def restore(file: Path | None, yes: bool) -> None:
    """Put the progress kept in FILE, a backup, in the place of the present one; without FILE, the newest sound backup.

    The present one is copied aside first, and you are told where. Where it is damaged, answers that can still be
    read in it are added to those of the backup.
    """
    from quizapp.study.keeping import bring_back, to_bring_back

    speak()
    backup = file or to_bring_back(places())
    if not agreed(_question(backup), yes):
        tell(_("left as it was"))
        return
    brought = bring_back(places(), backup, clock.now())
    if backup:
        tell(_("restored from {file}").format(file=shorter(backup)))
    if brought.salvaged:
        text = ngettext(
            "{n} entry of the log was read from the damaged database",
            "{n} entries of the log were read from the damaged database",
            brought.salvaged,
        )
        tell(text.format(n=brought.salvaged))
    if brought.before:
        tell(_("the progress before is kept in {file}").format(file=shorter(brought.before)))


def _question(backup: Path | None) -> str:
    if backup is None:
        return _("There is no sound backup. Begin anew with what can still be read of your answers?")
    return _("Replace all progress by {file}?").format(file=shorter(backup))
