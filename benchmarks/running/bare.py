"""The least that Textual can be: an application with one Static, painted. Started as a process of its own."""

from textual.app import App, ComposeResult
from textual.widgets import Static

TEXT = "as bare as can be"


class Bare(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """It."""
        yield Static(TEXT)


if __name__ == "__main__":
    Bare().run()
