"""How hard the program is shaken: a bounded round with every `make test`, a long one with `make soak`.

`make soak` sets QUIZAPP_SOAK to a whole number, one or more, which every soaked count is multiplied by. What bounded
rounds draw is always the same; soaked ones draw anew each time, and a failing test tells the seed.
"""

import os
import random

SOAK = int(os.environ.get("QUIZAPP_SOAK") or 0)
"""How many times as long as the shortest soak; 0 for the bounded form."""
SEED = int(os.environ.get("QUIZAPP_SEED") or (random.SystemRandom().randrange(2**32) if SOAK else 7))
"""What everything drawn follows from. QUIZAPP_SEED brings a failing run back."""


def rounds(bounded: int, soak: int) -> int:
    """How many rounds to go: `bounded` with every run of the tests, `soak` and its multiples with `make soak`."""
    return soak * SOAK if SOAK else bounded


def stride(bounded: int) -> int:
    """Of what comes in turn, each `bounded`th with every run of the tests; each with `make soak`, however long."""
    return 1 if SOAK else bounded


def examples(soak: int) -> int:
    """How many examples hypothesis tries a property on: every run of the tests has others, and few."""
    return rounds(soak // 4, soak)


def drawn(*of: object) -> random.Random:
    """A source of chance for what `of` names: the same in every bounded run, another in every soak."""
    return random.Random(repr((SEED, *of)))
