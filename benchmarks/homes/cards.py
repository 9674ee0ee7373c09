"""Card files to measure with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.homes.states import NEW_PER_DAY, REVIEWS_PER_DAY
from benchmarks.homes.texts import text

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
"""The moment at which everything is measured: what is due does not hang on the clock."""
DECKS = 10
LAST_DECK = f"{DECKS - 1:02} deck"
"""What the interface calls the last of them."""
ASKED = "What is term-"
"""So every question begins."""


@dataclass(frozen=True)
class Size:
    """How many cards in how many files, in ten decks. `mixed` has choices, tables and maths, else all are plain."""

    cards: int
    files: int
    mixed: bool = False


def settings(cards: Path) -> str:
    """Settings under which nothing but these cards is read."""
    limits = [f"new_per_day = {NEW_PER_DAY}", f"reviews_per_day = {REVIEWS_PER_DAY}"]
    return "\n".join(["bundled = false", *limits, 'language = "en"', 'interface = "en"', f'cards = "{cards}"', ""])


def write_home(home: Path, cards: Path, size: Size) -> None:
    """Card files below `cards`, and the settings of a home that reads them."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text(settings(cards), encoding="utf-8")
    a_file = size.cards // size.files
    for number in range(size.files):
        file = cards / f"{number % DECKS:02}-deck" / f"topic-{number:04}.en.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        sections = [section(number * a_file + index, size.mixed) for index in range(a_file)]
        file.write_text("\n".join([f"# Topic {number}\n\nNotes.\n", *sections]), encoding="utf-8")


def section(number: int, mixed: bool = False) -> str:
    """A card as a section of a file."""
    card = text(number)
    maths = f" with $n_{{{number % 9}}}^2$ and `f(x)`" if mixed else ""
    heading = f'## {card.front[:-1]}{maths}? {{#q{number} tags="{" ".join(card.tags)}"}}\n'
    if mixed and number % 3 == 0:
        return f"{heading}\n- [x] right\n- [ ] wrong\n- [ ] wrong too\n\n{card.back}\n"
    if mixed and number % 3 == 1:
        return f"{heading}\n{card.back}\n\n| a | b |\n|---|---|\n| $\\frac{{a}}{{b}}$ | 2 |\n"
    first, _, rest = card.back.partition(" ")
    return f"{heading}\n**{first}** {rest}\n\n```python\n{card.code}\n```\n"
