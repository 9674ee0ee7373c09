"""An application whose actions are found by name, and which is left when it can be."""

from collections.abc import Callable, Iterable

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp.i18n import _
from quizapp.tui import keymap
from quizapp.tui.telling import TellingApp

_MAKING = 0.02
"""Seconds. A screen is made in less."""


class CommandingApp(TellingApp):
    """The palette of commands, and the last of them."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, by name, each once."""
        listed: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.description and binding.id and active.enabled and binding.id not in {*listed, "app.commands"}:
                listed.add(binding.id)
                runner = self._runner(binding.action, active.node)
                yield SystemCommand(_(binding.description), keymap.shown(binding.key), runner)

    def _runner(self, action: str, node: DOMNode) -> Callable[[], None]:
        async def run() -> None:
            await self.run_action(action, node)

        def soon() -> None:
            self.call_later(run)

        return soon

    def action_command_palette(self) -> None:
        """Every command, to be found by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for a command"), id="--command-palette"))

    async def action_quit(self) -> None:
        """Leaves, once the screen in front is made: Textual makes no more of it then, and may wait for ever."""
        if self.screen.is_mounted:
            self.exit()
        else:
            self.set_timer(_MAKING, self.action_quit)
