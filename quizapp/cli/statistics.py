"""`quizapp stats`: figures of what was learned, in words and charts."""

from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.days import DAY
from quizapp.cli.decks import meant_decks
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.sections import say_section
from quizapp.errors import UsageError
from quizapp.i18n import F_

if TYPE_CHECKING:
    from datetime import date


KEYS = (
    "an object with today, due, overdue (of those), coming (of those, today), reviews_per_day (where that limit holds "
    "cards back, or null), days (each day with answers), streak, forecast (365 days), retention, maturity, time "
    "(seconds), easiness, grades, hours, leeches, mistakes, readiness (by topic), ready (all topics), on and since; a "
    "share has asked, recalled and share (0 to 1, or null)."
)


@click.command(
    "stats",
    short_help="Figures of what you learned.",
    epilog=epilog(
        ("quizapp stats", "everything, in words and charts"),
        ("quizapp stats 06 07", "two decks"),
        ("quizapp stats --on 2027-01-15", "how ready you would be on that day"),
        ("quizapp stats --since 2026-09-01", "answers from that day on"),
        ("quizapp stats --explain", "with what each figure means"),
        json=KEYS,
    ),
)
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--on", type=DAY, help="A day (2027-01-15, +30, tomorrow) for which readiness is told.")
@click.option("--since", type=DAY, help="Count answers from this day on.")
@click.option("--explain", is_flag=True, help="Tell what each figure means.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def stats(decks: tuple[str, ...], on: "date | None", since: "date | None", explain: bool, as_json: bool) -> None:
    """Tell how learning goes: today, a year, what comes, retention, mistakes by name, readiness.

    A DECK is one by its number, or by a part of its name; all decks are told of where none is named.
    """
    from quizapp.report.names import names
    from quizapp.report.sections import named_cards, sections
    from quizapp.report.whole import counted_since
    from quizapp.study.days import refuse_to_come
    from quizapp.study.statistics.learner import learners_figures

    with opened() as desk:
        chosen = meant_decks(desk.collection.decks(), decks)
        today = desk.pen.day(clock.now())
        if on is not None and on < today:
            raise UsageError(F_("{day} is over", day=on), F_("name today or a day to come"))
        if since is not None:
            refuse_to_come(since, today)
        figures = learners_figures(desk, clock.now(), chosen, on, since)
        if as_json:
            say_json(figures.model_dump(mode="json"))
            return
        if since is not None:
            say(counted_since(since) + "\n")
        titles = names(desk.collection, named_cards(figures), desk.settings.language)
        for number, section in enumerate(sections(figures, titles)):
            if number:
                click.echo()
            say_section(section, explain)
