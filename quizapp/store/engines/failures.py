"""What a person should hear when SQLite fails."""

from pathlib import Path

from quizapp.errors import Damaged, StoreError
from quizapp.i18n import F_
from quizapp.paths import is_gone

MEND = F_("`quizapp restore` brings back the newest sound backup, and what can still be read of later answers")
"""What to do about a damaged database."""
_DAMAGE = ("malformed", "not a database", "disk image")
_OUTSIDE = ("locked", "full", "unable to open")
_LEAST_FREE = 2**16
"""Bytes: SQLite makes its shared memory of 32 KiB."""
_REASON = 120
"""Characters of a reason: some go on over many lines."""
NONSENSE = (ValueError, TypeError, LookupError, OverflowError)
"""What is raised where a text, number or date of the database is none. SQLite keeps no sums that tell of such bits."""


def store_error(path: str, error: Exception) -> StoreError:
    """What a person should hear about a database error."""
    cause = getattr(error, "orig", None) or error
    text = str(cause)
    if damage(cause):
        return Damaged(F_("{path} is not a sound database ({what})", path=path, what=text), MEND)
    if "locked" in text:
        return StoreError(F_("{path} is in use by another program", path=path), F_("close it, or try again"))
    if "full" in text or ("disk I/O" in text and _is_full(path)):
        return StoreError(F_("there is no room left on the disk"), F_("make room; nothing was half-written"))
    if "disk I/O" in text:
        what = F_("{path} can be neither read nor written ({text})", path=path, text=text)
        return StoreError(what, F_("look whether its disk is there and has room"))
    if "unable to open" in text:
        return out_of_reach(path)
    if "readonly" in text:
        return _unwritable(path)
    return StoreError(F_("{what}: {other}", what=path, other=text), F_("`quizapp doctor` looks for the cause"))


def _is_full(path: str) -> bool:
    """True if the disk has no room: SQLite tells so only where the file itself was to grow, not what lies beside it."""
    import shutil  # with all that packs files

    try:
        return shutil.disk_usage(Path(path).parent).free < _LEAST_FREE
    except OSError:
        return False


def damage(error: BaseException) -> bool:
    """True if what sqlite3 raised says that a file is damaged: what it tells may be a name that is no text any more."""
    return isinstance(error, UnicodeDecodeError) or any(word in str(error) for word in _DAMAGE)


def outside(error: BaseException, path: Path) -> bool:
    """True if what kept sqlite3 from a file says nothing of it: it is in use or out of reach, or the disk is full."""
    if damage(error):  # which names what is damaged: a table may be called `full`
        return False
    text = str(error)
    is_kept = isinstance(error, PermissionError) or any(word in text for word in _OUTSIDE)
    return is_kept or ("disk I/O" in text and _is_full(str(path)))


def nonsense(error: Exception) -> Damaged:
    """What to hear of a database whose pages are sound, and which says what makes no sense."""
    reason = " ".join(str(error).split())[:_REASON]
    return Damaged(F_("the database holds something that makes no sense ({reason})", reason=reason), MEND)


def out_of_reach(path: str) -> StoreError:
    """What to hear of a file that cannot be opened any more."""
    if is_gone(path):
        return StoreError(F_("{path} is not there any more", path=path), F_("bring its folder back, then try again"))
    return _unwritable(path)


def _unwritable(path: str) -> StoreError:
    return StoreError(F_("{path} cannot be written", path=path), F_("check its permissions and those of its folder"))


def replaced(path: str) -> StoreError:
    """What to hear of a file in whose place another was put while it was open."""
    return StoreError(
        F_("another file was put in the place of {path}", path=path), F_("try again: from now on that one is used")
    )
