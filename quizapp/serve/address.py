"""Where `quizapp serve` is found, and which requests are meant for it."""

import re
import secrets
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

_LONG_ENOUGH = 24
"""Bytes of a token: nobody guesses 192 bits."""
_HOST = re.compile(r"(?:\[(?P<number>[0-9a-f:.]+)\]|(?P<name>[\w.-]+?)\.?)(?::\d+)?", re.ASCII)
_HERE = ("localhost", "127.0.0.1", "::1")


def new_token() -> str:
    """A token that fits into an address."""
    return secrets.token_urlsafe(_LONG_ENOUGH)


@dataclass(frozen=True)
class Address:
    """A host to listen at, a port, and the token that every path begins with; None for none."""

    host: str
    port: int
    token: str | None = None

    @property
    def listens_at(self) -> str:
        """The host to listen at. `localhost` has two addresses: another program could have our port at the other."""
        return "127.0.0.1" if self.host == "localhost" else self.host

    @property
    def is_local(self) -> bool:
        """True if only programs of this machine reach it."""
        number = _number(self.listens_at)
        return number is not None and number.is_loopback

    @property
    def prefix(self) -> str:
        """What every path begins with."""
        return f"/{self.token}" if self.token else ""

    @property
    def url(self) -> str:
        """What to open in a browser: of this machine where all its addresses are listened at, else of any."""
        number = _number(self.listens_at)
        host = self.listens_at
        if number is not None and number.is_unspecified:
            host = "127.0.0.1" if number.version == 4 else "::1"
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{self.prefix}/"

    def is_meant(self, host: str | None) -> bool:
        """True if the Host header `host` can be that of somebody who opened our address.

        Another site's page may have its own name lead to this machine ("DNS rebinding"), and would then be allowed to
        read what it gets; but its name stands in the header. The port may be another: that of a tunnel.
        """
        name = _name(host or "")
        if name in _HERE:
            return True
        if self.is_local:
            return False
        return _number(name) is not None or name in {self.host.lower(), socket.gethostname().lower()}

    def is_admitted(self, path: str) -> bool:
        """True if a path begins with the token. Takes the same time wherever a wrong one differs."""
        if self.token is None:
            return True
        given = path.removeprefix("/").partition("/")[0]
        return secrets.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


def is_own_origin(origin: str | None, host: str | None) -> bool:
    """True if the page that opens a websocket came from where it leads to."""
    return bool(host) and origin is not None and origin.lower() == f"http://{host}".lower()


def _name(host: str) -> str:
    found = _HOST.fullmatch(host.lower())
    return (found["number"] or found["name"]) if found else ""


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
