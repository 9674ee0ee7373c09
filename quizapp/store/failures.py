"""What a person should hear when SQLite fails."""

from quizapp.errors import Damaged, StoreError

_DAMAGE = ("malformed", "not a database", "disk image")


def store_error(path: str, error: Exception) -> StoreError:
    """What a person should hear about a database error."""
    text = str(getattr(error, "orig", None) or error)
    if any(word in text for word in _DAMAGE):
        return Damaged(f"{path} is not a sound database ({text})", "bring back a backup with `quizapp restore`")
    if "locked" in text:
        return StoreError(f"{path} is in use by another program", "close it, or try again")
    if "full" in text:
        return StoreError("there is no room left on the disk", "make room; nothing was half-written")
    if "readonly" in text or "unable to open" in text:
        return StoreError(f"{path} cannot be written", "check its permissions and those of its folder")
    return StoreError(f"{path}: {text}", "`quizapp doctor` looks for the cause")
