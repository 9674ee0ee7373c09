"""What is told of a card while it is written: what is wrong, what is missing, and cards like it; a few lines."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from quizapp.i18n import _
from quizapp.render import Line, Span, width_of
from quizapp.study.editing.considering import Considered
from quizapp.study.editing.troubles import PROMPT
from quizapp.tui.widgets.prose import Prose
from quizapp.visible import one_line

_OFFER, _BETWEEN = "↓ ", "   "
_MOST = 2
"""Things of a sort that are told at once."""


class ToldLines(Vertical):
    """Never more lines than leave the form its room; what matters most stands first."""

    DEFAULT_CSS = """
    ToldLines { height: auto; min-height: 2; max-height: 4; overflow: hidden; }
    """

    def compose(self) -> ComposeResult:
        """What is offered, what is said, what is told."""
        yield Prose(id="offered")
        yield Prose(id="said")
        yield Prose(id="told")

    def on_mount(self) -> None:
        """Nothing yet."""
        for prose in self.query(Prose):
            prose.show("")

    def say(self, text: str) -> None:
        """Says what was done; it stands there until something is written."""
        self.query_one("#said", Prose).show([(Span(one_line(text), "strong"),)] if text else "")

    def offer(self, matches: Sequence[str]) -> None:
        """What completes the line that is being written: as much as fits on a line."""
        room = self.content_size.width - width_of(_OFFER)
        kept: list[str] = []
        for match in map(one_line, matches):
            room -= width_of(match + _BETWEEN)
            if room >= 0 or not kept:
                kept.append(match)
        self.query_one("#offered", Prose).show([(Span(_OFFER, "strong"), Span(_BETWEEN.join(kept)))] if kept else "")

    def show(self, seen: Considered, begun: bool) -> None:
        """What is wrong with what is written; nothing before anything is."""
        lines = list(_lines(seen)) if begun else []
        self.query_one("#told", Prose).show(lines)

    def insist(self, seen: Considered, key: str, changes: bool) -> None:
        """What is most likely wrong, and that the same key adds the card, or saves its change, all the same."""
        more = _("{key} once more saves it all the same.") if changes else _("{key} once more adds it all the same.")
        self.query_one("#told", Prose).show([(Span(more.format(key=key), "strong"),), *_lines(seen)])


def _lines(seen: Considered) -> Iterator[Line]:
    troubles = seen.troubles
    for trouble in troubles[:_MOST]:
        yield (Span("✗ " if trouble.fatal else "! ", "wrong"), Span(str(trouble)))
    if len(troubles) > _MOST:
        yield (Span(_("and {n} more").format(n=len(troubles) - _MOST), "dim"),)
    for alike in seen.alike[:_MOST]:
        said = _("asked already: {card}: {title}") if alike.same else _("like it: {card}: {title}")
        yield (Span("≈ ", "strong"), Span(one_line(said.format(card=alike.card, title=alike.title))))
    if seen.proposal.missing and not troubles:
        fields = dict.fromkeys(field for _language, field in seen.proposal.missing)
        names = [_("the prompt") if field == PROMPT else _("the answer") for field in fields]
        yield (Span(_("Still empty: {fields}").format(fields=_(", ").join(names)), "dim"),)
