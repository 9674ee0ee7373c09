"""The settings: what they mean, and who says so: a default, the settings file, or a choice made in the program."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.language import LANGUAGES, Language
from quizapp.scheduling.day import DAY_STARTS_AT
from quizapp.scheduling.grades import Scale
from quizapp.setting import (
    Secret,
    Setting,
    Unfit,
    clock_time,
    day,
    folder,
    maybe,
    named,
    one_of,
    plain,
    problem,
    setting,
    several,
    text,
    whole,
    yes_or_no,
)
from quizapp.toml import toml_in
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.store.engines.address import Address

Origin = Literal["default", "file", "choice"]
Arrangement = Literal["interleaved", "by-deck"]
WHERE_CHOICES_ARE = "database_url"
"""The setting that cannot be a choice."""
_LONGEST_NAME = 40
_NAMELESS = "computer"
"""What a machine is called that has no host name."""


def _own_language() -> Language:
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if spoken.startswith("zh") else "en"


def _host_name() -> str:
    if sys.platform == "win32":
        import platform  # a millisecond that prompts need not wait for

        node = platform.node()
    else:
        node = os.uname().nodename
    return one_line(node.partition(".")[0])[:_LONGEST_NAME].strip() or _NAMELESS


def _scale(value: object) -> Scale:
    return Scale(one_of([*Scale])(value))


def _machine_name(value: object) -> str:
    name = one_line(text(value))
    if not 0 < len(name) <= _LONGEST_NAME:
        raise Unfit(F_("write a name of 1 to {most} signs", most=_LONGEST_NAME))
    return name


def _address(value: object) -> Secret:
    secret = value if isinstance(value, Secret) else Secret(text(value))
    try:
        _read_address(secret)
    except ValueError as error:
        raise Unfit(str(error)) from None
    return secret


def _read_address(secret: Secret) -> "Address":
    from quizapp.store.engines.address import Address  # with all that knows of URLs

    return Address.read(secret.value)


class Settings:
    """All settings, each with its default. Values, which never change.

    It is no dataclass: to import what makes them takes a prompt a tenth of its time.
    """

    language: Language = setting("Language of the cards: en or zh.", one_of(LANGUAGES), made=_own_language)
    interface: Language = setting("Language of the program itself: en or zh.", one_of(LANGUAGES), made=_own_language)
    theme: str = setting(
        "Colours: quizapp-dark, quizapp-light, or any other that the settings screen offers.", text, "quizapp-dark"
    )
    new_per_day: int = setting("How many cards may be seen for the first time on one day.", whole(0, 9_999), 10)
    interview: date | None = setting(
        "The day by which all cards are to be seen and repeated: new cards a day follow from it (`quizapp plan`).",
        maybe(day),
    )
    interview_decks: tuple[str, ...] = setting(
        "The decks that this day is about, by their ids; all, where none is named.", several(text), ()
    )
    interview_most: int | None = setting("How many new cards a day may come for it at most.", maybe(whole(1, 9_999)))
    interview_since: date | None = setting(
        "The day from which this plan is followed: it says how far behind it one is.", maybe(day)
    )
    reviews_per_day: int = setting("How many other cards may come on one day.", whole(0, 9_999), 200)
    order: Arrangement = setting(
        "Cards of all decks mixed (interleaved), or one deck after the other (by-deck).",
        one_of(get_args(Arrangement)),
        "interleaved",
    )
    grades: Scale = setting("Keys: four (Again, Hard, Good, Easy) or six (0 to 5).", _scale, Scale.FOUR)
    day_starts_at: time = setting("When your day begins, by your clock.", clock_time, DAY_STARTS_AT)
    suspend_leeches: bool = setting("Suspend a card that was forgotten 8 times.", yes_or_no, False)
    cards: Path | None = setting("Your own folder of cards, if it is not the usual one.", maybe(folder))
    folders: tuple[Path, ...] = setting("More folders with cards.", several(folder), ())
    largest_file: int = setting(
        "How many MiB a card file may have; a larger one is told, and not read.", whole(1, 1024), 16
    )
    trusted: tuple[Path, ...] = setting(
        "Folders whose exercises may run their code; the program asks once for each.", several(folder), ()
    )
    database_url: Secret | None = setting(
        "A PostgreSQL database that keeps your progress, in place of a file; in config.toml only.", maybe(_address)
    )
    bundled: bool = setting("Show the bundled decks.", yes_or_no, True)
    sync_folder: Path | None = setting(
        "A folder that your machines share: each keeps its answers there, and takes the others' in.", maybe(folder)
    )
    machine_name: str = setting(
        "What this machine is called where your others tell what came from it.", _machine_name, made=_host_name
    )
    keys: Mapping[str, str] = setting(
        "Your own keys: action to keys, separated by commas (see ? in the program).", named(text), made=dict
    )

    def __init__(self, /, **values: object) -> None:
        """The settings that some values mean, the others as they are at first.

        Raises Unfit, `inside` beginning with the setting's name.
        """
        for key in values:
            if key not in SETTINGS:
                raise Unfit(_no_setting(key))
        for key, one in SETTINGS.items():
            try:
                vars(self)[key] = one.read(values[key] if key in values else one.first())
            except Unfit as error:
                raise Unfit(str(error), f"{key}{error.inside}") from None

    def __setattr__(self, key: str, value: object) -> None:
        raise AttributeError(f"{key} is chosen by making other settings")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return f"Settings({', '.join(f'{key}={value!r}' for key, value in vars(self).items())})"

    def but(self, /, **values: object) -> "Settings":
        """The same with other values. Raises Unfit."""
        return Settings(**{**vars(self), **values})

    @property
    def largest_bytes(self) -> int:
        """How many bytes a card file may have."""
        return self.largest_file * 2**20

    @property
    def server(self) -> "Address | None":
        """The PostgreSQL database that keeps the progress, if it is no file."""
        return _read_address(self.database_url) if self.database_url else None

    def plain(self) -> dict[str, Any]:
        """All of them as JSON has them."""
        return {key: plain(getattr(self, key)) for key in MEANINGS}


SETTINGS: Mapping[str, Setting] = {key: one for key, one in vars(Settings).items() if isinstance(one, Setting)}
MEANINGS: Mapping[str, str] = {key: one.means for key, one in SETTINGS.items()}
"""What each setting means."""
PLAN: tuple[str, ...] = tuple(key for key in SETTINGS if key.startswith("interview"))
"""Those that are one plan together: none of them makes sense without the day."""


class Configured(NamedTuple):
    """The settings in force, and where each comes from."""

    settings: Settings
    origins: Mapping[str, Origin]

    def over(self, choices: Mapping[str, Any]) -> "Configured":
        """With choices made in the program over them. One that makes no sense (to this version) is passed over."""
        settings, origins = self.settings, dict(self.origins)
        for key, value in choices.items():
            if key == WHERE_CHOICES_ARE or key not in MEANINGS:
                continue
            with suppress(Unfit):
                settings = settings.but(**{key: value})
                origins[key] = "choice"
        return Configured(settings, origins)


def configured(file: Path, choices: Mapping[str, Any] | None = None) -> Configured:
    """The settings in force: choices made in the program, over the file, over the defaults.

    Raises UsageError, naming the file and the key, where the file does not make sense.
    """
    written = _written(file)
    try:
        settings = Settings(**written)
    except Unfit as error:
        what = F_("{what}: {other}", what=file, other=problem(error))
        raise UsageError(what, F_("mend it, or remove the line")) from error
    found = Configured(settings, {key: "file" if key in written else "default" for key in MEANINGS})
    return found.over(choices or {})


def language_in(file: Path) -> Language:
    """The interface's language, as far as the file says it: whatever else is wrong there can be told in it."""
    with suppress(UsageError, Unfit):
        return Settings(**{key: value for key, value in _written(file).items() if key == "interface"}).interface
    return Settings().interface


def known(key: str) -> str:
    """`key`, where it is the name of a setting. Raises UsageError."""
    if key not in MEANINGS:
        raise UsageError(_no_setting(key), F_("choose one of {choices}", choices=", ".join(MEANINGS)))
    return key


def _written(file: Path) -> dict[str, Any]:
    try:
        return toml_in(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(F_("{what}: {other}", what=file, other=error), F_("mend the file, or move it away")) from error


def _no_setting(key: str) -> str:
    return F_("there is no setting `{key}`", key=key)
