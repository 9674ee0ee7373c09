"""The program in the terminal: opens on home, or straight in a session."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp import i18n
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.study.opening import Desk
from quizapp.study.session import Scope, Session
from quizapp.tui import keymap
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.themes import DARK, LIGHT
from quizapp.visible import one_line
from quizapp.wording import N_

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The time, where the learner is."""
    return datetime.now().astimezone()


def run(desk: Desk, scope: Scope | None = None, now: Clock = local_now) -> None:
    """Runs the interface until the learner leaves it; with a scope, it begins with that session."""
    QuizApp(desk, scope, now).run()


class QuizApp(App[None]):
    """The application: what screens share, and nothing else."""

    TITLE = "quizapp"
    CSS_PATH = "app.tcss"
    BINDINGS = [  # noqa: RUF012  Textual reads it so
        Binding("question_mark,？,f1", "help", N_("Keys and help"), id="app.help"),
        Binding("ctrl+p", "command_palette", N_("All commands"), id="app.commands", priority=True),
    ]

    def __init__(self, desk: Desk, scope: Scope | None = None, now: Clock = local_now) -> None:
        super().__init__()
        self.desk = desk
        self.now = now
        self._scope = scope
        i18n.use(desk.settings.interface)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)

    def on_mount(self) -> None:
        """Dresses up, shows home, and reads what changed in the card files."""
        self.use_theme(self.desk.settings.theme)
        keys, problems = keymap.checked(self.desk.settings.keys)
        self.set_keymap(keys)
        for problem in problems:
            self.notify(problem, severity="warning", timeout=10)
        self.push_screen(HomeScreen())
        self.read_cards()

    def use_theme(self, name: str) -> None:
        """Wears a theme; ours, where the name is of none."""
        self.theme = name if name in self.available_themes else DARK.name

    def action_help(self) -> None:
        """Keys of the screen one is on, and where to find more."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def study(self, scope: Scope) -> None:
        """Begins a session, unless there is nothing in it."""
        session = Session(self.desk.collection, self.desk.settings, scope, self.now())
        if session.card is None:
            self.notify(_("Nothing waits here today."))
        else:
            self.push_screen(ReviewScreen(session))

    def undo(self) -> None:
        """Takes back the last thing done today, and shows its card."""
        session = Session(self.desk.collection, self.desk.settings, Scope(), self.now())
        try:
            undone = session.undo(self.now())
        except QuizappError as error:
            self.tell(error)
            return
        if undone is None:
            self.notify(_("Nothing left to undo today."))
        else:
            self.push_screen(ReviewScreen(session))

    def choose(self, key: str, value: object) -> None:
        """Keeps a choice, and lets it take effect."""
        self.desk.choose(key, value)
        if key == "interface":
            i18n.use(self.desk.settings.interface)
        if key == "theme":
            self.use_theme(self.desk.settings.theme)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, by name; then Textual's own."""
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.description and binding.id and active.enabled:
                yield SystemCommand(_(binding.description), keymap.shown(binding.key), self._runner(binding.action, active.node))
        yield from super().get_system_commands(screen)

    @work(thread=True, exclusive=True, group="reading")
    def read_cards(self) -> None:
        """Reads what changed in the card files, off the interface's thread."""
        try:
            self.desk.read_cards(self.now(), self._tell_progress)
        except QuizappError as error:
            self.call_from_thread(self.tell, error)
        self.call_from_thread(self._cards_are_read)

    def tell(self, error: QuizappError) -> None:
        """Shows an error: the one place that does."""
        self.notify(one_line(error.hint), title=one_line(error.message), severity="error", timeout=15, markup=False)

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

    def _runner(self, action: str, node: DOMNode) -> Callable[[], None]:
        async def run() -> None:
            await self.run_action(action, node)

        def soon() -> None:
            self.call_later(run)

        return soon
