"""Searching cards: `text`, `deck:`, `topic:`, `tag:`, `kind:`, `is:due|new|suspended|buried|leech`.

`-` before a word negates it, quotes hold several words together.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from quizapp.errors import UsageError
from quizapp.store.values import Listed

_WORD = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))')

Matcher = Callable[[Listed], bool]


def search(cards: Iterable[Listed], query: str, today: date) -> list[Listed]:
    """The cards that match every word of the query. Raises UsageError where a word makes no sense."""
    matchers = [_matcher(match, today) for match in _WORD.finditer(query)]
    return [card for card in cards if all(matches(card) for matches in matchers)]


def _matcher(match: re.Match[str], today: date) -> Matcher:
    negated, field, quoted, plain = match.groups()
    value = _folded(plain if quoted is None else quoted)
    matches = _by_text(value) if field is None else _field(field, value, today)
    return (lambda card: not matches(card)) if negated else matches


def _field(field: str, value: str, today: date) -> Matcher:
    if field == "is":
        if value not in _STATES:
            raise UsageError(f"no card can be `is:{value}`", f"use one of {', '.join(_STATES)}")
        state = _STATES[value]
        return lambda card: state(card, today)
    if field not in _FIELDS:
        raise UsageError(
            f"cards have no `{field}:`", f"use one of {', '.join([*_FIELDS, 'is'])}, or put the text in quotes"
        )
    read = _FIELDS[field]
    return lambda card: any(value in _folded(text) for text in read(card))


def _by_text(wanted: str) -> Matcher:
    return lambda card: wanted in _folded(card.id) or wanted in _folded(card.text)


_FIELDS: dict[str, Callable[[Listed], Iterable[str]]] = {
    "deck": lambda card: [card.deck],
    "topic": lambda card: [card.topic],
    "tag": lambda card: card.tags,
    "kind": lambda card: [card.kind],
}


def _due(card: Listed, today: date) -> bool:
    return card.standing is not None and card.standing.due_on(today) and card.standing.waits_on(today)


_STATES: dict[str, Callable[[Listed, date], bool]] = {
    "due": _due,
    "new": lambda card, today: card.standing is None or card.standing.introduced is None,
    "suspended": lambda card, today: card.standing is not None and card.standing.suspended,
    "buried": lambda card, today: card.standing is not None and card.standing.buried_on(today),
    "leech": lambda card, today: card.standing is not None and card.standing.leech,
}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
