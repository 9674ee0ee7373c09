"""The program: its verbs, each imported when it is asked for, and what click makes of a command line."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from quizapp import __version__
from quizapp.cli.ending import INTERRUPTED, ended
from quizapp.cli.epilog import epilog
from quizapp.cli.prompting import VERSION
from quizapp.cli.signals import endable
from quizapp.cli.syntax import fault_of

# Verb to (module, command): importing them all would cost `quizapp --version` and the shell's completion their speed.
VERBS = {
    "review": ("reviewing", "review"),
    "due": ("waiting", "due"),
    "stats": ("statistics", "stats"),
    "plan": ("planning", "plan"),
    "list": ("listing", "list_cards"),
    "show": ("showing", "show"),
    "add": ("adding", "add"),
    "edit": ("editing", "edit"),
    "tag": ("arranging", "tag"),
    "move": ("arranging", "move"),
    "delete": ("arranging", "delete"),
    "trash": ("trash", "trash"),
    "diff": ("differences", "differences"),
    "import": ("importing", "import_cards"),
    "export": ("exporting", "export"),
    "check": ("checking", "check"),
    "calc": ("calculating", "calc"),
    "suspend": ("marking", "suspend"),
    "resume": ("marking", "resume"),
    "bury": ("marking", "bury"),
    "reset": ("marking", "reset"),
    "merge": ("merging", "merge"),
    "sync": ("merging", "sync"),
    "backup": ("keeping", "backup"),
    "restore": ("keeping", "restore"),
    "doctor": ("doctor", "doctor"),
    "config": ("settings", "config"),
    "serve": ("serving", "serve"),
    "completion": ("completion", "completion"),
}


class Program(click.Group):
    """The group of all verbs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which help shows them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """A verb's command, its module imported now."""
        if name not in VERBS:
            return None
        module, attribute = VERBS[name]
        command = getattr(import_module(f"quizapp.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs a command line; ends the process with its exit status, errors told in one line on stderr."""
        kwargs |= {"prog_name": kwargs.get("prog_name") or "quizapp", "standalone_mode": False}
        with endable():
            sys.exit(ended(lambda: self._said(*args, **kwargs)))

    def _said(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **kwargs)
        except click.ClickException as error:
            raise fault_of(error) from error
        except click.exceptions.Abort:
            return INTERRUPTED


@click.group(
    "quizapp",
    cls=Program,
    commands=dict.fromkeys(VERBS, click.Command(None)),  # names alone, for click to guess from
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
    epilog=epilog(
        ("quizapp", "opens the interface"),
        ("quizapp review 06 --plain", "asks the cards of deck 06, line by line"),
        ("quizapp due", "tells what waits today"),
        ("quizapp list is:due pooling", "finds due cards about pooling"),
    ),
)
@click.version_option(__version__, message=VERSION)
@click.pass_context
def app(context: click.Context) -> None:
    """Flashcards for deep-learning interviews, and for whatever else you learn.

    Without a verb it opens the interface.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    if context.invoked_subcommand is None:
        from quizapp.cli.interface import open_interface

        open_interface()
