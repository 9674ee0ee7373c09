"""Card templates: `{{Field}}`, `{{#Field}}…{{/Field}}`, `{{^Field}}…{{/Field}}` and filters, as Anki reads them.

From Anki's source, rslib/src/template.rs, and its manual, "Card templates". What is not well-formed, which Anki refuses
to show, is taken for text.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

_TAG = re.compile(r"\{\{(?!\{\{)([^{}]+)\}\}")
_OLD_DELIMITERS = "{{=<% %>=}}"
_EMPTY = re.compile(r"(?:\s|&nbsp;|</?(?:br|div)[ ]?/?>)*\Z", re.IGNORECASE)
_ANSWER = re.compile(r"<hr\b[^<>]*\bid\s*=\s*[\"']?answer\b[^<>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b", re.IGNORECASE)
_DEEPEST = 30
"""Conditions within one another."""

_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is to be put in, and the filters in front of its name, innermost first."""

    name: str
    filters: tuple[str, ...] = ()


Part = str | Field


@dataclass(frozen=True, slots=True)
class Parsed:
    """A template as a row of parts; a part stands under conditions (field, is it to be filled?)."""

    parts: tuple[tuple[Part, tuple[tuple[str, bool], ...]], ...]
    has_scripts: bool

    def under(self, filled: Collection[str]) -> list[Part]:
        """The parts that are shown while these fields are filled."""
        return [
            part for part, conditions in self.parts if all((name in filled) is wanted for name, wanted in conditions)
        ]


@cache
def parsed(template: str) -> Parsed:
    """The template, without scripts and styles."""
    if template.lstrip().startswith(_OLD_DELIMITERS):
        template = template.replace(_OLD_DELIMITERS, "", 1).replace("<%", "{{").replace("%>", "}}")
    plain = _without_scripts(template)
    scripts = plain != template or bool(_HANDLER.search(template))
    conditions: list[tuple[str, bool]] = []
    parts = []
    for part in _pieces(plain):
        name = part.name if isinstance(part, Field) else ""
        if name[:1] in "#^" and name:
            conditions += [(name[1:].strip(), name[0] == "#")] * (len(conditions) < _DEEPEST)
        elif name[:1] == "/":
            conditions = conditions[:-1]
        else:
            parts.append((part, tuple(conditions)))
    return Parsed(tuple(parts), scripts)


def is_filled(value: str) -> bool:
    """True if a field holds more than blanks and line ends."""
    return _EMPTY.match(value) is None


def parted(parts: list[Part]) -> tuple[list[Part], list[Part]] | None:
    """What stands before and behind the line `<hr id=answer>`; None if there is none."""
    for index, part in enumerate(parts):
        found = _ANSWER.search(part) if isinstance(part, str) else None
        if found and isinstance(part, str):
            return [*parts[:index], part[: found.start()]], [part[found.end() :], *parts[index + 1 :]]
    return None


def _pieces(template: str) -> Iterator[Part]:
    at = 0
    for match in _TAG.finditer(template):
        if match.start() > at:
            yield template[at : match.start()]
        yield _field(match[1].strip())
        at = match.end()
    if template[at:]:
        yield template[at:]


def _field(inside: str) -> Field:
    if inside[:1] in ("#", "^", "/"):
        return Field(inside)
    name, *filters = reversed(inside.split(":"))
    return Field(name.strip(), tuple(map(str.strip, filters)))


def _without_scripts(template: str) -> str:
    pieces, at = [], 0
    while match := _SCRIPT.search(template, at):
        pieces.append(template[at : match.start()])
        closing = re.compile(f"</{match[1]}[^<>]*>", re.IGNORECASE).search(template, match.end())
        at = closing.end() if closing else len(template)
    return "".join([*pieces, template[at:]])
