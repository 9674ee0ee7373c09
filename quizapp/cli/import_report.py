"""What came of an import: for people on stdout, for programs as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from quizapp.cli.losses import losses
from quizapp.cli.output import say
from quizapp.cli.shorter import shorter
from quizapp.exchange.incoming.alike import Change, Difference
from quizapp.exchange.incoming.bringing import Brought, Wish
from quizapp.exchange.notes import Loss
from quizapp.i18n import _
from quizapp.wording import N_, cards, labelled

MOST = 10
"""Cards named, unless all are asked for."""

_HEADS = {
    Change.HERE: N_("changed here since they came, and left as they are:"),
    Change.THERE: N_("changed in the file alone, and left as they are (--update takes the file's text):"),
    Change.BOTH: N_("changed here and in the file, and left as they are here:"),
    Change.UNKNOWN: N_("other here than in the file, and left as they are:"),
}


def report(brought: Brought, title: str, tell_all: bool) -> None:
    """What came, which cards differ, and what was lost; `title` is the format's."""
    for name, value in _facts(brought, title):
        say(f"{name}{value}")
    if brought.learned:
        say(_("cards that you had, and whose answers, schedules and suspensions go on by what the file says of them:"))
        _say_some(brought.learned, tell_all)
    for change, head in _HEADS.items():
        found = [one for one in brought.differences if one.change is change]
        if found:
            say(_(head))
            say_places(found, tell_all)
    heads = {
        Loss.NOTE: _("not brought along:"),
        Loss.PART: _("lost in part:"),
        Loss.NOTHING: _("read otherwise than it was written:"),
    }
    for line in losses(brought.told, heads, tell_all):
        say(line)


def say_places(found: Sequence[Difference], tell_all: bool) -> None:
    """The cards by file, line and title, ten of them at most unless all are asked for."""
    _say_some([f"{shorter(one.file)}:{one.line}: {one.title}" for one in found], tell_all)


def _say_some(lines: Sequence[str], tell_all: bool) -> None:
    shown = lines if tell_all else lines[:MOST]
    for line in shown:
        say(f"  {line}")
    if len(shown) < len(lines):
        say("  " + _("… and {n} more: --all tells them").format(n=len(lines) - len(shown)))


def _facts(brought: Brought, title: str) -> Iterator[tuple[str, str]]:
    decks = _(", ").join(f"{deck} {count}" for deck, count in sorted(brought.decks.items()))
    thrown_away = _("{cards}, left so").format(cards=cards(len(brought.thrown_away)))
    facts = {
        _("format"): title,
        _("added"): _("{cards} ({decks})").format(cards=cards(len(brought.added)), decks=decks) if decks else cards(0),
        _("here already"): cards(len(brought.there)) if brought.there else "",
        _("updated"): cards(len(brought.updated)) if brought.updated else "",
        _("thrown away here"): thrown_away if brought.thrown_away else "",
        _("answers"): str(brought.answers) if brought.answers else "",
        _("suspended"): str(brought.suspended) if brought.suspended else "",
        _("resumed"): str(brought.resumed) if brought.resumed else "",
        _("pictures"): str(brought.pictures) if brought.pictures else "",
        _("files"): "\n".join(shorter(path) for path in brought.files),
    }
    for name, value in facts.items():
        if value:
            yield labelled(name, value)


def as_data(brought: Brought, wish: Wish) -> dict[str, Any]:
    """The report as JSON has it."""
    return {
        "format": wish.source,
        "dry_run": wish.dry_run,
        "added": brought.added,
        "there": brought.there,
        "differing": brought.differing,
        "differences": places_as_data(brought.differences),
        "updated": brought.updated,
        "thrown_away": brought.thrown_away,
        "learned": brought.learned,
        "decks": dict(brought.decks),
        "answers": brought.answers,
        "suspended": brought.suspended,
        "resumed": brought.resumed,
        "pictures": brought.pictures,
        "files": [str(path) for path in brought.files],
        "told": [{"place": one.place, "what": one.what, "loss": one.loss.value} for one in brought.told],
    }


def places_as_data(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """Cards that differ from their source, as JSON has them."""
    return [
        {"card": one.card, "changed": one.change.value, "file": str(one.file), "line": one.line, "place": one.place}
        for one in found
    ]
