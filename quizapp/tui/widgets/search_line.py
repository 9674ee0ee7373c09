"""The line in which one searches."""

from textual.widgets import Input

from quizapp.tui.widgets.laid_out_once import LaidOutOnce


class SearchLine(Input, LaidOutOnce):
    """A slash at its beginning is the key that leads here, pressed once more: it is no part of what is looked for."""

    def replace(self, text: str, start: int, end: int) -> None:
        """What is typed or pasted in the place of other text, or of none."""
        typed = text.removeprefix("/").removeprefix("／") if min(start, end) == 0 else text
        super().replace(typed, start, end)
