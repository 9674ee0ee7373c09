"""Where code is written: four spaces for a tab, a new line as far in as the one before, Python in colours."""

from functools import lru_cache

from rich.text import Text
from textual import events
from textual.style import Style
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from quizapp.render import Line
from quizapp.render.code import highlighted
from quizapp.tui.painting import look_of

_INDENT = 4
_HOLE = "..."
_ENDS = ("return", "break", "continue", "pass", "raise", "...")


class CodeArea(TextArea):
    """An editor for Python."""

    DEFAULT_CSS = """
    CodeArea { border: tall $primary 50%; background: $background; padding: 0; scrollbar-size-vertical: 1; }
    CodeArea:focus { border: tall $primary; }
    """

    def __init__(self, code: str, id: str | None = None) -> None:
        super().__init__(code, id=id, soft_wrap=False, tab_behavior="indent", show_line_numbers=True)
        self.indent_width = _INDENT

    def begin(self) -> None:
        """The cursor at the end; on the `...` that a starter ends with, so that typing replaces it."""
        rows = range(self.document.line_count)
        row = max((row for row in rows if self.document.get_line(row).strip()), default=0)
        line = self.document.get_line(row)
        self.move_cursor((row, len(line)))
        if line.strip() == _HOLE:
            self.selection = Selection((row, len(line.rstrip()) - len(_HOLE)), (row, len(line.rstrip())))

    def take(self, code: str) -> None:
        """Other code in place of this, as somebody else wrote it: the cursor at its end, nothing selected."""
        self.replace(code, (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """A line in the colours of the theme."""
        line = super().get_line(line_index)
        if self.app.no_color:
            return line
        lines = _coloured(self.text)
        at = 0
        for text, style in lines[line_index] if line_index < len(lines) else ():
            look = look_of(style)
            if look:
                line.stylize(Style.parse(look, self.app.theme_variables).rich_style, at, at + len(text))
            at += len(text)
        return line

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self._instead(event, "\n" + " " * self._next_indentation())
        elif event.key == "backspace" and self._within_indentation():
            event.stop()
            event.prevent_default()
            row, column = self.cursor_location
            self.delete((row, (column - 1) // _INDENT * _INDENT), (row, column))

    def _instead(self, event: events.Key, text: str) -> None:
        event.stop()
        event.prevent_default()
        self._replace_via_keyboard(text, *self.selection)

    def _next_indentation(self) -> int:
        """As far in as this line, one step further below a colon, one back below what ends a block."""
        row, column = self.selection.start
        before = self.document.get_line(row)[:column]
        blank = len(before) - len(before.lstrip(" "))
        words = before.split()
        if before.rstrip().endswith(":"):
            return blank + _INDENT
        return max(0, blank - _INDENT) if words and words[0] in _ENDS else blank

    def _within_indentation(self) -> bool:
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        return self.selection.is_empty and len(before) > 0 and not before.strip(" ")


@lru_cache(maxsize=2)
def _coloured(code: str) -> tuple[Line, ...]:
    return highlighted(code, "python")
