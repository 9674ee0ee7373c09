"""A setting's value, typed on the command line."""

import os
from pathlib import Path
from typing import Any

from quizapp.config import WHERE_CHOICES_ARE, Settings, known
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import DATABASE, expanded
from quizapp.setting import Unfit, problem


def validated(key: str, text: str) -> Any:
    """The value, as plain data, that `text` means for the setting `key`. Raises UsageError.

    Folders are separated as in PATH, and are meant from where the learner stands; keys are written
    `undo=u,ctrl+z;edit=e`.
    """
    value = _plain(known(key), text)
    if key == WHERE_CHOICES_ARE:
        what = F_("`{key}` says where choices are kept, and cannot be one", key=key)
        raise UsageError(what, F_("write it into config.toml"))
    try:
        return Settings(**{key: value}).plain()[key]
    except Unfit as error:
        raise UsageError(problem(error), F_("`quizapp config` shows what `{key}` means", key=key)) from error


def _plain(key: str, text: str) -> Any:
    if key in ("cards", "sync_folder"):
        if not text.strip():
            mend = F_("`quizapp config --unset {key}` goes back to the usual", key=key)
            raise UsageError(F_("`{key}` needs a folder", key=key), mend)
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
    return str(expanded(Path(folder)).absolute())


def _shared(folder: str) -> str:
    """A folder that can be used, so that a slip is not told in the middle of a session, but at once."""
    if not Path(folder).exists():
        what = F_("there is no folder {path}", path=folder)
        raise UsageError(what, F_("make it first, or name one that is there"))
    if not Path(folder).is_dir():
        raise UsageError(F_("{path} is no folder", path=folder), F_("name the folder that your machines share"))
    if Path(folder, DATABASE).exists():
        what = F_("{path} is a home of quizapp", path=folder)
        raise UsageError(what, F_("name a folder that holds nothing but what machines share"))
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        what = F_("you may not read and write in {path}", path=folder)
        raise UsageError(what, F_("give yourself the permission, or name another"))
    return folder


def _key(pair: str) -> tuple[str, str]:
    action, sign, keys = pair.partition("=")
    if not (sign and action.strip() and keys.strip()):
        what = F_("`{pair}` gives no key to an action", pair=pair.strip())
        raise UsageError(what, F_("write `undo=u,ctrl+z;edit=e`"))
    return action.strip(), keys.strip()
