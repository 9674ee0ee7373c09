"""`quizapp serve`: the interface in a browser."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, tell
from quizapp.errors import UsageError
from quizapp.i18n import F_, _

if TYPE_CHECKING:
    from quizapp.serve.address import Address

PORT = 8765


@click.command(
    short_help="Serve the interface to a browser on this machine.",
    epilog=epilog(
        ("quizapp serve", "tells an address to open in a browser"),
        ("quizapp serve --port 0", "at any port that is free"),
        ("quizapp serve --no-token", "at an address that stays the same"),
    ),
)
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="0 is any that is free.")
@click.option("--host", default="localhost", show_default=True, metavar="HOST", help="Where to listen.")
@click.option("--no-token", is_flag=True, help="Let in whoever reaches the address: any program of this machine.")
def serve(port: int, host: str, no_token: bool) -> None:
    """Serve the interface to a browser, until Ctrl+C.

    The address holds a token, new each time: whoever has the whole of it can read and change your cards and progress,
    and run code of exercises. Each tab is a program of its own.
    """
    try:
        from quizapp.serve import server
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        what = F_("`quizapp serve` needs {package}, which is not installed", package=package)
        raise UsageError(what, F_("install it with `pip install 'quizapp[web]'`")) from error
    from quizapp.serve.address import Address, new_token
    from quizapp.serve.page import Look

    with opened(read=False) as desk:  # what keeps it from opening is told here, before anybody opens a browser
        look = Look(desk.settings.interface, desk.settings.theme)
    address = Address(host, port, None if no_token else new_token())
    if not address.is_local:
        tell(_("Warning: other machines may reach this, and nothing on the way is encrypted."))
    server.serve(address, look, _tell_address)


def _tell_address(address: "Address") -> None:
    tell(_("Open this address in a browser; Ctrl+C ends it."))
    say(address.url)
