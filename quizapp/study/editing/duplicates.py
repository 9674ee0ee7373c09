"""Near-duplicates: cards whose prompt says nearly what another says.

Prompts are compared without case, width, blanks and punctuation, by the short runs of characters that they share, which
needs no words and so serves Chinese as well. How alike two are is the share of runs common to both (Jaccard).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from math import ceil

from quizapp.cards.backwards import BACKWARDS

ALIKE = 0.6
"""From so much on two prompts are told as alike: one word in six is another, or one Chinese character in eight."""

LONGEST = 400
"""Characters of a prompt that are compared."""

_RUN, _WIDE_RUN, _FIRST_WIDE = 3, 2, "\u2e80"


@dataclass(frozen=True, slots=True)
class Alike:
    """A card like the one being written: `likeness` is 1 where the prompts say the same."""

    card: str
    title: str
    likeness: float

    @property
    def same(self) -> bool:
        """True if nothing tells the two prompts apart."""
        return self.likeness == 1


class Prompts:
    """The prompts of all cards, to be asked many times: built once, it answers within milliseconds."""

    def __init__(self, titles: Iterable[tuple[str, Mapping[str, str]]] = ()) -> None:
        """`titles` are cards' ids, each with its prompt in every language."""
        self._known: list[tuple[str, str, str]] = []
        self._sizes: list[int] = []
        self._holding: dict[str, list[int]] = {}
        for card, texts in titles:
            self.add(card, texts)

    def add(self, card: str, titles: Mapping[str, str]) -> None:
        """One more card. Another thread may ask meanwhile: what the runs lead to is there before they do."""
        for title in titles.values():
            text = squeezed(title)
            runs = _runs(text)
            number = len(self._known)
            self._known.append((card, title, text))
            self._sizes.append(len(runs))
            for run in runs:
                self._holding.setdefault(run, []).append(number)

    def like(self, prompt: str, but: str = "", most: int = 3) -> list[Alike]:
        """The cards whose prompt is like this one, the likest first; `but`, in either direction, is not meant."""
        text = squeezed(prompt)
        runs = _runs(text)
        found: dict[str, Alike] = {}
        for number in self._candidates(runs):
            card, title, other = self._known[number]
            likeness = _likeness(runs, text, other)
            if (
                card.removesuffix(BACKWARDS) != but
                and likeness >= ALIKE
                and (card not in found or likeness > found[card].likeness)
            ):
                found[card] = Alike(card, title, likeness)
        return sorted(found.values(), key=lambda alike: (-alike.likeness, alike.card))[:most]

    def _candidates(self, runs: frozenset[str]) -> Iterator[int]:
        """Whatever is alike is about as long, and shares so many runs that one of the rarest is among them."""
        rarest = sorted((self._holding.get(run, []) for run in runs), key=len)
        enough = len(runs) - ceil(ALIKE * len(runs)) + 1
        least, most = ALIKE * len(runs), len(runs) / ALIKE
        holding = Counter(chain.from_iterable(rarest[:enough]))
        # Of these runs a prompt of `size` must share all but what it may lack of the others.
        for number, shared in holding.items():
            size = self._sizes[number]
            if least <= size <= most and shared + len(runs) - enough >= ALIKE / (1 + ALIKE) * (size + len(runs)):
                yield number


def squeezed(prompt: str) -> str:
    """A prompt's letters, digits and signs of maths, and nothing that may differ between two ways of writing it."""
    flat = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", prompt[:LONGEST]).casefold())
    return "".join(char for char in flat if char.isalnum() or unicodedata.category(char) == "Sm")


def _runs(text: str) -> frozenset[str]:
    """The runs of three letters, or two Chinese characters, which say as much; a shorter text is one by itself."""
    runs = (text[at : at + (_WIDE_RUN if text[at] >= _FIRST_WIDE else _RUN)] for at in range(len(text) - 1))
    long_enough = [run for run in runs if len(run) == (_WIDE_RUN if run[0] >= _FIRST_WIDE else _RUN)]
    return frozenset(long_enough or ([text] if text else []))


def _likeness(runs: frozenset[str], text: str, other: str) -> float:
    if text == other:
        return 1.0
    theirs = _runs(other)
    return min(len(runs & theirs) / len(runs | theirs), 0.99)  # 1 is kept for what is the same
