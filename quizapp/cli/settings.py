"""`quizapp config`: the settings in force, where each comes from, and choices kept."""

import os
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.decks import meant_decks
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json, tell
from quizapp.cli.table import say_table
from quizapp.config import MEANINGS, PLAN, Origin, known
from quizapp.errors import UsageError
from quizapp.i18n import F_, _
from quizapp.paths import expanded
from quizapp.study.days import day_of
from quizapp.typed_setting import validated
from quizapp.wording import N_

if TYPE_CHECKING:
    from quizapp.study.opening import Desk

_ORIGINS: Mapping[Origin, str] = {"default": N_("default"), "file": N_("file"), "choice": N_("choice")}


@click.command(
    epilog=epilog(
        ("quizapp config", "all settings"),
        ("quizapp config new_per_day", "one of them"),
        ("quizapp config new_per_day 20", "keeps a choice"),
        ("quizapp config --unset new_per_day", "takes it back"),
        json="an object: setting to value, from (default, file, choice) and meaning.",
    )
)
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--unset", metavar="KEY", help="Take a choice back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def config(key: str | None, value: str | None, unset: str | None, as_json: bool) -> None:
    """Show the settings, or change one.

    A setting comes from its default, from your config.toml, or from a choice, made here or in the
    interface; the last wins.
    """
    if unset is not None and key is not None:
        raise UsageError(F_("--unset stands alone"), F_("write `quizapp config --unset KEY`"))
    with opened(read=False) as desk:
        if unset is not None:
            _choose(desk, known(unset), None)
        elif key is None:
            _say_all(desk, as_json)
        elif value is None:
            _say_one(desk, known(key), as_json)
        else:
            _choose(desk, key, _meant(desk, key, value))


def _meant(desk: "Desk", key: str, text: str) -> object:
    """The value that a text means: days and decks are named as everywhere on the command line, themes are known.

    Raises UsageError.
    """
    if key in ("interview", "interview_since") and text.strip():
        text = day_of(text, desk.pen.day(clock.now())).isoformat()
    value = validated(key, text)
    if key == "theme":
        _refuse_unknown_theme(value)
    return list(meant_decks(desk.collection.decks(), value)) if key == "interview_decks" else value


def _refuse_unknown_theme(name: str) -> None:
    from quizapp.tui.themes import theme_names

    if name not in (names := theme_names()):
        raise UsageError(
            F_("there is no theme `{name}`", name=name), F_("choose one of {choices}", choices=", ".join(names))
        )


def _choose(desk: "Desk", key: str, value: object) -> None:
    if key == "interview" and value is None:
        desk.choose_all(dict.fromkeys(PLAN))  # as `quizapp plan --drop`
    else:
        desk.choose(key, value)
    text = _("{key} is {value} (from: {origin})")
    shown = _as_text(getattr(desk.settings, key))
    tell(text.format(key=key, value=shown, origin=_(_ORIGINS[desk.configured.origins[key]])))
    _tell_missing(desk, getattr(desk.settings, key))


def _tell_missing(desk: "Desk", value: object) -> None:
    """Tells of folders that are not there; they may come, as a stick's do."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Path) and not (folder := desk.places.config / expanded(one)).is_dir():
            tell(_("there is no folder {folder} yet").format(folder=folder))


def _say_one(desk: "Desk", key: str, as_json: bool) -> None:
    if as_json:
        say_json({key: _as_data(desk)[key]})
    else:
        say(_as_text(getattr(desk.settings, key)))


def _say_all(desk: "Desk", as_json: bool) -> None:
    if as_json:
        say_json(_as_data(desk))
        return
    rows = [
        [key, _as_text(getattr(desk.settings, key)), _(_ORIGINS[desk.configured.origins[key]]), _(meaning)]
        for key, meaning in MEANINGS.items()
    ]
    say_table([_("setting"), _("value"), _("from"), _("meaning")], rows)


def _as_data(desk: "Desk") -> Mapping[str, Any]:
    values = desk.settings.plain()
    return {
        key: {"value": values[key], "from": desk.configured.origins[key], "meaning": meaning}
        for key, meaning in MEANINGS.items()
    }


def _as_text(value: object) -> str:
    """A value as `quizapp config KEY VALUE` takes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return (os.pathsep if any(isinstance(one, Path) for one in value) else ",").join(map(str, value))
    if isinstance(value, Mapping):
        return ";".join(f"{action}={keys}" for action, keys in value.items())
    if isinstance(value, time):
        return value.isoformat("minutes")
    return "" if value is None else str(value)
