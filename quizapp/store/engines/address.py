"""The address of a PostgreSQL server that keeps a collection; its password is in no text that anybody reads.

Standard library only: the settings know addresses, and `quizapp due` reads the settings.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from quizapp.i18n import F_

SCHEME = "postgresql://"
EXAMPLE = "postgresql://user:password@host/database"
_STARS = "***"


@dataclass(frozen=True)
class Address:
    """An address as PostgreSQL's own programs read it (its manual, "Connection URIs")."""

    url: str = field(repr=False)

    @classmethod
    def read(cls, text: str) -> "Address":
        """The address that `text` is. Raises ValueError, which says nothing of the text."""
        if not text.startswith(SCHEME) or re.search(r"[\s\x00-\x1f\x7f]", text):
            raise ValueError(F_("write postgresql://user:password@host/database"))
        if not _names_a_place(text):
            raise ValueError(F_("its host or port makes no sense: write {example}", example=EXAMPLE))
        return cls(text)

    def __str__(self) -> str:
        """Who, where and which database: neither the password nor the parameters, which may hold one too."""
        parts = urlsplit(self.url)
        user = f"{parts.username}@" if parts.username else ""
        return f"{SCHEME}{user}{parts.netloc.rpartition('@')[2]}{parts.path}"

    def without_secrets(self, text: str) -> str:
        """A text about the address, as other programs tell it, its passwords replaced by stars."""
        for secret in sorted(self._secrets(), key=len, reverse=True):
            text = text.replace(secret, _STARS)
        return text

    def _secrets(self) -> set[str]:
        parts = urlsplit(self.url)
        # Not by `parse_qs`, which takes a plus for a space: PostgreSQL does not.
        parameters = (parameter.partition("=") for parameter in parts.query.split("&"))
        given = [parts.password or "", *(value for key, _, value in parameters if "password" in unquote(key))]
        return {form for secret in given for form in (secret, unquote(secret)) if form}


def _names_a_place(text: str) -> bool:
    """True if host and port make sense."""
    try:
        return urlsplit(text).port != 0
    except ValueError:
        return False
