"""`quizapp due`, as click reads it."""

import click

from quizapp.cli.epilog import epilog
from quizapp.cli.today import tell_waiting


@click.command(
    short_help="Tell how many cards wait today.",
    epilog=epilog(
        ("quizapp due", "18 due, 10 new"),
        ("quizapp due --json | jq .due", "the number alone"),
        json="an object with due and new (numbers of cards), day, and next_due (the next day with cards, or null).",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def due(as_json: bool) -> None:
    """Tell how many cards wait today.

    It counts what quizapp knew when it last read your files, and reads them itself only if it never did.
    """
    tell_waiting(as_json)
