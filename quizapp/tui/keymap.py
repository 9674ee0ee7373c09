"""Which key does what: names for people, and the learner's own keys, checked when they are read."""

from collections.abc import Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from quizapp.i18n import _

_SHOWN = {
    "question_mark": "?",
    "space": "␣",
    "enter": "⏎",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "comma": ",",
    "backspace": "⌫",
}


def shown(keys: str) -> str:
    """The first of some keys, as it is written on the keyboard."""
    first = keys.split(",", 1)[0].strip()
    return _SHOWN.get(first, first)


def all_shown(keys: str) -> str:
    """All of some keys but full-width doubles."""
    names = [key.strip() for key in keys.split(",")]
    return " ".join(_SHOWN.get(name, name) for name in names if name.isascii() and name != "ideographic_space")


def all_bindings() -> dict[str, list[Binding]]:
    """The bindings by screen: those with an id, which a learner may remap."""
    from quizapp.tui.app import QuizApp
    from quizapp.tui.screens.closing import ClosingScreen
    from quizapp.tui.screens.home import HomeScreen
    from quizapp.tui.screens.review import ReviewScreen

    owners: dict[str, type[DOMNode]] = {"app": QuizApp, "home": HomeScreen, "review": ReviewScreen, "closing": ClosingScreen}
    return {
        name: [binding for binding in owner.BINDINGS if isinstance(binding, Binding) and binding.id]
        for name, owner in owners.items()
    }


def checked(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The learner's keys that can be had, and what is wrong with the others.

    An action that does not exist is told, and so is a key that another action of the same screen has.
    """
    screens = all_bindings()
    kept: dict[str, str] = {}
    problems = []
    for action, keys in wanted.items():
        screen = action.partition(".")[0]
        known = {binding.id: binding for binding in screens.get(screen, [])}
        if action not in known:
            problems.append(_("keys: there is no action `{action}`").format(action=action))
            continue
        rivals = [*screens[screen], *screens["app"]]
        taken = next((key for key in _keys(keys) if any(_has(rival, key, action, wanted) for rival in rivals)), None)
        if taken:
            problems.append(
                _("keys: `{key}` for {action} already does something else").format(key=taken, action=action)
            )
        else:
            kept[action] = keys
    return kept, problems


def _has(rival: Binding, key: str, action: str, wanted: Mapping[str, str]) -> bool:
    return rival.id != action and key in _keys(wanted.get(rival.id or "", rival.key))


def _keys(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",")]
