"""`quizapp import` of an export of everything: files, progress and choices brought back, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quizapp.cli import clock
from quizapp.cli.output import say, say_json, tell
from quizapp.cli.shorter import shorter
from quizapp.i18n import _, ngettext
from quizapp.visible import one_line
from quizapp.wording import labelled, number

if TYPE_CHECKING:
    from quizapp.exchange.archive.bringing import Brought
    from quizapp.exchange.archive.document import Archive, Limits
    from quizapp.study.opening import Desk

MOST = 10
"""Files named, and choices, unless all are asked for."""


def bring_everything(desk: "Desk", archive: "Archive", dry_run: bool, tell_all: bool, as_json: bool) -> None:
    """Brings an export back, and tells what came of it. Raises QuizappError."""
    from quizapp.exchange.archive.bringing import bring_back

    brought = bring_back(desk, archive, clock.now(), dry_run)
    if as_json:
        say_json(_as_data(archive, brought, dry_run))
        return
    for line in _facts(archive, brought, desk.collection.device, dry_run):
        say(line)
    for line in _left(brought, None if tell_all else MOST):
        say(line)
    _tell_further(archive, brought, dry_run)


def _facts(archive: "Archive", brought: "Brought", device: str, dry_run: bool) -> Iterator[str]:
    from quizapp.exchange.archive.choices import NAMES
    from quizapp.study.merging.telling import facts

    made = archive.made_at.astimezone().date().isoformat()
    what = (
        _("a part of everything, by {program}, of {day}") if archive.limits else _("everything of {program}, of {day}")
    )
    yield _fact(_("format"), what.format(program=archive.program, day=made))
    files = brought.placed
    yield _fact(_("files"), _files(len(files.missing)) if files.missing else _("nothing"))
    if files.there:
        yield _fact(_("files here already"), number(len(files.there)))
    yield from facts(brought.merged, device, dry_run=dry_run)
    if brought.choices.taken:
        yield _fact(_("choices"), _(", ").join(_(NAMES[key]) for key in brought.choices.taken))


def _left(brought: "Brought", most: int | None) -> Iterator[str]:
    """The files that stay as they are, or are not brought along, and the choices that are not taken."""
    placed = brought.placed
    differing = [shorter(path) for path in placed.differing]
    yield from _list(_("other here than in the file, and left as they are:"), differing, most)
    refused = [f"{path}: {_(why)}" for path, why in placed.refused.items()]
    yield from _list(_("not brought along:"), refused, most)
    yield from _list(_("choices not taken:"), [one.told() for one in brought.choices.refused], most)


def _list(head: str, lines: Sequence[str], most: int | None) -> Iterator[str]:
    shown = lines[:most]
    if lines:
        yield head
    yield from (f"  {one_line(line)}" for line in shown)
    if len(shown) < len(lines):
        yield "  " + _("… and {n} more: --all tells them").format(n=len(lines) - len(shown))


def _tell_further(archive: "Archive", brought: "Brought", dry_run: bool) -> None:
    from quizapp.study.merging.telling import remarks

    if archive.limits:
        tell(_("this file holds only a part: {limits}").format(limits=_(", ").join(_limits(archive.limits))))
    for line in remarks(brought.merged):
        tell(line)
    for folder in brought.distrusted:
        tell(_("exercises in {folder} ask again before they run").format(folder=shorter(folder)))
    if dry_run:
        tell(_("nothing was written: this was a dry run"))


def _limits(limits: "Limits") -> Iterator[str]:
    yield from limits.decks
    if limits.since:
        yield _("since {day}").format(day=limits.since.isoformat())
    if limits.language:
        yield limits.language


def _files(count: int) -> str:
    return ngettext("{n} file", "{n} files", count).format(n=number(count))


def _fact(name: str, value: str) -> str:
    return "".join(labelled(name, one_line(value)))


def _as_data(archive: "Archive", brought: "Brought", dry_run: bool) -> Mapping[str, Any]:
    placed, merged = brought.placed, brought.merged
    return {
        "format": "json",
        "dry_run": dry_run,
        "made_at": archive.made_at.isoformat(),
        "limits": archive.limits and archive.limits.model_dump(mode="json"),
        "files": [str(path) for path in placed.missing],
        "there": [str(path) for path in placed.there],
        "differing": [str(path) for path in placed.differing],
        "refused": dict(placed.refused),
        "choices": dict(brought.choices.taken),
        "refused_choices": {one.key: str(one) for one in brought.choices.refused},
        "new": merged.new,
        "known": merged.known,
        "differing_entries": merged.differing,
        "cards": sorted(merged.cards),
        "unknown": sorted(merged.unknown),
        "untrusted": [str(folder) for folder in brought.distrusted],
    }
