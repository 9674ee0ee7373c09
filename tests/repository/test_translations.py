"""The catalogues of Chinese texts are whole: that of the program, and that of what is wrong with card files."""

import ast
import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from quizapp.i18n import LOCALES
from tests.repository.modules import nodes

FOLDER = LOCALES / "zh" / "LC_MESSAGES"
KEYWORDS: Mapping[str, Sequence[str]] = {"quizapp": ("_", "N_", "ngettext", "setting"), "faults": ("F_",)}
_PLACEHOLDER = re.compile(r"\{\w*\}")

Message = str | Sequence[str] | None


each_catalogue = pytest.mark.parametrize("name", list(KEYWORDS))


@cache
def _catalogue(name: str) -> Catalog:
    return read_po(BytesIO((FOLDER / f"{name}.po").read_bytes()), locale="zh", domain=name)


def _source(name: str) -> set[str]:
    """The texts of a catalogue, by the syntax tree: the same with every Python."""
    calls = (node for node in nodes() if isinstance(node, ast.Call))
    return {text for call in calls for text in _said(call, KEYWORDS[name])}


def _said(call: ast.Call, keywords: Sequence[str]) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in keywords and call.args and isinstance(call.args[0], ast.Constant):
        yield str(call.args[0].value)


def _texts(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message or ())


def test_no_text_stands_inside_an_f_string() -> None:
    # Before Python 3.12 an f-string is one token, and `make messages` would not find what is said in it.
    parts = [node for node in nodes() if isinstance(node, ast.FormattedValue)]
    calls = [inner for part in parts for inner in ast.walk(part) if isinstance(inner, ast.Call)]
    keywords = [keyword for several in KEYWORDS.values() for keyword in several]
    assert sorted({text for call in calls for text in _said(call, keywords)}) == []


@each_catalogue
def test_every_text_of_the_program_is_translated(name: str) -> None:
    translated = {_key(message.id) for message in _catalogue(name) if message.id and all(_texts(message.string))}
    missing = _source(name) - translated
    assert len(translated) > 50
    assert sorted(missing) == []


@each_catalogue
def test_the_catalogue_holds_nothing_that_the_program_does_not_say(name: str) -> None:
    catalogue = _catalogue(name)
    assert {_key(message.id) for message in catalogue if message.id} - _source(name) == set()
    assert list(catalogue.obsolete) == []


@each_catalogue
def test_no_translation_is_a_guess(name: str) -> None:
    assert [message.id for message in _catalogue(name) if message.id and message.fuzzy] == []


@each_catalogue
def test_translations_have_the_placeholders_of_the_source(name: str) -> None:
    for message in _catalogue(name):
        wanted = set(_PLACEHOLDER.findall(_texts(message.id)[-1])) if message.id else set()
        for text in _texts(message.string) if message.id else ():
            assert set(_PLACEHOLDER.findall(text)) == wanted, text


@each_catalogue
def test_the_compiled_catalogue_is_that_of_the_source(name: str) -> None:
    with (FOLDER / f"{name}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in _catalogue(name):
        if message.id:
            one, *many = _texts(message.id)
            shown = compiled.ngettext(one, many[0], 2) if many else compiled.gettext(one)
            assert shown == _texts(message.string)[0], "`make messages` compiles it"


@each_catalogue
@pytest.mark.parametrize("header", ["POT-Creation-Date", "PO-Revision-Date", "Generated-By"])
def test_the_catalogue_carries_no_dates(name: str, header: str) -> None:
    assert header not in (FOLDER / f"{name}.po").read_text(encoding="utf-8")


def _key(message: Message) -> str:
    return _texts(message)[0]
