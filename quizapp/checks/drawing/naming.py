"""Which names a check may give to what it draws, derives and calls a mistake."""

import keyword
import re
from collections.abc import Collection, Iterator, Sequence

from quizapp.cards.computed import CheckBlock
from quizapp.checks.expressions import NAMED
from quizapp.checks.flaws import Flaw, Path
from quizapp.i18n import F_

NET = "net"
RESERVED = (NET, "answer")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}\Z")
_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z")


def names_of(block: CheckBlock) -> Collection[str]:
    """All names that a block defines, rightly or wrongly: those that placeholders may name."""
    return {*drawn_names(block), *block.let, "answer", *([NET] if block.net is not None else [])}


def drawn_names(block: CheckBlock) -> Sequence[str]:
    """The names that are drawn, in order."""
    return [str(path[-1]) for path in _drawn(block)]


def names_misused(block: CheckBlock) -> Iterator[Flaw]:
    """The names of `draw` and `let` that cannot be used, or stand for two things."""
    taken: set[str] = set()
    for path in [*_drawn(block), *(("let", name) for name in block.let)]:
        name = str(path[-1])
        if what := _misused(name, taken):
            yield Flaw(path, what, F_("choose another name"))
        taken.add(name)


def wrong_ids(block: CheckBlock) -> Iterator[Flaw]:
    """The mistakes whose id the log could not count by."""
    for id_ in block.mistakes:
        if not _ID.match(id_) or len(id_) > 60:
            yield Flaw(
                ("mistakes", id_), F_("`{id}` is no id of a mistake", id=id_), F_("use letters, digits and hyphens")
            )


def _drawn(block: CheckBlock) -> Iterator[Path]:
    if isinstance(block.draw, list):
        yield from (("draw", 0, name) for name in (block.draw[0] if block.draw else ()))
    else:
        yield from (("draw", name) for name in block.draw)


def _misused(name: str, taken: set[str]) -> str | None:
    if not _NAME.match(name) or keyword.iskeyword(name):
        return F_("`{name}` is no name", name=name)
    if name in RESERVED or name in NAMED:
        return F_("`{name}` has a meaning of its own", name=name)
    return F_("`{name}` is drawn already", name=name) if name in taken else None
