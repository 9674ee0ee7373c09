"""The decks: what waits of each today, and how much of it is learned. The first row stands for all of them."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.i18n import _
from quizapp.language import in_language
from quizapp.render import width_of
from quizapp.render.cells import cell
from quizapp.study.coming.overview import DeckToday, Overview
from quizapp.visible import one_line

_CURSOR = "▸ "
_NUMBER = 5
_SHARE = 5
_BAR, _SHORT_BAR = 8, 4
_FRAME = 5
"""Cells beside the rows (as in `home.tcss`): they are there with the first picture, before anything is laid out."""
_NARROW = 70
"""Below so many cells, titles need the room more than the bars do."""


class DeckList(Vertical):
    """Decks to choose from."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._decks: Sequence[DeckToday] = ()
        self._all = (0, 0)
        self._language = "en"
        self._texts: list[str] = []
        self._marked: int | None = None
        self._filled = 0

    def compose(self) -> ComposeResult:
        """Headings, and a row a deck."""
        yield Static(id="headings", markup=False)
        yield OptionList(id="rows", markup=False)

    @property
    def chosen(self) -> str | None:
        """The deck under the cursor; None for all."""
        index = self._rows.highlighted or 0
        return self._decks[index - 1].id if 0 < index <= len(self._decks) else None

    def show(self, today: Overview, language: str) -> None:
        """Shows today's decks; the cursor stays on its deck.

        The day's limits hold for all decks together, so together they may have fewer cards than one by one.
        """
        chosen = self.chosen
        self._decks, self._all, self._language = today.decks, (today.due, today.new), language
        places = {deck.id: place for place, deck in enumerate(self._decks, start=1)}
        self._fill(places.get(chosen or "", 0))

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        if self._filled != self._width:
            self._fill(self._rows.highlighted or 0)

    @property
    def _rows(self) -> OptionList:
        return self.query_one(OptionList)

    @on(OptionList.OptionHighlighted)
    def _mark(self) -> None:
        """Marks the row under the cursor by a sign, too: colours may be missing."""
        before, self._marked = self._marked, self._rows.highlighted
        for index in (before, self._marked) if before != self._marked else ():
            if index is not None:
                self._rows.replace_option_prompt_at_index(index, self._signed(index))

    def _fill(self, cursor: int) -> None:
        self._filled = self._width
        self._texts = self._all_rows() if self._decks else []
        self._marked = cursor if self._texts else None
        self.query_one("#headings", Static).update(self._headings() if self._texts else "")
        self._rows.clear_options()
        self._rows.add_options([Option(self._signed(index)) for index in range(len(self._texts))])
        self._rows.highlighted = self._marked

    def _signed(self, index: int) -> str:
        return (_CURSOR if index == self._marked else " " * len(_CURSOR)) + self._texts[index]

    def _all_rows(self) -> list[str]:
        cards = sum(deck.cards for deck in self._decks)
        learned = sum(deck.learned * deck.cards for deck in self._decks) / cards
        rows = [self._row(_("All decks"), *self._all, learned)]
        for deck in self._decks:
            title = one_line(in_language(deck.titles, self._language, deck.id))
            rows.append(self._row(_numbered(deck.id, title), deck.due, deck.new, deck.learned))
        return rows

    def _row(self, title: str, due: int, new: int, learned: float) -> str:
        bar = "█" * round(learned * self._bar)
        numbers = f"{due or '·':>{_NUMBER}}{new or '·':>{_NUMBER}}  {bar:░<{self._bar}}{learned:{_SHARE}.0%}"
        return cell(title, self._title_width) + numbers

    def _headings(self) -> str:
        numbers = _right(_("due"), _NUMBER) + _right(_("new"), _NUMBER)
        return " " * len(_CURSOR) + cell(_("Deck"), self._title_width) + numbers + "  " + _("learned")

    @property
    def _width(self) -> int:
        return self._rows.scrollable_content_region.width or self.app.size.width - _FRAME

    @property
    def _bar(self) -> int:
        return _SHORT_BAR if self._width < _NARROW else _BAR

    @property
    def _title_width(self) -> int:
        right = 2 * _NUMBER + 2 + self._bar + _SHARE
        return max(8, self._width - len(_CURSOR) - right - 1)


def _numbered(id_: str, title: str) -> str:
    number = id_.split("-", 1)[0]
    return f"{number} {title}" if number.isdigit() else title


def _right(text: str, width: int) -> str:
    return " " * (width - width_of(text)) + text
