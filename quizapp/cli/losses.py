"""What was lost on the way to or from another program, as lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.exchange.notes import Loss, Told

MOST = 20
"""Lines told of each, unless all are asked for."""


def losses(told: "Sequence[Told]", heads: "Mapping[Loss, str]", tell_all: bool) -> Iterator[str]:
    """What was lost, the worst first, each kind below its head."""
    for loss, head in heads.items():
        found = [one for one in told if one.loss is loss]
        if not found:
            continue
        yield head
        shown = found if tell_all else found[:MOST]
        yield from (f"  {one.place}: {one.what}" for one in shown)
        if len(shown) < len(found):
            yield "  " + _("… and {n} more: --all tells them").format(n=len(found) - len(shown))
