"""A line in which something is named that may be there already: it is offered while one types."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

from quizapp.visible import one_line

Matches = Callable[[str], Sequence[str]]
"""What may be meant by the text typed so far, likest first."""


class CompletedInput(Input):
    """The first match is shown behind the cursor, and taken with →; ↓ and ↑ go through all of them."""

    DEFAULT_CSS = """
    CompletedInput, CompletedInput:focus { width: 1fr; background: $background; }
    CompletedInput:focus { background: $foreground 10%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "take(1)", show=False),
        Binding("up", "take(-1)", show=False),
    ]

    def __init__(self, id: str, matches: Matches) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False, suggester=_First(matches))
        self._matches = matches
        self._typed = ""
        self._offered: list[str] = []

    @property
    def matches(self) -> Sequence[str]:
        """What is offered now: for what was typed, while one goes through it."""
        return self._offered[1:] if self.value in self._offered else self._matches(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """A name is one line, and so is what is pasted of several."""
        event.text = one_line(event.text)

    def action_take(self, step: int) -> None:
        """The next match, or the one before; what was typed stands among them."""
        if self.value not in self._offered:
            self._offered = [self.value, *self._matches(self.value)]
        self.value = self._offered[(self._offered.index(self.value) + step) % len(self._offered)]
        self.cursor_position = len(self.value)


class _First(Suggester):
    def __init__(self, matches: Matches) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._matches = matches

    async def get_suggestion(self, value: str) -> str | None:
        found = (match for match in self._matches(value) if match.casefold().startswith(value.casefold()))
        return next(found, None) if value else None
