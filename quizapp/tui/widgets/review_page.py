"""A review as it is seen: where one is, the card, the grades, the keys. What keys do is the screen's."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from quizapp.i18n import _
from quizapp.scheduling.grades import Grade, Scale
from quizapp.scheduling.memory import Memory
from quizapp.study.questions.asking import Ask, Stage
from quizapp.tui.targets import targets_of
from quizapp.tui.widgets.card_view import CardView
from quizapp.tui.widgets.grade_bar import GradeBar
from quizapp.tui.widgets.key_bar import Key, KeyBar
from quizapp.tui.widgets.laid_out_once import LaidOutOnce
from quizapp.tui.widgets.position import Position

if TYPE_CHECKING:
    from quizapp.study.sessions.first_card import Showing

_DIGITS = 9
"""More entries than there are digits are reached by the arrows."""


class CardFrame(VerticalScroll, LaidOutOnce, can_focus=False):
    """Where a card stands, and scrolls."""


class ReviewPage(Vertical):
    """Shows an `Ask` of a session; `key` tells the key of an action."""

    DEFAULT_CSS = """
    ReviewPage {
        #card {
            height: 1fr; border: round $primary 60%; padding: 0 1; margin: 0 1; scrollbar-size-vertical: 1;
        }
    }
    """

    def __init__(self, key: Callable[[str], str]) -> None:
        super().__init__()
        self._key = key
        self._opens = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Position()
        with CardFrame(id="card"):
            yield CardView()
        yield GradeBar()
        yield KeyBar()

    @property
    def input(self) -> Input:
        """Where an answer is typed."""
        return self.query_one(CardView).input

    def show(self, ask: Ask, session: "Showing", language: str, scale: Scale, memories: Mapping[Grade, Memory]) -> None:
        """Shows the card as it stands; `memories` are what the grades would do, none before there is an answer."""
        self._opens = bool(targets_of(ask, language))
        self.query_one(Position).show(session, ask.card, language)
        self.query_one(CardView).show(ask, language)
        self.query_one(GradeBar).show(memories, ask.suggested, scale, session.scope.practice)
        self.show_keys(ask)
        if ask.listing:
            self.call_after_refresh(self._show_cursor)

    def show_keys(self, ask: Ask) -> None:
        """Shows the keys that serve now: few while an answer is typed."""
        bar = self.query_one(KeyBar)
        if ask.typing and self.screen.focused is self.input:  # it learns of its focus later
            bar.show([("⏎", _("answer")), *self._hint_key(ask), ("esc", _leaving(ask))], "F1")
        else:
            bar.show([*self._first_keys(ask), *self._letters()], self._key("app.help"))

    def show_read(self, ask: Ask, language: str, refused: bool = False) -> None:
        """Shows what the text typed so far is read as; more clearly where it was given as an answer and refused."""
        self.query_one(CardView).show_read(ask, language, refused)
        self._once_laid_out(self._show_input)

    def show_answer(self) -> None:
        """Brings what has just been revealed into view, once it has been laid out."""
        self._once_laid_out(self._scroll_to_answer)

    def scroll_to_top(self) -> None:
        """Back to the first line of the card."""
        self._card.scroll_home(animate=False)

    def scroll_lines(self, count: int) -> None:
        """So many lines down the card, or up."""
        self._card.scroll_relative(y=count, animate=False)

    def scroll_page(self, direction: int) -> None:
        """A page down the card, or up; one line stays in view."""
        self.scroll_lines(direction * max(1, self._card.scrollable_content_region.height - 1))

    def _once_laid_out(self, scroll: Callable[[], None]) -> None:
        """Text is folded to its width in one refresh, and the card has its height in the next."""
        self.call_after_refresh(self.call_after_refresh, scroll)

    def _scroll_to_answer(self) -> None:
        """As far as it takes to see the end, but never past the beginning of what was revealed."""
        first = self.query_one(CardView).first_revealed
        if first is not None:
            self._card.scroll_to(y=min(first.virtual_region.y, self._card.max_scroll_y), animate=False)

    def _show_input(self) -> None:
        """What is typed stays in view, and so does what it is read as."""
        self._card.scroll_to_region(self.query_one(CardView).answer_region, animate=False, force=True)

    def _show_cursor(self) -> None:
        region = self.query_one(CardView).cursor_region
        if region is not None:
            self._card.scroll_to_region(region, animate=False)

    def _first_keys(self, ask: Ask) -> list[Key]:
        if ask.stage is Stage.ANSWERED:
            return [("⏎", _("as suggested")), *self._practice_keys(ask)]
        if ask.broken:
            return [("⏎", _("not before tomorrow"))]
        if ask.writing:
            return [("⏎", _("write"))]
        if ask.typing:
            return [("⏎", _("type")), *self._hint_key(ask)]
        if ask.listing:
            few = len(ask.shown) <= _DIGITS
            choose = f"1–{len(ask.shown)}" if few else f"1–{_DIGITS} ↑ ↓ ␣"
            return [(choose, _("choose")), ("⏎", _("answer"))]
        return [("␣", _("show the answer"))]

    def _hint_key(self, ask: Ask) -> list[Key]:
        """Where there is a hint to be had; it costs, but in practice."""
        if not ask.computed or not ask.computed.offers_hint:
            return []
        key = self._key("review.hint").replace("ctrl+", "^")
        return [(key, _("hint") if ask.practising else _("hint (≤ Hard)"))]

    def _practice_keys(self, ask: Ask) -> list[Key]:
        if not ask.computed:
            return []
        return [(self._key("review.same"), _("repeat")), (self._key("review.fresh"), _("new numbers"))]

    def _letters(self) -> list[Key]:
        labels = {
            **({"open": _("open")} if self._opens else {}),
            "undo": _("undo"),
            "notes": _("notes"),
            "language": "中/EN",
            "bury": _("bury"),
            "suspend": _("suspend"),
        }
        return [(self._key(f"review.{action}"), label) for action, label in labels.items()]

    @property
    def _card(self) -> VerticalScroll:
        return self.query_one("#card", VerticalScroll)


def _leaving(ask: Ask) -> str:
    """What escape leads to, out of the input."""
    return _("back to the grade") if ask.practising else _("other keys")
