"""How much is measured: collections of the sizes that the targets speak of, or small ones to see that all works."""

from dataclasses import dataclass

from benchmarks.homes.cards import Size


@dataclass(frozen=True)
class Scale:
    """Sizes, and how often a step runs.

    `quick` steps are processes and pictures of less than a second, `slow` ones take seconds, the `slowest` tens of
    them. `bundled` is how many bundled cards are gone through, `checked` which cards are checked; `silence` is how many
    seconds nothing must come after a key.
    """

    small: Size
    markdown: Size
    large: Size
    quick: int
    slow: int
    slowest: int
    commits: int
    answers: int
    added: int
    bundled: int
    silence: float
    checked: str


FULL = Scale(
    small=Size(1_000, 20),
    markdown=Size(10_000, 500, mixed=True),
    large=Size(100_000, 2_000),
    quick=11,
    slow=3,
    slowest=1,
    commits=1_000,
    answers=1_000,
    added=100,
    bundled=10_000,
    silence=0.1,
    checked="content",
)
SMALL = Scale(
    small=Size(20, 10),
    markdown=Size(30, 10, mixed=True),
    large=Size(600, 10),
    quick=0,
    slow=1,
    slowest=1,
    commits=20,
    answers=20,
    added=3,
    bundled=3,
    silence=0.06,
    checked="content/08-architectures",
)
