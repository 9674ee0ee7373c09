"""The program in the terminal: opens on home, or straight in a session."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp import i18n
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import other_language
from quizapp.render import Span, fold, plain_text
from quizapp.study.opening import Desk
from quizapp.study.session import Scope, Session
from quizapp.tui import keymap
from quizapp.tui.screens.closing import ClosingScreen
from quizapp.tui.screens.exercise import ExerciseScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.themes import DARK, LIGHT
from quizapp.visible import one_line
from quizapp.wording import N_

Clock = Callable[[], datetime]

_MESSAGE, _MESSAGE_SHARE, _MESSAGE_FRAME = 60, 80, 6
"""How wide a message may be, in cells and in percent of the screen (as in `app.tcss`), and what its frame takes."""


def local_now() -> datetime:
    """The time, where the learner is."""
    return datetime.now().astimezone()


def run(desk: Desk, scope: Scope | None = None, now: Clock = local_now) -> None:
    """Runs the interface until the learner leaves it; with a scope, it begins with that session.

    Ends the process with status 1 where the interface broke down.
    """
    app = QuizApp(desk, scope, now)
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


class QuizApp(App[None]):
    """The application: what screens share, and nothing else."""

    TITLE = "quizapp"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", N_("Keys and help"), id="app.help"),
        Binding("ctrl+p", "command_palette", N_("All commands"), id="app.commands", priority=True),
        Binding("ctrl+q", "quit", N_("Leave the program"), id="app.quit", priority=True),
    ]

    def __init__(self, desk: Desk, scope: Scope | None = None, now: Clock = local_now) -> None:
        super().__init__()
        self.desk = desk
        self.now = now
        self._scope = scope
        self._own_keys: Mapping[str, str] = {}
        i18n.use(desk.settings.interface)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)

    def on_mount(self) -> None:
        """Dresses up, shows home, and reads what changed in the card files."""
        self.use_theme(self.desk.settings.theme)
        self._own_keys, problems = keymap.checked(self.desk.settings.keys, all_bindings())
        self.set_keymap(dict(self._own_keys))
        for problem in problems:
            self.notify(self._broken(problem), severity="warning", timeout=10, markup=False)
        if self.desk.collection.warning:
            self.tell(self.desk.collection.warning)
        self.push_screen(HomeScreen())
        self.read_cards()

    def key(self, action: str) -> str:
        """The key of an action, as it is written on the keyboard."""
        return keymap.key_of(action, all_bindings(), self._own_keys)

    def use_theme(self, name: str) -> None:
        """Wears a theme; ours, where the name is of none."""
        self.theme = name if name in self.available_themes else DARK.name

    def study(self, scope: Scope) -> None:
        """Begins a session, unless there is nothing in it."""
        session = Session(self.desk.collection, self.desk.settings, scope, self.now())
        if session.card is None:
            self.say(_("Nothing waits here today."))
        else:
            self.push_screen(ReviewScreen(session))

    def review(self, session: Session) -> None:
        """Goes on with a session, in the place of the screen that asks for it."""
        self.switch_screen(ReviewScreen(session))

    def close_session(self, session: Session) -> None:
        """Ends a session: what was done, and what comes."""
        self.switch_screen(ClosingScreen(session))

    def undo(self, session: Session) -> bool:
        """Takes back the last thing done today, so that the session shows its card; False if nothing is left."""
        if session.undo(self.now()) is None:
            self.say(_("Nothing left to undo today."))
            return False
        return True

    def choose(self, key: str, value: object) -> None:
        """Keeps a choice, and lets it take effect."""
        self.desk.choose(key, value)
        if key == "interface":
            i18n.use(self.desk.settings.interface)
        if key == "theme":
            self.use_theme(self.desk.settings.theme)

    def switch_language(self, *keys: str) -> None:
        """Turns these settings (`language` of cards, `interface`) to the language that the first of them has not."""
        other = other_language(getattr(self.desk.settings, keys[0]))
        for key in keys:
            self.choose(key, other)

    # What is told

    def say(self, text: str, seconds: float = 3.0) -> None:
        """Says something small, in the place of what was said before."""
        self.clear_notifications()
        self.notify(self._broken(text), timeout=seconds, markup=False)

    def tell(self, error: QuizappError) -> None:
        """Shows an error: the one place that does."""
        title = self._broken(error.message)
        self.notify(self._broken(error.hint), title=title, severity="error", timeout=15, markup=False)

    def _broken(self, text: str) -> str:
        """A message with the line breaks it needs: Textual's own would part Chinese from its full stop."""
        room = min(_MESSAGE, self.size.width * _MESSAGE_SHARE // 100) - _MESSAGE_FRAME
        return plain_text(fold((Span(one_line(text)),), max(room, 10)))

    def attempt(self, act: Callable[[], None]) -> None:
        """Does something that reads or writes; if it cannot be done, tells why."""
        try:
            act()
        except QuizappError as error:
            self.tell(error)

    # What keys and commands do

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Does what a key says; if it cannot be done, tells why and leaves everything where it is."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except QuizappError as error:
            self.tell(error)
            return True

    def action_help(self) -> None:
        """Keys of the screen one is on, and where to find more."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        """Every command, to be found by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for a command"), id="--command-palette"))

    def action_help_quit(self) -> None:
        """Control-C copies and interrupts elsewhere: here it tells how to leave."""
        self.say(_("{key} leaves the program.").format(key=self.key("app.quit")))

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

    # Card files

    @work(thread=True, exclusive=True, group="reading")
    def read_cards(self) -> None:
        """Reads what changed in the card files, off the interface's thread."""
        try:
            self.desk.read_cards(self.now(), self._tell_progress)
        except QuizappError as error:
            self.call_from_thread(self.tell, error)
        self.call_from_thread(self.attempt, self._cards_are_read)

    @work(thread=True, exclusive=True, group="tidying")
    def tidy(self) -> None:
        """Tidies the database up, off the interface's thread, while the learner reads."""
        try:
            self.desk.collection.checkpoint()
        except QuizappError as error:
            self.call_from_thread(self.tell, error)

    def _tell_progress(self, done: int, of: int) -> None:
        if done % 25 == 0:
            self.call_from_thread(self._home.show_progress, done, of)

    def _cards_are_read(self) -> None:
        self._home.show_today()
        scope, self._scope = self._scope, None
        if scope is not None:
            self.study(scope)

    @property
    def _home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))


def all_bindings() -> keymap.Screens:
    """What a learner may remap, by screen."""
    owners: dict[str, type[DOMNode]] = {
        "app": QuizApp,
        "home": HomeScreen,
        "review": ReviewScreen,
        "exercise": ExerciseScreen,
        "closing": ClosingScreen,
    }
    return {name: keymap.remappable(owner) for name, owner in owners.items()}
