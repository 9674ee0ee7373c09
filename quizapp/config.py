"""The settings: what they mean, and who says so: a default, the settings file, or a choice made in the program."""

import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import PydanticCustomError

from quizapp.errors import UsageError
from quizapp.language import Language
from quizapp.paths import DATABASE
from quizapp.scheduling.day import DAY_STARTS_AT
from quizapp.scheduling.grades import Scale
from quizapp.store.address import Address
from quizapp.visible import one_line

Origin = Literal["default", "file", "choice"]
_WHERE_CHOICES_ARE = "database_url"
_LONGEST_NAME = 40


def _own_language() -> Language:
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if spoken.startswith("zh") else "en"


def _clock_time(value: object) -> time:
    """Numbers would be taken for seconds, and a time zone has no place on the learner's own clock."""
    if isinstance(value, str):
        with suppress(ValueError):
            value = time.fromisoformat(value.strip().rjust(len("04:00"), "0"))
    if not isinstance(value, time) or value.tzinfo:
        raise PydanticCustomError("clock_time", 'write a time of day such as "04:00"')
    return value


def _host_name() -> str:
    import platform

    return one_line(platform.node().partition(".")[0])[:_LONGEST_NAME].strip()


def _machine_name(value: str) -> str:
    name = one_line(value)
    if not 0 < len(name) <= _LONGEST_NAME:
        raise PydanticCustomError("machine_name", "write a name of 1 to {most} signs", {"most": _LONGEST_NAME})
    return name


def _address(value: SecretStr) -> SecretStr:
    try:
        Address.read(value.get_secret_value())
    except ValueError as error:
        raise PydanticCustomError("address", "{why}", {"why": str(error)}) from None
    return value


class Settings(BaseModel):
    """All settings, each with its default."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    language: Language = Field(default_factory=_own_language)
    """Language of the cards: en or zh."""
    interface: Language = Field(default_factory=_own_language)
    """Language of the program itself: en or zh."""
    theme: str = "quizapp-dark"
    """Colours: quizapp-dark, quizapp-light, or any other that the settings screen offers."""
    new_per_day: int = Field(default=10, ge=0, le=9_999)
    """How many cards may be seen for the first time on one day."""
    interview: date | None = None
    """The day by which all cards are to be seen and repeated: new cards a day follow from it (`quizapp plan`)."""
    interview_decks: tuple[str, ...] = ()
    """The decks that this day is about, by their ids; all, where none is named."""
    interview_most: int | None = Field(default=None, ge=1, le=9_999)
    """How many new cards a day may come for it at most."""
    interview_since: date | None = None
    """The day from which this plan is followed: it says how far behind it one is."""
    reviews_per_day: int = Field(default=200, ge=0, le=9_999)
    """How many other cards may come on one day."""
    order: Literal["interleaved", "by-deck"] = "interleaved"
    """Cards of all decks mixed (interleaved), or one deck after the other (by-deck)."""
    grades: Scale = Scale.FOUR
    """Keys: four (Again, Hard, Good, Easy) or six (0 to 5)."""
    day_starts_at: Annotated[time, BeforeValidator(_clock_time)] = DAY_STARTS_AT
    """When your day begins, by your clock."""
    suspend_leeches: bool = False
    """Suspend a card that was forgotten 8 times."""
    cards: Path | None = None
    """Your own folder of cards, if it is not the usual one."""
    folders: tuple[Path, ...] = ()
    """More folders with cards."""
    largest_file: int = Field(default=16, ge=1, le=1024)
    """How many MiB a card file may have; a larger one is told, and not read."""
    trusted: tuple[Path, ...] = ()
    """Folders whose exercises may run their code; the program asks once for each."""
    database_url: Annotated[SecretStr, AfterValidator(_address)] | None = None
    """A PostgreSQL database that keeps your progress, in place of a file; in config.toml only."""
    bundled: bool = True
    """Show the bundled decks."""
    sync_folder: Path | None = None
    """A folder that your machines share: each keeps its answers there, and takes the others' in."""
    machine_name: Annotated[str, AfterValidator(_machine_name)] = Field(default_factory=_host_name)
    """What this machine is called where your others tell what came from it."""
    keys: Mapping[str, str] = Field(default_factory=dict)
    """Your own keys: action to keys, separated by commas (see ? in the program)."""

    @property
    def largest_bytes(self) -> int:
        """How many bytes a card file may have."""
        return self.largest_file * 2**20

    @property
    def server(self) -> Address | None:
        """The PostgreSQL database that keeps the progress, if it is no file."""
        return Address.read(self.database_url.get_secret_value()) if self.database_url else None


