"""The language of searches: words, "several words", `-` before what must not be; `deck:`, `topic:`, `tag:`, `kind:`,
`id:` and `is:` before what is looked for in one field only; `deck:=name` for what is called so and no more.

Signs count in either width, quotes straight or curly, as they come from a Chinese keyboard.
"""

import re
from collections.abc import Sequence

from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.store.searching.wanted import Field, Query, State, Word, folded

# A minus, a field, an equals sign, then quoted text and its closing quote, or a plain word.
_WORD = re.compile(r'(?=\S)(-?)(?:(\w+):(=?))?(?:"([^"]*)("?)|(\S*))')
_QUOTES = str.maketrans("“”„«»", '"' * 5)
_FIELDS = {field.value: field for field in Field if field is not Field.TEXT}
_LONGEST = 1_000
"""No search has more characters: SQLite bounds a pattern, and nobody types so many."""


class Unreadable(UsageError):
    """A word of a search that makes no sense, or not yet: `word` as typed, and `choices` of what it might become.

    It is `wrong` where nothing that is typed behind it would make sense of it: `choices` are all that there is then.
    """

    def __init__(self, message: str, hint: str, word: str, choices: Sequence[str] = (), wrong: bool = False) -> None:
        super().__init__(message, hint)
        self.word = word
        self.choices = tuple(choices)
        self.wrong = wrong


def parse(text: str) -> Query:
    """What is looked for. Raises Unreadable with the word that makes no sense."""
    if len(text) > _LONGEST:
        mend = F_("{n} characters are the most", n=_LONGEST)
        raise Unreadable(F_("this search is too long"), mend, text[:20] + "…", wrong=True)
    plain = folded(text).translate(_QUOTES)
    return Query(tuple(_word(match) for match in _WORD.finditer(plain)))


def _word(match: re.Match[str]) -> Word:
    minus, name, equals, quoted, closing, plain = match.groups()
    whole = match[0]
    field = Field.TEXT if name is None else _field(name, whole)
    if quoted is not None and not closing:
        what = F_("`{word}` has no closing quote", word=whole)
        raise Unreadable(what, F_("add one, or leave the first out"), whole)
    value = (plain if quoted is None else quoted).strip()
    if field is Field.IS:
        return Word(field, _state(equals + value, whole), bool(minus))
    if not value:
        what = F_("`{word}` looks for nothing", word=whole)
        raise Unreadable(what, F_("write a word after it, or put it in quotes"), whole)
    return Word(field, value, bool(minus), bool(equals))


def _field(name: str, whole: str) -> Field:
    if name not in _FIELDS:
        hint = F_("use one of {choices}, or put the text in quotes", choices=", ".join(_FIELDS))
        raise _no_such(F_("cards have no `{name}:`", name=name), hint, whole, name, list(_FIELDS))
    return _FIELDS[name]


def _state(value: str, whole: str) -> str:
    states = [state.value for state in State]
    if value not in states:
        hint = F_("use one of {choices}", choices=", ".join(states))
        raise _no_such(F_("no card can be `is:{state}`", state=value), hint, whole, value, states)
    return value


def _no_such(message: str, hint: str, whole: str, begun: str, names: Sequence[str]) -> Unreadable:
    """What the word may become are the names that begin so; where none does, it is wrong."""
    choices = [name for name in names if name.startswith(begun)]
    return Unreadable(message, hint, whole, choices or names, wrong=not choices)
