"""Lines of our own making: messages, facts, verdicts. They break as cards do, Chinese where it may."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from quizapp.render import Line, Span, fold
from quizapp.tui.painting import content_of
from quizapp.tui.widgets.laid_out_once import LaidOutOnce


class Prose(LaidOutOnce):
    """Lines, each folded where it is too long. Hidden while there are none."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []

    def show(self, lines: str | Sequence[Line]) -> None:
        """Shows other lines, or a single one in no style of its own."""
        told: list[Line] = list(lines) if not isinstance(lines, str) else [(Span(lines),)] if lines else []
        self.display = bool(told)
        if told != self._lines:
            width = self.content_size.width
            height, self._lines = len(self._folded(width)), told
            self.refresh(layout=not width or len(self._folded(width)) != height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at `width`."""
        return len(self._folded(width))

    def render(self) -> Content:
        """The lines at the width they have."""
        return content_of(self._folded(self.content_size.width))

    def _folded(self, width: int) -> list[Line]:
        return [part for line in self._lines for part in (fold(line, max(width, 1)) or [()])]
