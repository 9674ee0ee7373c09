"""The last line of a screen: its keys, as many as fit, help always among them."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from quizapp.i18n import _
from quizapp.render import Span, width_of
from quizapp.tui.painting import content_of

Key = tuple[str, str]
"""A key's name and what it does."""

_BETWEEN = "   "


class KeyBar(Widget):
    """Keys, most wanted first."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; dock: bottom; padding: 0 1; text-wrap: nowrap; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[Key] = ()
        self._help = "?"

    def show(self, keys: Sequence[Key], help_key: str = "?") -> None:
        """Shows these keys, and the one for help."""
        self._keys, self._help = keys, help_key
        self.refresh()

    def render(self) -> Content:
        """The keys that fit."""
        return content_of([tuple(span for key in self._fitting() for span in _spans(key))])

    def _fitting(self) -> list[Key]:
        help_key = (self._help, _("keys"))
        room = self.content_size.width - _width(help_key) + len(_BETWEEN)  # nothing follows the last
        kept: list[Key] = []
        for key in self._keys:
            room -= _width(key)
            if room < 0:
                break
            kept.append(key)
        return [*kept, help_key]


def _width(key: Key) -> int:
    return width_of(f"{key[0]} {key[1]}{_BETWEEN}")


def _spans(key: Key) -> tuple[Span, Span]:
    return Span(f"{key[0]} ", "strong"), Span(f"{key[1]}{_BETWEEN}")
