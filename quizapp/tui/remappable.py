"""What a learner may remap, screen by screen: keys stand in modules of their own, no screen is imported for them."""

from quizapp.tui import keymap
from quizapp.tui.screens.adding_keys import KEYS as ADDING
from quizapp.tui.screens.browse_keys import KEYS as BROWSE
from quizapp.tui.screens.closing_keys import KEYS as CLOSING
from quizapp.tui.screens.exercise_keys import KEYS as EXERCISE
from quizapp.tui.screens.home_keys import KEYS as HOME
from quizapp.tui.screens.review_keys import KEYS as REVIEW
from quizapp.tui.screens.statistics_keys import KEYS as STATISTICS

_SCREENS = {
    "home": HOME,
    "review": REVIEW,
    "exercise": EXERCISE,
    "closing": CLOSING,
    "adding": ADDING,
    "browse": BROWSE,
    "statistics": STATISTICS,
}


def screen_bindings() -> keymap.Screens:
    """The bindings of all screens, by the screens' names."""
    return {name: keymap.remappable(bindings) for name, bindings in _SCREENS.items()}
