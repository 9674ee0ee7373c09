"""What is wrong with a command line itself, as click says it."""

from collections.abc import Sequence

import click

from quizapp.errors import QuizappError
from quizapp.i18n import F_

SENTENCES: Sequence[str] = (
    F_("no such command {name}"),
    F_("no such command {name}. Did you mean {guess}?"),
    F_("no such command {name}. (Did you mean one of: {guesses}?)"),
    F_("no such option {name}"),
    F_("no such option {name}. Did you mean {guess}?"),
    F_("no such option {name}. (Did you mean one of: {guesses}?)"),
    F_("missing argument {name}"),
    F_("missing argument {name}. Choose from: {choices}"),
    F_("got unexpected extra argument ({text})"),
    F_("got unexpected extra arguments ({text})"),
    F_("option {name} requires an argument"),
    F_("option {name} does not take a value"),
    F_("invalid value for {name}: {what}"),
    F_("{text} is not a valid integer range"),
    F_("{number} is not in the range {range}"),
    F_("{text} is not one of {choices}"),
    F_("Path {path} does not exist"),
    F_("File {path} does not exist"),
    F_("File {path} is a directory"),
)
"""Its sentences, as `fault_of` takes them: named here, they are told in the learner's language as all errors are."""


def fault_of(error: click.ClickException) -> QuizappError:
    """What click found, as an error of ours."""
    message = " ".join(error.format_message().split()).rstrip(".")
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "quizapp"
    return QuizappError(message[:1].lower() + message[1:], F_("`{command} --help` shows how", command=path))
