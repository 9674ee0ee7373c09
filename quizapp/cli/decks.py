"""Which decks the words of a command line mean."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.errors import UsageError
from quizapp.i18n import F_

if TYPE_CHECKING:
    from quizapp.store.waiting.known import Titled

Rule = Callable[["Titled", str], bool]


def meant_decks(decks: Sequence["Titled"], names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the decks that `names` mean, each once. Raises UsageError for a name of none or of several."""
    return tuple(dict.fromkeys(_meant(decks, name) for name in names))


def _meant(decks: Sequence["Titled"], name: str) -> str:
    """By id or title, else by number, else by whole words, else by any part: the first rule that finds any decides."""
    wanted = _folded(name)
    for rule in (_is_named, _is_numbered) if wanted.isdecimal() else (_is_named, _has_words, _has_part):
        found = [deck for deck in decks if wanted and rule(deck, wanted)]
        if len(found) == 1:
            return found[0].id
        if found:
            raise UsageError(
                F_("`{name}` may mean {n} decks", name=name, n=len(found)),
                F_("choose one of {choices}", choices=_listed(found)),
            )
    mend = F_("choose one of {choices}", choices=_listed(decks)) if decks else F_("there are no cards")
    raise UsageError(F_("there is no deck `{name}`", name=name), mend)


def _is_named(deck: "Titled", wanted: str) -> bool:
    return wanted in _names(deck)


def _is_numbered(deck: "Titled", wanted: str) -> bool:
    number = re.match(r"\d+", deck.id.rpartition("/")[2])
    return number is not None and int(number[0]) == int(wanted)


def _has_words(deck: "Titled", wanted: str) -> bool:
    return any(re.search(rf"\b{re.escape(wanted)}\b", name) for name in _names(deck))


def _has_part(deck: "Titled", wanted: str) -> bool:
    return any(wanted in name for name in _names(deck))


def _names(deck: "Titled") -> Iterator[str]:
    return (_folded(name) for name in (deck.id, *deck.titles.values()))


def _listed(decks: Iterable["Titled"]) -> str:
    return ", ".join(deck.id for deck in decks)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
