"""The language of searches: words, "several words", `-` before what must not be; `deck:`, `topic:`, `tag:`, `kind:`,
`id:` and `is:` before what is looked for in one field only.

Signs count in either width, quotes straight or curly, as they come from a Chinese keyboard.
"""

import re
from collections.abc import Collection, Sequence

from quizapp.errors import UsageError
from quizapp.store.wanted import Field, Query, State, Word, folded

# A minus, a field, then quoted text and its closing quote, or a plain word.
_WORD = re.compile(r'(?=\S)(-?)(?:(\w+):)?(?:"([^"]*)("?)|(\S*))')
_QUOTES = str.maketrans("“”„«»", '"' * 5)
_FIELDS = {field.value: field for field in Field if field is not Field.TEXT}
_LONGEST = 1_000
"""No search has more characters: SQLite bounds a pattern, and nobody types so many."""


class Unreadable(UsageError):
    """A word of a search that makes no sense, or not yet: `word` as typed, and `choices` of what it might become."""

    def __init__(self, message: str, hint: str, word: str, choices: Sequence[str] = ()) -> None:
        super().__init__(message, hint)
        self.word = word
        self.choices = tuple(choices)


def parse(text: str) -> Query:
    """What is looked for. Raises Unreadable with the word that makes no sense."""
    if len(text) > _LONGEST:
        raise Unreadable("this search is too long", f"{_LONGEST} characters are the most", text[:20] + "…")
    plain = folded(text).translate(_QUOTES)
    return Query(tuple(_word(match) for match in _WORD.finditer(plain)))


def _word(match: re.Match[str]) -> Word:
    minus, name, quoted, closing, plain = match.groups()
    whole = match[0]
    field = Field.TEXT if name is None else _field(name, whole)
    if quoted is not None and not closing:
        raise Unreadable(f"`{whole}` has no closing quote", "add one, or leave the first out", whole)
    value = (plain if quoted is None else quoted).strip()
    if field is Field.IS:
        return Word(field, _state(value, whole), bool(minus))
    if not value:
        raise Unreadable(f"`{whole}` looks for nothing", "write a word after it, or put it in quotes", whole)
    return Word(field, value, bool(minus))


def _field(name: str, whole: str) -> Field:
    if name not in _FIELDS:
        hint = f"use one of {', '.join(_FIELDS)}, or put the text in quotes"
        raise Unreadable(f"cards have no `{name}:`", hint, whole, _going_on(name, _FIELDS))
    return _FIELDS[name]


def _state(value: str, whole: str) -> str:
    states = [state.value for state in State]
    if value not in states:
        raise Unreadable(
            f"no card can be `is:{value}`", f"use one of {', '.join(states)}", whole, _going_on(value, states)
        )
    return value


def _going_on(begun: str, names: Collection[str]) -> list[str]:
    """The names that begin so; all of them, where none does."""
    return [name for name in names if name.startswith(begun)] or list(names)
