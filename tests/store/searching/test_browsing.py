"""Which cards a search finds."""

from pathlib import Path

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Order
from quizapp.study.searching.search import parse
from tests.conftest import ENGINES, NOW, write_cards
from tests.store.rows import good, row

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

TODAY = NOW.date()

POOLING = """---
topic: pooling
tags: [cnn, vision]
---

# Pooling

## What does *max* pooling keep? {#keeps}

The largest value: 100% of it, snake_case, a * b, [x] and why?

## Convolutions ==slide== over it. {#slide}

They share weights.
"""
CHINESE = POOLING.replace("What does *max* pooling keep?", "最大池化保留什么？").replace(
    "They share weights.", "共享权重。"
)
WARMUP = (
    "---\ntopic: warmup\ntags: [training]\n---\n\n# Warm-up\n\n## Why warm up? {#why .typed}\n\nＳＴＡＢＩＬＩＴＹ\n"
)


@pytest.fixture(autouse=True)
def cards(collection: Collection, tmp_path: Path) -> Path:
    """Three cards, two of them in two languages."""
    files = {
        "06-Convolution/pooling.en.md": POOLING,
        "06-Convolution/pooling.zh.md": CHINESE,
        "06-Convolution/deck.toml": 'order = 6\n[title]\nen = "Ｖision"\nzh = "卷积"\n',
        "07-training/warmup.md": WARMUP,
    }
    root = write_cards(tmp_path / "cards", files)
    collection.read_folders([root], NOW)
    return root


def found(collection: Collection, search: str) -> list[str]:
    return [id_.partition("/")[2] for id_ in collection.find(parse(search), Order(), TODAY)]


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("", ["keeps", "slide", "why"]),
        ("pooling", ["keeps", "slide"]),
        ("POOLING weights", ["slide"]),
        ("max pooling", ["keeps"]),
        ('"max pooling"', ["keeps"]),
        ('"pooling max"', []),
        ("-pooling", ["why"]),
        ("池化", ["keeps"]),
        ("权重", ["slide"]),
        ("重权", []),
        ("stability", ["why"]),
        ("pooling/keeps", ["keeps"]),
        ("deck:conv", ["keeps", "slide"]),
        ("deck:06-convolution -slide", ["keeps"]),
        ("deck:visio", ["keeps", "slide"]),
        ("deck:卷", ["keeps", "slide"]),
        ("-deck:卷积", ["why"]),
        ("deck:=vision", ["keeps", "slide"]),
        ("deck:=visio", []),
        ("deck:=07", []),
        ("deck:=07-TRAINING", ["why"]),
        ("tag:=cn", []),
        ("tag:=vision", ["keeps", "slide"]),
        ("-tag:=cnn", ["why"]),
        ("id:=pooling/keeps", ["keeps"]),
        ("topic:=pool", []),
        ("topic:warm", ["why"]),
        ("tag:cn", ["keeps", "slide"]),
        ("tag:cnn tag:vision", ["keeps", "slide"]),
        ("-tag:training", ["keeps", "slide"]),
        ("kind:cloze", ["slide"]),
        ("id:keeps", ["keeps"]),
        ("id:weights", []),
    ],
)
def test_a_search_finds_the_cards_that_match_all_its_words(collection: Collection, search: str, ids: list[str]) -> None:
    assert found(collection, search) == ids


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("100%", True),
        ("10%", False),
        ("snake_case", True),
        ("snak_", False),
        ("a * b", True),
        ("lar*est", False),
        ("[x]", True),
        ("lar[g]est", False),
        ("keep?", True),
        ("kee?", False),
        ("why?", True),
    ],
)
def test_signs_mean_themselves(collection: Collection, text: str, is_found: bool) -> None:
    assert ("keeps" in found(collection, f'"{text}"')) == is_found


def test_the_state_of_a_card_may_be_asked_for(collection: Collection) -> None:
    collection.append([good("pooling/keeps", at=NOW.replace(day=2)), row("pooling/slide", What.SUSPEND)])
    collection.append([row("warmup/why", What.BURY)])
    assert found(collection, "is:due") == ["keeps"]
    assert found(collection, "is:new") == ["slide", "why"]
    assert found(collection, "-is:new") == ["keeps"]
    assert found(collection, "is:suspended") == ["slide"]
    assert found(collection, "-is:suspended") == ["keeps", "why"]
    assert found(collection, "is:buried") == ["why"]
    assert found(collection, "is:leech") == found(collection, "is:edited") == []


@pytest.mark.parametrize("what", [What.SUSPEND, What.BURY])
def test_a_due_card_that_was_set_aside_is_not_due_until_it_is_resumed(collection: Collection, what: What) -> None:
    collection.append([good("pooling/keeps", at=NOW.replace(day=2)), row("pooling/keeps", what)])
    assert found(collection, "is:due") == []
    collection.append([row("pooling/keeps", What.RESUME)])
    assert found(collection, "is:due") == ["keeps"]


def test_a_card_forgotten_eight_times_is_a_leech(collection: Collection) -> None:
    for number in range(8):
        at = NOW.replace(hour=10, minute=number)
        answers = [good("pooling/keeps", at=at), row("pooling/keeps", What.ANSWER, Grade.AGAIN, at.replace(second=1))]
        collection.append(answers)
    assert found(collection, "is:leech") == ["keeps"]


def test_the_learners_own_copy_of_a_card_is_edited(collection: Collection, cards: Path, tmp_path: Path) -> None:
    own = WARMUP.replace("Why warm up?", "Why warm up slowly?").replace("topic: warmup\n", "into: warmup\n")
    write_cards(tmp_path / "own", {"mine/own.md": own})
    collection.read_folders([cards, tmp_path / "own"], NOW)
    assert found(collection, "is:edited") == ["why"]
    (listed,) = collection.listed(["warmup/why"])
    assert (listed.edited, listed.titles) == (True, {"every": "Why warm up slowly?"})


def test_a_card_whose_text_vanished_is_not_found_and_found_again_when_it_is_back(
    collection: Collection, cards: Path
) -> None:
    file = cards / "07-training/warmup.md"
    file.unlink()
    collection.read_folders([cards], NOW)
    assert found(collection, "stability") == []
    file.write_text(WARMUP)
    collection.read_folders([cards], NOW)
    assert found(collection, "stability") == ["why"]


def test_what_was_edited_is_found_by_its_new_text_only(collection: Collection, cards: Path) -> None:
    write_cards(cards, {"07-training/warmup.md": WARMUP.replace("ＳＴＡＢＩＬＩＴＹ", "speed")})
    collection.read_folders([cards], NOW)
    assert (found(collection, "stability"), found(collection, "speed")) == ([], ["why"])


def test_nothing_of_how_a_card_is_kept_is_found(collection: Collection) -> None:
    for word in ("prompt", "explanation", ".md", "basic", "{"):
        assert found(collection, f'"{word}"') == []