@dataclass(frozen=True)
class Configured:
    """The settings in force, and where each comes from."""

    settings: Settings
    origins: Mapping[str, Origin]


def configured(file: Path, choices: Mapping[str, Any] | None = None) -> Configured:
    """The settings in force: choices made in the program, over the file, over the defaults.

    Raises UsageError, naming the file and the key, where the file does not make sense. A choice that does not (made by
    another version) is passed over.
    """
    written = _written(file)
    try:
        settings = Settings.model_validate(written)
    except ValidationError as error:
        raise UsageError(f"{file}: {_first_problem(error)}", "mend it, or remove the line") from error
    origins: dict[str, Origin] = {key: "file" if key in written else "default" for key in Settings.model_fields}
    for key, value in (choices or {}).items():
        if key == _WHERE_CHOICES_ARE:
            continue
        try:
            settings = Settings.model_validate({**settings.model_dump(), key: value})
            origins[key] = "choice"
        except ValidationError:
            continue
    return Configured(settings, origins)


def known(key: str) -> str:
    """`key`, where it is the name of a setting. Raises UsageError."""
    if key not in Settings.model_fields:
        raise UsageError(f"there is no setting `{key}`", f"choose one of {', '.join(Settings.model_fields)}")
    return key


def validated(key: str, text: str) -> Any:
    """The value, as plain data, that `text` means for the setting `key`. Raises UsageError.

    Folders are separated as in PATH, and are meant from where the learner stands; keys are written
    `undo=u,ctrl+z;edit=e`.
    """
    value = _plain(known(key), text)
    if key == _WHERE_CHOICES_ARE:
        raise UsageError(f"`{key}` says where choices are kept, and cannot be one", "write it into config.toml")
    try:
        settings = Settings.model_validate({key: value})
    except ValidationError as error:
        raise UsageError(_first_problem(error), f"`quizapp config` shows what `{key}` means") from error
    return settings.model_dump(mode="json")[key]


def _plain(key: str, text: str) -> Any:
    if key in ("cards", "sync_folder"):
        if not text.strip():
            raise UsageError(f"`{key}` needs a folder", f"`quizapp config --unset {key}` goes back to the usual")
        return _shared(_absolute(text)) if key == "sync_folder" else _absolute(text)
    if key in ("folders", "trusted"):
        return [_absolute(part) for part in text.split(os.pathsep) if part]
    if key == "interview_decks":
        return [part.strip() for part in text.split(",") if part.strip()]
    if key in ("interview", "interview_most", "interview_since") and not text.strip():
        return None
    if key == "keys":
        return dict(_key(pair) for pair in text.split(";") if pair.strip())
    return text


def _absolute(folder: str) -> str:
    return str(Path(folder).expanduser().absolute())


def _shared(folder: str) -> str:
    """A folder that can be used, so that a slip is not told in the middle of a session, but at once."""
    if not Path(folder).exists():
        raise UsageError(f"there is no folder {folder}", "make it first, or name one that is there")
    if not Path(folder).is_dir():
        raise UsageError(f"{folder} is no folder", "name the folder that your machines share")
    if Path(folder, DATABASE).exists():
        raise UsageError(f"{folder} is a home of quizapp", "name a folder that holds nothing but what machines share")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise UsageError(f"you may not read and write in {folder}", "give yourself the permission, or name another")
    return folder


def _key(pair: str) -> tuple[str, str]:
    action, sign, keys = pair.partition("=")
    if not (sign and action.strip() and keys.strip()):
        raise UsageError(f"`{pair.strip()}` gives no key to an action", "write `undo=u,ctrl+z;edit=e`")
    return action.strip(), keys.strip()


def _written(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: {error}", "mend the file, or move it away") from error


def _first_problem(error: ValidationError) -> str:
    detail = error.errors(include_url=False)[0]
    name = ".".join(map(str, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        return f"there is no setting `{name}`"
    return f"`{name}`: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
