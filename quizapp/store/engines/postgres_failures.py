"""What a person should hear when PostgreSQL fails, or cannot be reached."""

from quizapp.errors import StoreError
from quizapp.store.engines.address import Address

# By SQLSTATE: PostgreSQL's manual, "PostgreSQL Error Codes".
_TOLD = {
    "55P03": ("is in use by another program", "try again"),
    "53100": ("has no room left on its disk", "make room; nothing was half-written"),
    "53300": ("lets nobody in: it has too many connections", "try again"),
    "42501": ("may not be changed by this user", "let the user own the database"),
    "25006": ("may not be written", "name a server that takes changes in `database_url`"),
}
_GONE = ("08", "57P")
"""How the codes of a connection that broke, and of a server that was stopped, begin."""


def away(address: Address, error: Exception) -> StoreError | None:
    """What to hear where the server did not let us in or left us; None where it is there."""
    from psycopg import OperationalError

    code = _code(error)
    if not isinstance(error, OperationalError) or (code and not code.startswith(_GONE)):
        return None
    reason = _one_line(address, str(error).rpartition("failed: ")[2].partition("\n")[0])
    return StoreError(
        f"{address} cannot be reached ({reason})",
        "check that the server runs and that `database_url` is right; what was kept before is safe",
    )


def store_error(address: Address, error: Exception) -> StoreError:
    """What a person should hear about an error that a server tells."""
    what, mend = _TOLD.get(_code(error) or "", (None, ""))
    if what:
        return StoreError(f"{address} {what}", mend)
    diagnosis = getattr(error, "diag", None)
    reason = getattr(diagnosis, "message_primary", None) or str(error)
    return StoreError(f"{address}: {_one_line(address, reason)}", "`quizapp doctor` looks for the cause")


def _code(error: Exception) -> str | None:
    return getattr(error, "sqlstate", None)


def _one_line(address: Address, text: str) -> str:
    return " ".join(address.without_secrets(text).split())
