"""The text of one bundled card, for tests that hold the numbers it states."""

import re
from pathlib import Path

import pytest

from quizapp.language import LANGUAGES

CONTENT = Path(__file__).parents[2] / "content"
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def section(deck: str, topic: str, language: str, card_id: str) -> str:
    """The Markdown of a card: its heading line and all up to the next level-2 heading."""
    lines = (CONTENT / deck / f"{topic}.{language}.md").read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if re.search(rf"^## .*{{#{card_id}[ }}]", line))
    end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith("## ")), len(lines))
    return "\n".join(lines[start:end])


def flowing(deck: str, topic: str, language: str, card_id: str) -> str:
    """A card's Markdown on one line, so that a sentence is found wherever its lines end."""
    return " ".join(section(deck, topic, language, card_id).split())


def asked(text: str) -> list[float]:
    """The numbers of a card's heading, in their order."""
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text.partition("{#")[0])]


def accepted(text: str) -> list[str]:
    """The spellings of a typed answer: the only line of a card with alternatives."""
    return next(line for line in text.splitlines() if " | " in line).split(" | ")


def notes(deck: str, topic: str, language: str) -> str:
    """The Markdown of a topic's notes: what stands between its title and its first card."""
    text = (CONTENT / deck / f"{topic}.{language}.md").read_text(encoding="utf-8")
    return text.partition("\n# ")[2].partition("\n## ")[0]
