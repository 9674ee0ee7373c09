"""Draws `docs/review.svg` from the running program: `make picture`.

A home of its own, a fixed moment, a few answers given before it, one computed card answered with a mistake that has a
name: the same program draws the same picture every time.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.study.opening import Desk, open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from quizapp.study.starting import Start
from quizapp.tui.app import QuizApp

PICTURE = Path(__file__).with_name("review.svg")
SIZE = (80, 33)
NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
DECK = "07-receptive-field-sampling"
CARD = "receptive-field/rf-stack"
MISTAKE = "own-stride"
OTHERS = 11
SETTINGS = "language = 'en'\ninterface = 'en'\nnew_per_day = 0\n"
FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'

_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)


def main() -> None:
    """Writes the picture."""
    PICTURE.write_text(drawn(), encoding="utf-8")
    sys.stderr.write(f"drew {PICTURE.name}\n")


def drawn() -> str:
    """The picture as SVG, which refers to nothing outside itself."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "config.toml").write_text(SETTINGS, encoding="utf-8")
        with open_desk(Places(home, home), NOW) as desk:
            desk.read_cards(NOW)
            desk.collection.append(list(_history(desk)))
            return without_web_fonts(asyncio.run(_answered(desk)))


def without_web_fonts(svg: str) -> str:
    """Textual's picture asks a server for its font; ours takes one that is there."""
    return _COMMENT.sub("", _WEB_FONT.sub("", svg)).replace("Fira Code, monospace", FONTS).rstrip() + "\n"


def _history(desk: Desk) -> Iterator[LogRow]:
    """Cards that were learned and are due, ours the most overdue of them."""
    others = (card.card for card in desk.collection.every() if card.deck == DECK and card.card != CARD)
    for card in islice(others, OTHERS):
        yield desk.pen.answer(card, What.ANSWER, NOW - timedelta(days=1), Grade.GOOD, 9_000, {})
    for days in (20, 19, 13):
        yield desk.pen.answer(CARD, What.ANSWER, NOW - timedelta(days=days), Grade.GOOD, 9_000, {})
    yield desk.pen.answer(CARD, What.ANSWER, NOW - timedelta(days=12), Grade.AGAIN, 9_000, {})
    for days in (12, 11):
        yield desk.pen.answer(CARD, What.ANSWER, NOW - timedelta(days=days, hours=-1), Grade.GOOD, 9_000, {})


def _mistaken(desk: Desk, scope: Scope) -> str:
    """What somebody types who makes the mistake."""
    computed = Session(desk.collection, desk.settings, scope, NOW).ask().computed
    assert computed is not None
    return str(computed.variant.mistakes[MISTAKE])


async def _answered(desk: Desk) -> str:
    scope = Scope(decks=(DECK,))
    app = QuizApp(Start.of(desk), scope, lambda: NOW)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        for key in (*_mistaken(desk, scope), "enter"):
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()
        return app.export_screenshot(title="quizapp", simplify=True)


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"
    time.tzset()
    main()
