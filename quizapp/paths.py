"""Where things are: everything under `QUIZAPP_HOME` when it is set, else in the system's own places."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

DATABASE = "quizapp.db"
"""The name of the file that keeps all progress."""
_PACKAGE = Path(__file__).parent
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)


class Places(NamedTuple):
    """The files and folders of one learner."""

    config: Path
    data: Path

    @property
    def config_file(self) -> Path:
        """The settings one writes by hand."""
        return self.config / "config.toml"

    @property
    def database(self) -> Path:
        """All progress."""
        return self.data / DATABASE

    @property
    def cards(self) -> Path:
        """The learner's own cards."""
        return self.data / "cards"

    @property
    def trash(self) -> Path:
        """Cards that were thrown away."""
        return self.data / "trash"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.data / "backups"


def places(environment: Mapping[str, str] | None = None) -> Places:
    """The places that the environment says."""
    home = (os.environ if environment is None else environment).get("QUIZAPP_HOME")
    if home:
        folder = expanded(Path(home)).absolute()
        return Places(folder, folder)
    from platformdirs import user_config_path, user_data_path

    return Places(user_config_path("quizapp", appauthor=False), user_data_path("quizapp", appauthor=False))


def expanded(folder: Path) -> Path:
    """A folder as a shell reads it: `~` is home. That of a user who is not there stays as it is, and is not there."""
    return Path(os.path.expanduser(folder))  # noqa: PTH111  Path.expanduser raises RuntimeError for it


def shortened(path: Path) -> str:
    """A path as people write it: below the home folder with `~`."""
    home = expanded(Path("~"))
    return f"~{os.sep}{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)


def bundled_cards() -> Path:
    """The bundled decks: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "content"
    return installed if installed.is_dir() else _PACKAGE.parent / "content"


def is_gone(path: str | Path) -> bool:
    """True if nothing is at a path; where nobody may look, something may be."""
    try:
        Path(path).stat()
    except OSError as error:
        return not isinstance(error, PermissionError)
    return False


def is_device(name: str) -> bool:
    """True if some system keeps a file's or folder's name for a device, whatever its ending: `aux`, `con.md`."""
    return name.split(".")[0].rstrip().casefold() in _DEVICES
