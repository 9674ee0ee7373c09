"""A setting's value, typed on the command line."""

import os
from pathlib import Path
from typing import Any

from quizapp.config import WHERE_CHOICES_ARE, Settings, known, problem
from quizapp.errors import UsageError
from quizapp.paths import DATABASE
from quizapp.setting import Unfit


def validated(key: str, text: str) -> Any:
    """The value, as plain data, that `text` means for the setting `key`. Raises UsageError.

    Folders are separated as in PATH, and are meant from where the learner stands; keys are written
    `undo=u,ctrl+z;edit=e`.
    """
    value = _plain(known(key), text)
    if key == WHERE_CHOICES_ARE:
        raise UsageError(f"`{key}` says where choices are kept, and cannot be one", "write it into config.toml")
    try:
        return Settings(**{key: value}).plain()[key]
    except Unfit as error:
        raise UsageError(problem(error), f"`quizapp config` shows what `{key}` means") from error


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
