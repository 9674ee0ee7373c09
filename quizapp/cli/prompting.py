"""What is asked for all day: home, and what prompts tell at every line. It is answered without click.

To import that takes a prompt as long as all the rest.
"""

from collections.abc import Callable, Mapping

from quizapp import __version__
from quizapp.cli.output import say

COMPLETES = "_QUIZAPP_COMPLETE"
"""The variable by which a shell asks for what may follow, without any word."""
VERSION = f"quizapp {__version__}"


def _version() -> None:
    say(VERSION)


def _due(as_json: bool = False) -> None:
    from quizapp.cli.today import tell_waiting

    tell_waiting(as_json)


def _home() -> None:
    from quizapp.cli.interface import open_interface

    open_interface()


ANSWERS: Mapping[tuple[str, ...], Callable[[], None]] = {
    (): _home,
    ("--version",): _version,
    ("due",): _due,
    ("due", "--json"): lambda: _due(as_json=True),
}
"""Whole command lines, and what they do. Click knows them too, with everything else."""
