"""Check cards for the interface's tests, a single one at a time."""

from pathlib import Path

from quizapp.study.questions.computed import Computed
from quizapp.tui.screens.review import ReviewScreen
from tests.conftest import write_cards
from tests.study.checks import BROKEN, FATE, PARAMS, PARAMS_ZH, ROOT
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen

_HEAD = "---\ntopic: {topic}\ntitle: {title}\n---\n\n"


def one_check(home: Path, text: str = PARAMS, zh: str | None = None, config: str = CONFIG) -> None:
    """A deck with this card alone."""
    files = {"config.toml": config, "cards/c.en.md": _HEAD.format(topic="c", title="Checks") + text}
    if zh:
        files["cards/c.zh.md"] = _HEAD.format(topic="c", title="计算题") + zh
    write_cards(home, files)


def params(home: Path, config: str = CONFIG) -> None:
    """The parameters of a convolution, in both languages."""
    one_check(home, PARAMS, PARAMS_ZH, config)


def root(home: Path, config: str = CONFIG) -> None:
    """A root: a real answer."""
    one_check(home, ROOT, config=config)


def fate(home: Path, config: str = CONFIG) -> None:
    """A named choice."""
    one_check(home, FATE, config=config)


def broken(home: Path, config: str = CONFIG) -> None:
    """A check that can never be drawn."""
    one_check(home, BROKEN, config=config)


def computed(screen: Screen) -> Computed:
    """What is being asked."""
    front = screen.app.screen
    assert isinstance(front, ReviewScreen)
    assert front._ask is not None
    assert front._ask.computed is not None
    return front._ask.computed


def right(screen: Screen) -> str:
    """The right answer as somebody types it."""
    return str(computed(screen).variant.answer)


def wrong(screen: Screen) -> str:
    """The answer without biases."""
    return str(computed(screen).variant.mistakes["no-bias"])


def given(screen: Screen) -> dict[str, object]:
    """What the log keeps of the last answer."""
    desk = screen.app.desk
    return dict(desk.collection.of_day(desk.pen.day(screen.app.now()))[-1].answered)
