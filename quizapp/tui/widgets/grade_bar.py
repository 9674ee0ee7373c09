"""The grades, each with what it will do; the suggested one is marked."""

from collections.abc import Mapping

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.render import Line, Span, width_of
from quizapp.scheduling.grades import Grade, Scale
from quizapp.scheduling.memory import Memory
from quizapp.tui.painting import content_of
from quizapp.wording import grade_name, outlook

_BETWEEN = "  "


class GradeBar(Widget):
    """Shown once the card is answered; on narrow screens it takes a second line rather than leave anything out."""

    DEFAULT_CSS = """
    GradeBar { height: auto; width: 1fr; padding: 0 1; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[tuple[Span, ...]] = []

    def show(self, memories: Mapping[Grade, Memory], suggested: Grade, scale: Scale, practice: bool) -> None:
        """Shows what each grade will do; nothing where there are none."""
        self.display = bool(memories)
        keys = {grade: key for key, grade in scale.keys.items()}
        self._pieces = []
        for grade, memory in memories.items():
            mark, style = ("▸", "strong") if grade is suggested else ("", "")
            text = f"{mark}{keys[grade]} {grade_name(grade, scale)}"
            then = "" if practice else f" {outlook(memory)}"
            self._pieces.append((Span(text, f"{style} bullet" if mark else "strong"), Span(then, style)))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or two where one is too narrow."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The grades."""
        return content_of(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = [()]
        for piece in self._pieces:
            with_gap = (Span(_BETWEEN), *piece) if lines[-1] else piece
            if lines[-1] and _width(lines[-1]) + _width(with_gap) > width:
                lines.append(piece)
            else:
                lines[-1] = (*lines[-1], *with_gap)
        return lines


def _width(line: Line) -> int:
    return sum(width_of(span.text) for span in line)
