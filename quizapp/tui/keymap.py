"""Which key does what: names for people, and the learner's own keys, checked when they are read."""

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding, BindingType

from quizapp.i18n import _

Screens = Mapping[str, Sequence[Binding]]
"""The bindings of each screen by its name, and of the application by `app`."""

_EVERYWHERE = "app"
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
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "backspace": "⌫",
}


def shown(keys: str) -> str:
    """The first of some keys, as it is written on the keyboard."""
    first = keys.split(",", 1)[0].strip()
    return _SHOWN.get(first, first)


def names(keys: str) -> list[str]:
    """All of some keys, as they are written on the keyboard; full-width doubles are left out."""
    return [_SHOWN.get(key, key) for key in _keys(keys) if not _full_width(key)]


def _full_width(key: str) -> bool:
    return not key.isascii() or key.startswith("fullwidth_") or key == "ideographic_space"


def remappable(bindings: Iterable[BindingType]) -> list[Binding]:
    """The bindings of a screen or the application that have an id, by which a learner may remap them."""
    return [binding for binding in bindings if isinstance(binding, Binding) and binding.id]


def key_of(action: str, screens: Screens, own: Mapping[str, str]) -> str:
    """The key of an action, as it is written on the keyboard, where `own` are the learner's own keys."""
    bindings = screens[action.partition(".")[0]]
    return shown(own.get(action) or next(binding.key for binding in bindings if binding.id == action))


def checked(wanted: Mapping[str, str], screens: Screens) -> tuple[dict[str, str], list[str]]:
    """The learner's keys that can be had, and what is wrong with the others.

    An action that does not exist is told, and so is a key that another action on the same screen has.
    """
    known = {binding.id for bindings in screens.values() for binding in bindings}
    kept: dict[str, str] = {}
    problems = []
    for action, keys in wanted.items():
        if action not in known:
            problems.append(_("keys: there is no action `{action}`").format(action=action))
        elif taken := _taken(action, keys, _rivals(action, screens), wanted):
            told = _("keys: `{key}` for {action} already does something else")
            problems.append(told.format(key=taken, action=action))
        else:
            kept[action] = keys
    return kept, problems


def _rivals(action: str, screens: Screens) -> list[Binding]:
    """The other actions that are there when `action` is: what works everywhere meets all of them."""
    screen = action.partition(".")[0]
    names = screens if screen == _EVERYWHERE else (screen, _EVERYWHERE)
    return [binding for name in names for binding in screens[name] if binding.id != action]


def _taken(action: str, keys: str, rivals: Sequence[Binding], wanted: Mapping[str, str]) -> str | None:
    """The first of the keys that a rival has, by its own choice or the learner's."""
    theirs = {shown(key) for rival in rivals for key in _keys(wanted.get(rival.id or "", rival.key))}
    return next((key for key in _keys(keys) if shown(key) in theirs), None)


def _keys(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",")]
