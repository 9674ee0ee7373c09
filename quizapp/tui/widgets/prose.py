"""Lines of our own making: messages, facts, verdicts. They break as cards do, Chinese where it may."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.render import Line, Span, fold
from quizapp.tui.painting import content_of


class Prose(Widget):
    """Lines, each folded where it is too long. Hidden while there are none."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    def show(self, lines: str | Sequence[Line]) -> None:
        """Shows other lines, or a single one in no style of its own."""
        self._lines = [(Span(lines),)] if isinstance(lines, str) and lines else () if isinstance(lines, str) else lines
        self.display = bool(self._lines)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at `width`."""
        return len(self._folded(width))

    def render(self) -> Content:
        """The lines at the width they have."""
        return content_of(self._folded(self.content_size.width))

    def _folded(self, width: int) -> list[Line]:
        return [part for line in self._lines for part in (fold(line, max(width, 1)) or [()])]
