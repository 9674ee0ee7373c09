"""What a learner may remap, screen by screen."""

from quizapp.tui import keymap
from quizapp.tui.screens.adding import AddScreen
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.closing import ClosingScreen
from quizapp.tui.screens.exercise import ExerciseScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.screens.statistics_keys import KEYS as STATISTICS_KEYS

_SCREENS = {
    "home": HomeScreen.BINDINGS,
    "review": ReviewScreen.BINDINGS,
    "exercise": ExerciseScreen.BINDINGS,
    "closing": ClosingScreen.BINDINGS,
    "adding": AddScreen.BINDINGS,
    "browse": BrowseScreen.BINDINGS,
    "statistics": STATISTICS_KEYS,  # the screen itself is imported when it is opened
}


def screen_bindings() -> keymap.Screens:
    """The bindings of all screens, by the screens' names."""
    return {name: keymap.remappable(bindings) for name, bindings in _SCREENS.items()}
