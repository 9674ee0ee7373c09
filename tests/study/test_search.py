"""Searching cards."""

from datetime import date, timedelta

import pytest

from quizapp.errors import UsageError
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.memory import Memory
from quizapp.store.values import Listed
from quizapp.study.search import search

TODAY = date(2026, 3, 4)
LEARNED = Standing(Memory(TODAY, 6, 250, 2), introduced=TODAY - timedelta(days=7))


def listed(
    id_: str, text: str = "", standing: Standing | None = None, deck: str = "06 conv", kind: str = "basic"
) -> Listed:
    return Listed(id_, deck, id_.partition("/")[0], kind, ("cnn", "vision"), {"en": text}, text, standing)


CARDS = [
    listed("rf/size", "How large is the Receptive Field?", LEARNED),
    listed("rf/stride", "What does the stride do?", kind="typed"),
    listed("bn/mean", "批量归一化 `\\frac{a}{b}`", Standing(Memory(), suspended=True), deck="05 norm"),
    listed("bn/late", "field of a batch", Standing(Memory(TODAY + timedelta(days=1), 1, 250, 1, 8), introduced=TODAY)),
    listed("bn/away", "buried", Standing(Memory(TODAY, 1), buried_until=TODAY + timedelta(days=1), introduced=TODAY)),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "rf/size rf/stride bn/mean bn/late bn/away"),
        ("field", "rf/size bn/late"),
        ("receptive field", "rf/size"),
        ('"field of"', "bn/late"),
        ("ＦＩＥＬＤ batch", "bn/late"),
        ("批量", "bn/mean"),
        ("\\frac{a}", "bn/mean"),
        ("-field", "rf/stride bn/mean bn/away"),
        ('-"field of" field', "rf/size"),
        ("rf/s", "rf/size rf/stride"),
        ("deck:norm", "bn/mean"),
        ('deck:"06 conv" -topic:rf', "bn/late bn/away"),
        ("topic:rf kind:typed", "rf/stride"),
        ("-kind:basic", "rf/stride"),
        ("tag:CNN tag:vision topic:bn is:leech", "bn/late"),
        ("is:due", "rf/size"),
        ("is:new", "rf/stride bn/mean"),
        ("is:suspended", "bn/mean"),
        ("is:buried", "bn/away"),
        ("-is:new", "rf/size bn/late bn/away"),
        ('"is:new"', ""),
        ("nothing-of-the-kind", ""),
    ],
)
def test_a_query_finds(query: str, found: str) -> None:
    assert " ".join(card.id for card in search(CARDS, query, TODAY)) == found


def test_an_unknown_field_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"cards have no `deek:`: use one of deck, topic, tag, kind, is"):
        search(CARDS, "deek:conv", TODAY)


def test_an_unknown_state_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no card can be `is:late`: use one of due, new, suspended, buried, leech"):
        search(CARDS, "is:late", TODAY)
