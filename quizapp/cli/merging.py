"""`quizapp merge` and `quizapp sync`: progress of other machines."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json, tell
from quizapp.errors import UsageError
from quizapp.i18n import F_, _

if TYPE_CHECKING:
    from quizapp.study.merging.merge import Merged
    from quizapp.study.merging.synchronizing import Synchronized
    from quizapp.study.merging.troubles import Trouble
    from quizapp.study.opening import Desk

_KEYS = (
    "new, answers among them, known and differing (numbers of entries), cards and unknown (ids), devices (id to number "
    "of entries), names (of devices, by id), first and last (instants, or null), ahead, and troubles: an array of "
    "fault, file, count, line, why and text."
)


@click.command(
    short_help="Bring in another machine's progress.",
    epilog=epilog(
        ("quizapp merge /media/stick/desk.db", "what `quizapp backup` wrote on another machine, or its quizapp.db"),
        ("quizapp merge /media/stick/desk.db --dry-run", "what would come in"),
        json=f"an object with file, dry_run, {_KEYS}",
    ),
)
@click.argument("other", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would come in, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def merge(other: Path, dry_run: bool, as_json: bool) -> None:
    """Bring in what was learned on another machine, from OTHER: a backup, its quizapp.db, an export
    (json), or a file of a sync_folder.

    Answers of both machines are put together, and every schedule is worked out anew from them. Merging twice, or in
    either order, gives the same. OTHER is only read. Cards themselves are files: copy those too.
    """
    from quizapp.study.merging.bookmarks import names_in
    from quizapp.study.merging.sources import is_same_file, rows_in
    from quizapp.study.merging.taking import take
    from quizapp.study.merging.telling import facts, remarks, trouble_text

    with opened() as desk:
        if desk.collection.place == desk.places.database and is_same_file(other, desk.places.database):
            what = F_("{path} is this machine's own database", path=other)
            raise UsageError(what, F_("name that of another machine"))
        with rows_in(other, clock.now()) as taken:
            merged = take(desk, taken, other.name, clock.now(), dry_run)
        names = {**taken.names, **names_in(desk.collection.seen())}
        if as_json:
            say_json({"file": str(other), "dry_run": dry_run, **_as_data(merged, names, taken.troubles)})
            return
        for line in facts(merged, desk.collection.device, names, dry_run=dry_run):
            say(line)
        for line in (*remarks(merged), *map(trouble_text, taken.troubles)):
            tell(line)
        if dry_run:
            tell(_("nothing was written: this was a dry run"))


@click.command(
    short_help="Keep in step with your other machines.",
    epilog=epilog(
        ("quizapp config sync_folder ~/Sync/quizapp", "once: a folder that Syncthing, Dropbox or git carries about"),
        ("quizapp sync", "takes in what is new there, and writes what is new here"),
        json=f"an object with folder, written, renewed, choices (taken over: key to value), {_KEYS}",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def sync(as_json: bool) -> int:
    """Take in what your other machines wrote into the sync_folder, and write there what they do not have.

    Every session does so when it begins and when it ends. Exits with 1 if the folder cannot be used.
    """
    from quizapp.study.merging.synchronizing import synchronize

    with opened() as desk:
        if desk.settings.server:
            raise UsageError(F_("a server keeps the progress: there is nothing to share"), F_("leave sync_folder out"))
        if desk.settings.sync_folder is None:
            raise UsageError(F_("there is no folder to share"), F_("`quizapp config sync_folder FOLDER` names one"))
        done = synchronize(desk, clock.now())
        if as_json:
            say_json(
                {
                    "folder": str(done.folder),
                    "written": done.written,
                    "renewed": done.renewed,
                    "choices": {key: value for one in done.choices.values() for key, value in one.values.items()},
                    **_as_data(_without_known(done), done.names, done.troubles),
                }
            )
        else:
            _say_synchronized(done, desk)
    return int(done.failed)


@contextmanager
def in_step(desk: "Desk") -> Iterator[None]:
    """Keeps in step with other machines around a session, also one that is broken off."""
    _synchronize(desk)
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        _synchronize(desk)
        raise
    _synchronize(desk)


def _synchronize(desk: "Desk") -> None:
    if desk.settings.sync_folder is None:
        return
    from quizapp.study.merging.synchronizing import synchronize
    from quizapp.study.merging.telling import in_short

    for line in in_short(synchronize(desk, clock.now())):
        tell(line)


def _say_synchronized(done: "Synchronized", desk: "Desk") -> None:
    from quizapp.study.merging.telling import entries, facts, notices, remarks, trouble_text
    from quizapp.wording import labelled

    if not done.failed:
        for line in facts(_without_known(done), desk.collection.device, done.names):
            say(line)
        said = entries(done.written, done.answers) if done.written else _("nothing")
        say("".join(labelled(_("written"), said)))
    troubles = (trouble_text(trouble, done.names) for trouble in done.troubles)
    for line in (*remarks(done.merged), *notices(done), *troubles):
        tell(line)


def _without_known(done: "Synchronized") -> "Merged":
    """How often rows were met that we have is nothing that anybody asks of a folder."""
    return replace(done.merged, known=0)


def _as_data(merged: "Merged", names: Mapping[str, str], troubles: Iterable["Trouble"]) -> dict[str, Any]:
    from quizapp.study.merging.telling import trouble_text

    return {
        "new": merged.new,
        "answers": merged.answers,
        "known": merged.known,
        "differing": merged.differing,
        "cards": sorted(merged.cards),
        "unknown": sorted(merged.unknown),
        "devices": dict(merged.devices),
        "names": {device: names[device] for device in merged.devices if device in names},
        "first": merged.first and merged.first.isoformat(),
        "last": merged.last and merged.last.isoformat(),
        "ahead": merged.ahead,
        "troubles": [{**one.model_dump(mode="json"), "text": trouble_text(one, names)} for one in troubles],
    }
