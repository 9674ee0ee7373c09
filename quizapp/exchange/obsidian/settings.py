"""What the plugin's settings say of how cards are written: its `data.json` in the vault, or its defaults.

Names and defaults as in the plugin's settings (DEFAULT_SETTINGS).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.exchange.notes import Loss, Told
from quizapp.i18n import _
from quizapp.visible import one_line

FILE = Path(".obsidian/plugins/obsidian-spaced-repetition/data.json")
_MOST = 2**20
_LONGEST = 40
_PATTERNS = {"==[123;;]answer[;;hint]==": "==", "**[123;;]answer[;;hint]**": "**", "{{[123;;]answer[;;hint]}}": "{{"}
_FLAGS = {"convertHighlightsToClozes": "==", "convertBoldTextToClozes": "**", "convertCurlyBracketsToClozes": "{{"}


@dataclass(frozen=True)
class Settings:
    """How cards are marked. `end` is the line that ends a card of several lines; empty: a blank line does."""

    tags: tuple[str, ...] = ("#flashcards",)
    folders: bool = False
    basic: str = "::"
    reverse: str = ":::"
    below: str = "?"
    below_reverse: str = "??"
    end: str = ""
    clozes: tuple[str, ...] = ("==",)


def settings_of(vault: Path) -> tuple[Settings, tuple[Told, ...]]:
    """The settings of the plugin in a vault; its defaults where there are none."""
    path = vault / FILE
    try:
        if not path.resolve().is_relative_to(vault.resolve()) or not path.is_file():
            return Settings(), ()
        with path.open("rb") as file:
            said = json.loads(file.read(_MOST))["settings"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        said = None
    if not isinstance(said, dict):
        what = _("the plugin's settings cannot be read, and its defaults are taken")
        return Settings(), (Told(FILE.as_posix(), what, Loss.NOTHING),)
    return _settings(said)


def _settings(said: Mapping[str, Any]) -> tuple[Settings, tuple[Told, ...]]:
    default = Settings()
    clozes, unknown = _clozes(said)
    found = Settings(
        tags=_tags(said.get("flashcardTags")) or default.tags,
        folders=said.get("convertFoldersToDecks") is True,
        basic=_text(said, "singleLineCardSeparator", default.basic),
        reverse=_text(said, "singleLineReversedCardSeparator", default.reverse),
        below=_text(said, "multilineCardSeparator", default.below),
        below_reverse=_text(said, "multilineReversedCardSeparator", default.below_reverse),
        end=_text(said, "multilineCardEndMarker", ""),
        clozes=clozes,
    )
    what = _("clozes of this pattern are not read: {pattern}")
    return found, tuple(Told(FILE.as_posix(), what.format(pattern=one_line(name)[:_LONGEST])) for name in unknown)


def _tags(value: object) -> tuple[str, ...]:
    return tuple(tag for tag in value if isinstance(tag, str) and len(tag) > 1) if isinstance(value, list) else ()


def _text(said: Mapping[str, Any], key: str, default: str) -> str:
    value = said.get(key)
    return value.strip() if isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST else default


def _clozes(said: Mapping[str, Any]) -> tuple[tuple[str, ...], list[str]]:
    """The marks of clozes, and the patterns that are none of ours. Older settings have a flag for each mark."""
    patterns = said.get("clozePatterns")
    if isinstance(patterns, list):
        names = [name for name in patterns if isinstance(name, str) and name.strip()]
        return tuple(_PATTERNS[name] for name in names if name in _PATTERNS), [
            name for name in names if name not in _PATTERNS
        ]
    return tuple(mark for flag, mark in _FLAGS.items() if said.get(flag, mark == "==") is True), []
