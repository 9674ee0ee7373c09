"""The columns of the table of cards: which there is room for, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.i18n import _
from quizapp.language import in_language
from quizapp.render.cells import cell
from quizapp.store.searching.wanted import Column, Order
from quizapp.store.values import Listed
from quizapp.study.states import WORDS, state_of
from quizapp.wording import N_, interval

_MIDDLE, _WIDE = 66, 110
"""From so many cells on there is room for kind and deck, and for the rest."""
_BETWEEN = 2
_LEAST_TITLE = 12


@dataclass(frozen=True)
class View:
    """How cards are shown: sorted so, on this day, their titles in this language."""

    order: Order
    today: date
    language: str


@dataclass(frozen=True)
class Heading:
    """A column: what it is called, how wide it is (0: what is left), and the text of a card in it."""

    name: str
    width: int
    text: Callable[[Listed, View], str]
    column: Column | None = None
    right: bool = False


def _due(card: Listed, view: View) -> str:
    """The date; in its place what keeps the card from coming on it."""
    state = state_of(card.standing, view.today)
    due = card.standing.memory.due if card.standing else None
    return due.isoformat() if due and state in ("due", "later") else _(WORDS[state])


def _signs(card: Listed, view: View) -> str:
    due = "•" if state_of(card.standing, view.today) == "due" else " "
    leech = "!" if card.standing and card.standing.leech else " "
    return due + leech + ("*" if card.edited else " ")


def _memory(text: Callable[[int], str], name: str) -> Callable[[Listed, View], str]:
    def of(card: Listed, view: View) -> str:
        known = card.standing is not None and card.standing.memory.due is not None
        return text(getattr(card.standing.memory, name)) if known and card.standing else ""

    return of


_TITLE = Heading(N_("title"), 0, lambda card, view: in_language(card.titles, view.language, card.id), Column.TITLE)
_DUE = Heading(N_("due"), 10, _due, Column.DUE)
_SIGNS = Heading("", 3, _signs)
_MORE: Mapping[Column | str, Heading] = {
    Column.ID: Heading(N_("id"), 20, lambda card, view: card.id, Column.ID),
    Column.KIND: Heading(N_("kind"), 8, lambda card, view: card.kind, Column.KIND),
    "deck": Heading(N_("deck"), 12, lambda card, view: card.deck),
    "topic": Heading(N_("topic"), 12, lambda card, view: card.topic),
    Column.TAGS: Heading(N_("tags"), 12, lambda card, view: ", ".join(card.tags), Column.TAGS),
    Column.INTERVAL: Heading(N_("interval"), 9, _memory(interval, "interval"), Column.INTERVAL, right=True),
    Column.EASINESS: Heading(
        N_("easiness"), 9, _memory(lambda easiness: f"{easiness / 100:.2f}", "easiness"), Column.EASINESS, right=True
    ),
    Column.LAPSES: Heading(N_("lapses"), 7, _memory(str, "lapses"), Column.LAPSES, right=True),
}


def headings(width: int, order: Order) -> list[Heading]:
    """The columns for a table of `width` cells; the one that is sorted by is always among them."""
    names: list[Column | str] = []
    if width >= _MIDDLE:
        names += [Column.KIND, "deck"]
    if width >= _WIDE:
        names += ["topic", Column.TAGS, Column.INTERVAL, Column.EASINESS]
    if order.column in _MORE and order.column not in names:
        names = [order.column, *names]
    while len(names) > 1 and _title_width(width, [_MORE[name] for name in names]) < _LEAST_TITLE:
        names.pop()
    return [_TITLE, *(_MORE[name] for name in names), _DUE, _SIGNS]


def head(shown: Sequence[Heading], width: int, order: Order) -> str:
    """The names of the columns, a sign at the one that is sorted by."""
    sign = "↓" if order.reverse else "↑"
    texts = [
        _(heading.name) + sign if heading.column is order.column else _(heading.name) if heading.name else ""
        for heading in shown
    ]
    return _row(shown, texts, width)


def row(shown: Sequence[Heading], card: Listed, width: int, view: View) -> str:
    """A card's line."""
    return _row(shown, [heading.text(card, view) for heading in shown], width)


def _row(shown: Sequence[Heading], texts: Sequence[str], width: int) -> str:
    rest = width - sum(heading.width + _BETWEEN for heading in shown[1:])
    cells = (cell(text, heading.width or rest, heading.right) for heading, text in zip(shown, texts, strict=True))
    return (" " * _BETWEEN).join(cells)


def _title_width(width: int, others: Sequence[Heading]) -> int:
    return width - sum(heading.width + _BETWEEN for heading in (*others, _DUE, _SIGNS))
