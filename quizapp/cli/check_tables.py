"""What `quizapp check` prints beside faults: how draws fare, and the functions that expressions may call."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizapp.cli.output import say
from quizapp.cli.table import say_table
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.checks.examining import Statistics


def say_statistics(statistics: "Mapping[str, Statistics]") -> None:
    """A row for each check: its draws, and how many were tried for each.

    Then the shares of them in which a mistake gave the right answer at first and still does, and two mistakes are one.
    """
    head = (_("draws"), _("tries"), _("collide"), _("still"), _("twins"), _("Card"))
    say_table(head, [_row(id_, found) for id_, found in statistics.items()])


def say_functions() -> None:
    """Each function with its arguments, and what it is for."""
    from quizapp.checks.expressions import FUNCTIONS

    for name in sorted(FUNCTIONS):
        say(f"{name}({', '.join(_arguments(FUNCTIONS[name]))})")
        say(f"    {_first_line(FUNCTIONS[name])}")


def _row(id_: str, found: "Statistics") -> tuple[str, ...]:
    if not found.seeds:
        return ("0", "", "", "", "", id_)
    shares = (count / found.seeds for count in (found.first_collide, found.collide, found.twins))
    return (str(found.seeds), f"{found.tries / found.seeds:.2f}", *(f"{share:.1%}" for share in shares), id_)


def _arguments(function: Callable[..., Any]) -> Iterator[str]:
    from quizapp.checks.texts.showing import shown

    for name, each in inspect.signature(function).parameters.items():
        default = each.default
        if each.kind is each.VAR_POSITIONAL:
            yield f"*{name}"
        elif default is each.empty:
            yield name
        else:
            yield f"{name}={default!r}" if isinstance(default, str) else f"{name}={shown(default, grouped=False)}"


def _first_line(function: Callable[..., Any]) -> str:
    return (function.__doc__ or "").strip().partition("\n")[0]
