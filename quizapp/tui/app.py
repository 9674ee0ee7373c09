"""The program in the terminal: opens on home, or straight in a session."""

import gc
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen

from quizapp import i18n
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import other_language
from quizapp.study.editing.watching import Watch
from quizapp.study.marking import decided
from quizapp.study.opening import Desk, library_folders
from quizapp.study.session import Scope, Session
from quizapp.study.undoing import Undone
from quizapp.tui import keymap
from quizapp.tui.card_files import CardFiles
from quizapp.tui.in_step import InStep
from quizapp.tui.remappable import screen_bindings
from quizapp.tui.screens.adding import AddScreen
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.closing import ClosingScreen
from quizapp.tui.screens.doing import Deeds
from quizapp.tui.screens.form import FormScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.telling import TellingApp
from quizapp.tui.themes import DARK, LIGHT
from quizapp.wording import N_, nothing_waits

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The time, where the learner is."""
    return datetime.now().astimezone()


def run(desk: Desk, scope: Scope | None = None, now: Clock = local_now) -> None:
    """Runs the interface until the learner leaves it; with a scope, it begins with that session.

    Ends the process with status 1 where the interface broke down.
    """
    if sys.platform != "win32":  # where the caller ignores it, reading keys from a terminal that is gone never ends
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    app = QuizApp(desk, scope, now, Watch(lambda: library_folders(desk.settings, desk.places)))
    gc.freeze()  # what is imported by now stays: to look through it for garbage held a keystroke up by 90 ms
    app.run()
    for line in app.in_step.finish():
        sys.stderr.write(f"{line}\n")
    if app.return_code:
        sys.exit(app.return_code)


class QuizApp(TellingApp):
    """The application: what screens share, and nothing else."""

    TITLE = "quizapp"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", N_("Keys and help"), id="app.help"),
        Binding("ctrl+p", "command_palette", N_("All commands"), id="app.commands", priority=True),
        Binding("U", "take_back", N_("Take the last edit of a file back"), id="app.take-back"),
        Binding("ctrl+q", "quit", N_("Leave the program"), id="app.quit", priority=True),
    ]

    def __init__(
        self, desk: Desk, scope: Scope | None = None, now: Clock = local_now, watch: Watch | None = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.now = now
        self.files = CardFiles(self, watch)
        self.in_step = InStep(self)
        self.deeds = Deeds()
        self._scope = scope
        self._begun = False
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
            self.warn(problem)
        if self.desk.collection.warning:
            self.tell(self.desk.collection.warning)
        self.push_screen(HomeScreen())
        self.files.read()
        self.files.watch()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where a card is written nothing else is taken back: a letter that misses its field does no harm."""
        return not (action == "take_back" and isinstance(self.screen, FormScreen))

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
            self.say(nothing_waits(scope.due_after))
        else:
            self.push_screen(ReviewScreen(session))

    def review(self, session: Session) -> None:
        """Goes on with a session, in the place of the screen that asks for it."""
        self.switch_screen(ReviewScreen(session))

    def close_session(self, session: Session) -> None:
        """Ends a session: what was done, and what comes."""
        self.switch_screen(ClosingScreen(session))
        self.in_step.synchronize()

    def undo(self, session: Session) -> Undone | None:
        """Takes back the last thing done today, and says what, unless it is an answer, whose card is shown."""
        undone = session.undo(self.now())
        if undone is None:
            self.say(_("Nothing left to undo today."))
        elif not undone.answered:
            self.say(_("Undone: {what}").format(what=decided(undone.what, undone.decided or 1)))
        return undone

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

    # What keys and commands do

    def action_add(self) -> None:
        """Writes cards, from wherever one is."""
        if not isinstance(self.screen, AddScreen):
            self.push_screen(AddScreen())

    def action_take_back(self) -> None:
        """The text of the card, or file, that was edited last is as it was."""
        self.files.take_back()

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

    @work(thread=True, exclusive=True, group="tidying")
    def tidy(self) -> None:
        """Tidies the database up, off the interface's thread, while the learner reads."""
        try:
            self.desk.collection.checkpoint()
        except QuizappError as error:
            self.call_from_thread(self.tell, error)

    def tell_progress(self, done: int, of: int) -> None:
        """Tells how far the reading of card files is, from its thread."""
        if done % 25 == 0:
            self.call_from_thread(self._home.show_progress, done, of)

    def cards_are_read(self) -> None:
        """Card files were read: screens take that up, and the session begins that was waiting for it.

        Before the first one, what other machines did comes in.
        """
        self.tell_screens()
        if not self._begun:
            self._begun = True
            self.in_step.synchronize(then=self._begin)

    def _begin(self) -> None:
        self.tell_screens()
        if self._scope is not None:
            self.study(self._scope)

    def tell_screens(self, edited: str = "") -> None:
        """Lets all screens take up that card files were read again; `edited` is the card that the learner changed."""
        for screen in tuple(self.screen_stack):
            if isinstance(screen, QuizScreen) and screen.is_open:
                screen.cards_were_read(edited)

    @property
    def _home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))


def all_bindings() -> keymap.Screens:
    """What a learner may remap, by screen."""
    return {"app": keymap.remappable(QuizApp.BINDINGS), **screen_bindings()}
