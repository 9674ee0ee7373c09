"""The program in the terminal: opens on home, or straight in a session."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from quizapp import i18n
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import other_language
from quizapp.tui import keymap
from quizapp.tui.beginning import Beginning
from quizapp.tui.clock import Clock, local_now
from quizapp.tui.commanding import CommandingApp
from quizapp.tui.in_step import InStep
from quizapp.tui.remappable import screen_bindings
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.doing import Deeds
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.themes import DARK, LIGHT
from quizapp.visible import harmless
from quizapp.wording import N_, nothing_waits

if TYPE_CHECKING:
    from quizapp.study.editing.watching import Watch
    from quizapp.study.opening import Desk
    from quizapp.study.sessions.first_card import FirstCard
    from quizapp.study.sessions.scope import Scope
    from quizapp.study.sessions.session import Session
    from quizapp.study.sessions.undoing import Undone
    from quizapp.study.starting import Start
    from quizapp.tui.card_files import CardFiles


class QuizApp(CommandingApp):
    """The application: what screens share, and nothing else."""

    TITLE = "quizapp"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]  # of a first screen nothing is read
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", N_("Keys and help"), id="app.help"),
        Binding("ctrl+p", "command_palette", N_("All commands"), id="app.commands", priority=True),
        Binding("U", "take_back", N_("Take the last edit of a file back"), id="app.take-back"),
        Binding("ctrl+q", "quit", N_("Leave the program"), id="app.quit", priority=True),
    ]

    def __init__(
        self,
        start: "Start",
        scope: "Scope | None" = None,
        now: Clock = local_now,
        watch: "Callable[[Desk], Watch] | None" = None,
        first: "FirstCard | None" = None,
    ) -> None:
        super().__init__()
        self.start = start
        self.now = now
        self.beginning = Beginning(self, scope, first)
        self.in_step = InStep(self)
        self.deeds = Deeds()
        self._watch = watch
        self._own_keys: Mapping[str, str] = {}
        i18n.use(start.settings.interface)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        # Put on before any style is read: to change it later takes as long as to read them all again.
        self.set_reactive(QuizApp.theme, LIGHT.name if start.settings.theme == LIGHT.name else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def desk(self) -> "Desk":
        """The collection and the settings, once they are open: before that nothing that a learner does comes here."""
        assert self.start.desk is not None, "the desk is not open yet"
        return self.start.desk

    @cached_property
    def files(self) -> "CardFiles":
        """What is done with card files."""
        from quizapp.tui.card_files import CardFiles

        return CardFiles(self, self._watch(self.desk) if self._watch else None)

    def get_default_screen(self) -> HomeScreen:
        """Home is the first screen, and what all others lie upon."""
        return HomeScreen()

    async def on_mount(self) -> None:
        """Takes the learner's theme and keys; once home, or the first card, is on the screen, the rest is opened."""
        self.use_theme(self.start.settings.theme)
        self._own_keys, problems = keymap.checked(self.start.settings.keys, all_bindings())
        self.set_keymap(dict(self._own_keys))
        for problem in problems:
            self.warn(problem)
        await self.beginning.begin()

    async def on_event(self, event: events.Event) -> None:
        """What is typed before the desk is open waits until it is; what is pasted comes from anywhere."""
        if isinstance(event, events.InputEvent | events.Paste):
            await self.beginning.opened.wait()
            if self.start.desk is None:  # it cannot be opened: this is the end
                return
        if isinstance(event, events.Paste):
            event.text = harmless(event.text)
        await super().on_event(event)

    def watch_app_focus(self, focus: bool) -> None:
        """A window that is not in front when home is made gives no focus to its list: it comes with the window's."""
        if focus and self.screen_stack and self.screen is self.home:
            self.home.focus_decks()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where a card is written nothing else is taken back: a letter that misses its field does no harm."""
        return not (action == "take_back" and isinstance(self.screen, QuizScreen) and self.screen.writes)

    def key(self, action: str) -> str:
        """The key of an action, as it is written on the keyboard."""
        return keymap.key_of(action, all_bindings(), self._own_keys)

    def use_theme(self, name: str) -> None:
        """Wears a theme; ours, where the name is of none."""
        self.theme = name if name in self.available_themes else DARK.name

    def study(self, scope: "Scope") -> None:
        """Begins a session, unless there is nothing in it."""
        from quizapp.study.sessions.session import Session
        from quizapp.tui.screens.review import ReviewScreen

        session = Session(self.desk.collection, self.desk.settings, scope, self.now())
        if session.card is None:
            self.say(nothing_waits(scope.due_after))
        else:
            self.push_screen(ReviewScreen(session))

    def review(self, session: "Session") -> None:
        """Goes on with a session, in the place of the screen that asks for it."""
        from quizapp.tui.screens.review import ReviewScreen

        self.switch_screen(ReviewScreen(session))

    def close_session(self, session: "Session") -> None:
        """Ends a session: what was done, and what comes."""
        from quizapp.tui.screens.closing import ClosingScreen

        self.switch_screen(ClosingScreen(session))
        self.in_step.synchronize()

    def undo(self, session: "Session") -> "Undone | None":
        """Takes back the last thing done today, and says what, unless it is an answer, whose card is shown."""
        from quizapp.study.marking import decided

        undone = session.undo(self.now())
        if undone is None:
            self.say(_("Nothing left to undo today."))
        elif not undone.answered:
            self.say(_("Undone: {what}").format(what=decided(undone.what, undone.decided or 1)))
        return undone

    def choose(self, key: str, value: object) -> None:
        """Keeps a choice, and lets it take effect."""
        self.desk.choose(key, value)
        self.heed_choices()

    def heed_choices(self) -> None:
        """Speaks the language that is chosen, and wears the theme."""
        i18n.use(self.desk.settings.interface)
        self.use_theme(self.desk.settings.theme)

    def switch_language(self, *keys: str) -> None:
        """Turns these settings (`language` of cards, `interface`) to the language that the first of them has not."""
        other = other_language(getattr(self.desk.settings, keys[0]))
        for key in keys:
            self.choose(key, other)

    # What keys and commands do

    def action_add(self) -> None:
        """Writes cards, from wherever one is."""
        from quizapp.tui.screens.adding import AddScreen

        if not isinstance(self.screen, AddScreen):
            self.push_screen(AddScreen())

    def action_take_back(self) -> None:
        """The text of the card, or file, that was edited last is as it was."""
        self.files.take_back()

    def action_help(self) -> None:
        """Keys of the screen one is on, and where to find more."""
        from quizapp.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_help_quit(self) -> None:
        """Control-C copies and interrupts elsewhere: here it tells how to leave."""
        self.say(_("{key} leaves the program.").format(key=self.key("app.quit")))

    # Card files

    @work(thread=True, exclusive=True, group="tidying")
    def tidy(self) -> None:
        """Tidies the database up, off the interface's thread, while the learner reads."""
        try:
            self.desk.collection.checkpoint()
        except QuizappError as error:
            self.call_from_thread(self.tell, error)

    def tell_screens(self, edited: str = "") -> None:
        """Lets all screens take up that card files were read again; `edited` is the card that the learner changed."""
        for screen in tuple(self.screen_stack):
            if isinstance(screen, QuizScreen) and screen.is_open:
                screen.attend(screen.cards_were_read, edited)

    @property
    def home(self) -> HomeScreen:
        """What all other screens lie upon."""
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))


def all_bindings() -> keymap.Screens:
    """What a learner may remap, by screen."""
    return {"app": keymap.remappable(QuizApp.BINDINGS), **screen_bindings()}
