"""Collections to measure with: plain cards, some of them learned."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.opening import Desk

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
FILES = 100
SETTINGS = "bundled = false\nnew_per_day = 20\nreviews_per_day = 9999\nlanguage = 'en'\ninterface = 'en'\n"


def write_cards(home: Path, count: int) -> None:
    """`count` cards of several kinds in 100 files and ten decks, and settings under which nothing else is read."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(FILES):
        file = home / "cards" / f"{number // 10:02}-deck" / f"topic-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        cards = "\n".join(_card(number, index) for index in range(count // FILES))
        file.write_text(f"# Topic {number}\n\nNotes with $x^2$.\n\n{cards}", encoding="utf-8")


def learn(desk: Desk, share: float) -> None:
    """Answers a share of the cards once, yesterday: they are due today."""
    cards = [card.card for card in desk.collection.every()]
    some = cards[: round(len(cards) * share)]
    yesterday = NOW - timedelta(days=1)
    rows = [desk.pen.answer(card, What.ANSWER, yesterday, Grade.GOOD, 8_000, {}) for card in some]
    desk.collection.append(rows)


def _card(topic: int, index: int) -> str:
    heading = f"## Question {index} of topic {topic}: what is $n_{{{index}}}$ of `f(x)`? {{#q{index}}}\n"
    if index % 3 == 0:
        return f"{heading}\n- [x] right\n- [ ] wrong\n- [ ] wrong too\n\nBecause of *this*.\n"
    if index % 3 == 1:
        return f"{heading}\nThe answer, with **emphasis**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    return f"{heading}\nThe answer.\n\nAn explanation in two sentences. It has $\\frac{{a}}{{b}}$ in it.\n"
