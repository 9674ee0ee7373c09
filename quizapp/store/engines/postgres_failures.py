"""What a person should hear when PostgreSQL fails, or cannot be reached."""

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.store.engines.address import Address

# By SQLSTATE: PostgreSQL's manual, "PostgreSQL Error Codes".
_TOLD = {
    "55P03": (F_("{path} is in use by another program"), F_("try again")),
    "53100": (F_("{path} has no room left on its disk"), F_("make room; nothing was half-written")),
    "53300": (F_("{path} lets nobody in: it has too many connections"), F_("try again")),
    "42501": (F_("{path} may not be changed by this user"), F_("let the user own the database")),
    "25006": (F_("{path} may not be written"), F_("name a server that takes changes in `database_url`")),
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
        F_("{address} cannot be reached ({why})", address=address, why=reason),
        F_("check that the server runs and that `database_url` is right; what was kept before is safe"),
    )


def store_error(address: Address, error: Exception) -> StoreError:
    """What a person should hear about an error that a server tells."""
    what, mend = _TOLD.get(_code(error) or "", (None, ""))
    if what:
        return StoreError(what.format(path=address), mend)
    diagnosis = getattr(error, "diag", None)
    reason = getattr(diagnosis, "message_primary", None) or str(error)
    what = F_("{what}: {other}", what=address, other=_one_line(address, reason))
    return StoreError(what, F_("`quizapp doctor` looks for the cause"))


def _code(error: Exception) -> str | None:
    return getattr(error, "sqlstate", None)


def _one_line(address: Address, text: str) -> str:
    return " ".join(address.without_secrets(text).split())
