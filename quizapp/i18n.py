"""The interface's language: gettext, with English as the source text.

`use` says which language `_` and `ngettext` speak from now on. Translations lie in `quizapp/locale`; `make messages`
brings them up to date.

What is wrong, in a card file or in an error, is kept, logged and told to other programs in English. `F_` makes such a
text from its template; `said` finds the template again where somebody reads it. Faults have a catalogue of their own:
no other text of the program is taken for a template of theirs.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.language import Language

if TYPE_CHECKING:
    from gettext import NullTranslations

LOCALES = Path(__file__).parent / "locale"
LONGEST = 1000
"""Characters of a fault that is looked for among the templates."""
DEEPEST = 4
"""Faults within faults that are looked for; there are none that go deeper."""

_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}")
_TOLD_TOO = ("what", "other")
"""Placeholders for a text that is itself told in the language in use: another fault, or what kind of value it is."""

_current: "NullTranslations | None" = None
"""None speaks as the source does."""
_language: Language = "en"
_chosen = False
"""Whether somebody said which language to speak."""


def use(language: Language) -> None:
    """Speaks `language` from now on."""
    global _current, _language, _chosen
    _current = None if language == "en" else _catalogue("quizapp", language)
    _language, _chosen = language, True


def is_chosen() -> bool:
    """True once somebody said which language to speak."""
    return _chosen


def _catalogue(domain: str, language: Language) -> "NullTranslations":
    import gettext  # English has no need of it, and prompts no time

    return gettext.translation(domain, LOCALES, [language])


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speaks `language` for a while, and then again what was spoken before."""
    before = _language
    use(language)
    try:
        yield
    finally:
        use(before)


def _(message: str) -> str:
    """`message` in the language in use."""
    return _current.gettext(message) if _current else message


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that `count` wants, in the language in use."""
    return _current.ngettext(one, many, count) if _current else one if count == 1 else many


def F_(template: str, /, **values: object) -> str:  # noqa: N802 - as `N_` is called everywhere
    """A fault, or what to do about it, in English: the template with its `{values}`; without any, as it stands."""
    return template.format(**values) if values else template


def said(fault: str) -> str:
    """A text that `F_` made, in the language in use. Whatever else it is given comes back as it is."""
    return fault if _language == "en" or len(fault) > LONGEST else _told(_language, fault)[0]


def said_both(what: str, mend: str) -> str:
    """What is wrong, and what to do about it, on one line in the language in use."""
    return said(F_("{what}: {other}")).format(what=said(what), other=said(mend))


class _Template(NamedTuple):
    """A fault's template: what stands before, between and behind its placeholders, and their names.

    `longest` is the longest of the literal texts, `worded` whether there is a word in them.
    """

    text: str
    literals: Sequence[str]
    names: Sequence[str]
    longest: str
    worded: bool


@lru_cache(maxsize=4096)
def _told(language: Language, fault: str, deeper: int = DEEPEST) -> tuple[str, int]:
    """A fault as it is told, and how much of it is a template's own; 0 where no template made it.

    Several may fit, for a value can hold anything: what explains most of the text made it.
    """
    messages = _faults(language)
    if fault in messages:
        return messages[fault], len(fault)
    best, most = fault, 0
    for template in _templates(language) if deeper else ():
        for values in _readings(template, fault) if template.longest in fault else ():
            told = {name: _told(language, value, deeper - 1) for name, value in values.items() if name in _TOLD_TOO}
            own = sum(inside for _, inside in told.values())
            if template.worded or all(inside for _, inside in told.values()):
                own += sum(map(len, template.literals))
            if own > most:
                values |= {name: text for name, (text, _) in told.items()}
                best, most = messages[template.text].format(**values), own
    return best, most


def _readings(template: _Template, text: str) -> Iterator[dict[str, str]]:
    """What may stand in a text for each placeholder: the least for the first or, where it matters, for the last."""
    found = _between(template.literals, text)
    if found is not None:
        yield dict(zip(template.names, found, strict=True))
    if found is not None and not set(_TOLD_TOO).isdisjoint(template.names):
        mirrored = _between([literal[::-1] for literal in reversed(template.literals)], text[::-1]) or []
        yield dict(zip(template.names, [value[::-1] for value in reversed(mirrored)], strict=True))


def _between(literals: Sequence[str], text: str) -> list[str] | None:
    """What stands between literals, each as short as can be, in one pass; None where they are not there, in order."""
    first, *others, last = literals
    at, end = len(first), len(text) - len(last)
    if not text.startswith(first) or not text.endswith(last) or end < at:
        return None
    found = []
    for literal in others:
        stop = text.find(literal, at, end)
        if stop < 0:
            return None
        found.append(text[at:stop])
        at = stop + len(literal)
    return [*found, text[at:end]]


@cache
def _faults(language: Language) -> dict[str, str]:
    """The catalogue of faults, which gettext keeps but does not list."""
    catalogue: dict[str, str] = vars(_catalogue("faults", language))["_catalog"]
    return {english: there for english, there in catalogue.items() if english}


@cache
def _templates(language: Language) -> list[_Template]:
    return [template for template in map(_template, _faults(language)) if template.names]


def _template(text: str) -> _Template:
    pieces = _PLACEHOLDER.split(text)
    literals = [literal.replace("{{", "{").replace("}}", "}") for literal in pieces[::2]]
    return _Template(text, literals, pieces[1::2], max(literals, key=len), any(map(str.isalpha, "".join(literals))))
