"""Where Markdown is typed: long lines are broken where they are shown, and a new line is indented as the one above."""

from textual import events
from textual.content import Content
from textual.widgets import TextArea

from quizapp.study.editing.elsewhere import written_elsewhere
from quizapp.tui.outside import outside
from quizapp.visible import harmless


class FieldArea(TextArea):
    """A field of a card."""

    DEFAULT_CSS = """
    FieldArea { border: round $primary 40%; background: $background; padding: 0; scrollbar-size-vertical: 1; }
    FieldArea:focus { border: round $primary; }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self._title = ""

    def entitle(self, title: str) -> None:
        """What it is called; a sign before it says that one writes here."""
        self._title = title
        self._show_title(self.has_focus)

    def on_focus(self) -> None:
        """One writes here."""
        self._show_title(True)

    def on_blur(self) -> None:
        """And now elsewhere."""
        self._show_title(False)

    def take(self, text: str) -> None:
        """Another text in place of this, the cursor at its end; ctrl+z brings back the one before."""
        self.replace(harmless(text), (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def write_elsewhere(self) -> None:
        """Its text in the learner's own editor, and back. Raises QuizappError, after taking what was saved."""
        line = self.cursor_location[0] + 1
        written = outside(self.app, lambda: written_elsewhere(self.text, "field.md", line))
        text = written.text.removesuffix("\n")
        if text.rstrip() != self.text.rstrip():
            self.take(text)
        if written.failed:
            raise written.failed

    def begin(self, text: str) -> None:
        """A text to begin with: nothing before it can be brought back."""
        self.load_text(harmless(text))
        self.move_cursor(self.document.end)

    def go_to(self, line: int) -> None:
        """The cursor on a line, from 1."""
        self.move_cursor((min(max(line, 1), self.document.line_count) - 1, 0))

    def _show_title(self, focused: bool) -> None:
        self.border_title = Content(f"▸ {self._title}" if focused else self._title)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            row, column = self.selection.start
            before = self.document.get_line(row)[:column]
            blank = before[: len(before) - len(before.lstrip(" "))]
            self._replace_via_keyboard("\n" + blank, *self.selection)
        else:
            await super()._on_key(event)
