"""A learner with cards of their own beside two bundled topics."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.cards.models import Card
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk
from tests.conftest import NOW, write_cards

POOLING = """\
---
topic: pooling
title: Pooling
tags: [cnn]
---

# Pooling

Notes.

## What does max pooling keep? {#keep}

The largest value.

## And average pooling? {#average}

The mean.
"""

POOLING_ZH = """\
---
topic: pooling
title: 池化
---

## 最大池化保留什么？ {#keep}

最大的值。

## 平均池化呢？ {#average}

平均值。
"""

MINE = """\
# Mine

## One? {#one}

1

## Two? {#two tags="even"}

2

<!-- a remark between -->

## Three?

3
"""


class Learning:
    """An open desk, its files, a clock."""

    def __init__(self, desk: Desk, own: Path, bundled: Path) -> None:
        self.desk = desk
        self.own = own
        self.bundled = bundled
        self._now = NOW

    @property
    def now(self) -> datetime:
        """A second later each time."""
        self._now += timedelta(seconds=1)
        return self._now

    def card(self, id_: str) -> Card:
        """A card that is in use."""
        found = self.desk.collection.card(id_)
        assert found is not None, id_
        return found

    def read(self) -> None:
        """Reads the files again."""
        self.desk.read_cards(self.now)

    def text(self, name: str) -> str:
        """One of the learner's own files."""
        return (self.own / name).read_text(encoding="utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """All of the learner's own files."""
        return {
            str(path.relative_to(self.own)): path.read_bytes() for path in sorted(self.own.rglob("*")) if path.is_file()
        }

    @property
    def faults(self) -> list[str]:
        """What is wrong, notes left out."""
        return [str(fault) for fault in self.desk.collection.faults() if not fault.note]


@pytest.fixture
def learning(where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Learning]:
    """Bundled: the deck `06-conv` with `pooling` in two languages. Own: `mine.md` with three cards."""
    monkeypatch.setattr("quizapp.paths._PACKAGE", tmp_path / "program")
    bundled = write_cards(
        tmp_path / "program" / "content", {"06-conv/pooling.en.md": POOLING, "06-conv/pooling.zh.md": POOLING_ZH}
    )
    write_cards(where.cards, {"mine.md": MINE})
    with open_desk(where, NOW) as desk:
        someone = Learning(desk, where.cards, bundled)
        someone.read()
        yield someone
