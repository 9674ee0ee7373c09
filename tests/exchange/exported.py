"""What tests of exporting share: cards of every kind, a home to write them in, and what comes of them elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from quizapp.exchange.notes import Found
from quizapp.exchange.outgoing.exporting import Wanted, exported
from quizapp.paths import Places, places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.opening import Desk, open_desk

MOMENT = datetime(2026, 3, 4, 9, 0, 0, 123_456, tzinfo=UTC)

CARDS = """\
---
topic: nets
tags: [cnn]
---

## What does **max pooling** keep? {#keeps}

The *largest* value of `x[i]` < 3.

It drops $\\frac{{a}}{b}$:

$$x^2$$

## Receptive field {#rf .reverse tags="geometry"}

What a unit sees

## A kernel of ==3== has ==$\\frac{1}{x^{2}}$== taps. {#taps}

Said.

## How many weights? {#weights .typed}

27

Three times nine.

## Which of these compute?

In a network.

---

| layer | computes |
|---|---|
| conv | yes |

```cpp
vector<int> a;  // }} {{c1::no}}
```
"""

OTHERS = """\
---
topic: others
---

## Which keeps the size? {#choice}

- [x] same padding
- [ ] valid padding

Because of the border.

## In which order? {#order .order}

1. forward
2. loss
3. backward

## Say three things. {#points .points}

- one
- two

## How many outputs? {#computed}

A layer maps {{n}} inputs to twice as many.

```check
draw:
  n: {from: 3, to: 9}
answer: 2 * n
```

Twice {{n}} is {{answer}}.

## Write the identity. {#code}

```exercise
function: same
tests:
  - {call: same(3), gives: 3}
```

```python
def same(x):
    return x
```

## Typed in several ways {#several .typed}

one | two
"""


@contextmanager
def home_with(folder: Path, files: dict[str, str], settings: str = "") -> Iterator[Desk]:
    """The desk of a learner who has these files and nothing else."""
    where = home_at(folder, settings)
    for name, text in files.items():
        path = where.cards / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with open_desk(where, MOMENT) as desk:
        desk.read_cards(MOMENT)
        yield desk


def home_at(folder: Path, settings: str = "") -> Places:
    """The places of a home without the bundled decks."""
    where = places({"QUIZAPP_HOME": str(folder)})
    where.config.mkdir(parents=True, exist_ok=True)
    where.config_file.write_text(f"bundled = false\n{settings}\n", encoding="utf-8")
    return where


def answer(desk: Desk, card: str, at: datetime, grade: Grade, milliseconds: int = 4_000) -> None:
    """Answers a card, as a review does."""
    desk.collection.append([desk.pen.answer(card, What.ANSWER, at, grade, milliseconds, {})])


def all_of(desk: Desk, wanted: Wanted = Wanted("en")) -> Found:  # noqa: B008  it is frozen
    """All cards as notes."""
    return exported(desk, desk.collection.ids(), wanted, MOMENT)
