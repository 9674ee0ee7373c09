"""What is told of a card while it is written: what is wrong, what is missing, and cards like it; a few lines."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from quizapp.i18n import _
from quizapp.render import Line, Span, width_of
from quizapp.study.editing.considering import Considered
from quizapp.study.editing.form import language_name
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

    def explain(self, lines: Sequence[Line]) -> None:
        """Says what keys mean here, in the place of what is offered."""
        self.query_one("#offered", Prose).show(lines)

    def offer(self, matches: Sequence[str]) -> None:
        """What completes the line that is being written: as much as fits on a line."""
        room = self.content_size.width - width_of(_OFFER)
        kept: list[str] = []
        for match in map(one_line, matches):
            room -= width_of(match + _BETWEEN)
            if room >= 0 or not kept:
                kept.append(match)
        self.query_one("#offered", Prose).show([(Span(_OFFER, "strong"), Span(_BETWEEN.join(kept)))] if kept else "")

    def show(self, seen: Considered, begun: bool, untouched: bool = False) -> None:
        """What is wrong with what is written; nothing before anything is.

        `untouched` is an answer that holds only what it begins with, and looks as if it were one.
        """
        lines = list(lines_of(seen)) if begun else []
        if lines and untouched and seen.proposal.missing:
            more = _("The answer holds only what it begins with: change it, or write below it.")
            lines.append((Span(more, "dim"),))
        self.query_one("#told", Prose).show(lines)

    def insist(self, seen: Considered, key: str, changes: bool) -> None:
        """What is most likely wrong, and that the same key adds the card, or saves its change, all the same."""
        more = _("{key} once more saves it all the same.") if changes else _("{key} once more adds it all the same.")
        self.query_one("#told", Prose).show([(Span(more.format(key=key), "strong"),), *lines_of(seen)])


def lines_of(seen: Considered) -> Iterator[Line]:
    """What is to be told of a form, worst first; in which language it is, where there are several."""
    several = len(seen.proposal.form.languages) > 1
    troubles = list(dict.fromkeys((trouble.told(several), trouble.fatal) for trouble in seen.troubles))
    for told, fatal in troubles[:_MOST]:
        yield (Span("✗ " if fatal else "! ", "wrong"), Span(told))
    if len(troubles) > _MOST:
        yield (Span(_("and {n} more").format(n=len(troubles) - _MOST), "dim"),)
    for alike in seen.alike[:_MOST]:
        said = _("asked already: {card}: {title}") if alike.same else _("like it: {card}: {title}")
        yield (Span("≈ ", "strong"), Span(one_line(said.format(card=alike.card, title=alike.title))))
    if seen.proposal.missing and not troubles:
        names = [_field(language if several else "", field) for language, field in seen.proposal.missing]
        yield (Span(_("Still empty: {fields}").format(fields=_(", ").join(names)), "dim"),)


def _field(language: str, field: str) -> str:
    name = _("the prompt") if field == PROMPT else _("the answer")
    return _("{field} ({language})").format(field=name, language=language_name(language)) if language else name
