"""Bundled cards that were changed: the learner's own copy covers them, and says so."""

import pytest

from quizapp.cards.draft import Draft
from quizapp.study.editing.files import Target, add, replace
from quizapp.study.editing.own_copy import compared, seen
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.shelf import Shelf
from quizapp.study.editing.tagging import tag
from quizapp.study.editing.taking_out import delete
from tests.study.editing.conftest import POOLING, POOLING_ZH, Learning


def _edit(learning: Learning, answer: str = "Only the maximum.") -> None:
    draft = Draft(prompt="What does max pooling keep?", answer=answer)
    replace(learning.desk, learning.card("pooling/keep"), {"en": draft}, learning.now)


def test_the_copy_covers_the_bundled_card_in_its_place(learning: Learning) -> None:
    _edit(learning)
    card = learning.card("pooling/keep")
    assert card.edited
    assert (card.deck, card.topic, card.position) == ("06-conv", "pooling", 0)
    assert card.face("en").model_dump()["answer"] == "Only the maximum."
    assert card.face("zh").model_dump()["answer"] == "最大的值。"
    covered = card.places["en"].covers
    assert covered is not None
    assert covered.file.endswith("content/06-conv/pooling.en.md")
    assert learning.faults == []


def test_the_rest_of_the_topic_is_as_it_was(learning: Learning) -> None:
    _edit(learning)
    other = learning.card("pooling/average")
    assert not other.edited
    assert other.tags == ("cnn",)
    topic = learning.desk.collection.topic("pooling")
    assert topic is not None
    assert dict(topic.titles) == {"en": "Pooling", "zh": "池化"}
    assert (learning.bundled / "06-conv/pooling.en.md").read_text() == POOLING


def test_a_second_card_goes_into_the_same_file(learning: Learning) -> None:
    _edit(learning)
    draft = Draft(prompt="And average pooling?", answer="It averages.")
    replace(learning.desk, learning.card("pooling/average"), {"en": draft}, learning.now)
    assert sorted(learning.files) == [
        ".bundled/pooling.en.md",
        ".bundled/pooling.zh.md",
        "06-conv/pooling.en.md",
        "06-conv/pooling.zh.md",
        "mine.md",
    ]
    assert learning.faults == []


def test_a_bundled_text_that_has_changed_since_is_shown(learning: Learning) -> None:
    _edit(learning)
    shelf = Shelf(learning.desk, Pages())
    assert [text.changed for text in compared(shelf, learning.card("pooling/keep"))] == [False, False]
    newer = POOLING.replace("The largest value.", "The largest value of each window.")
    (learning.bundled / "06-conv/pooling.en.md").write_text(newer)
    learning.read()
    shelf = Shelf(learning.desk, Pages())
    english, chinese = compared(shelf, learning.card("pooling/keep"))
    assert (english.changed, chinese.changed) == (True, False)
    assert "of each window" in english.bundled
    assert "of each window" not in english.base
    assert "Only the maximum." in english.own


def test_it_is_shown_no_more_once_it_was_seen(learning: Learning) -> None:
    _edit(learning)
    newer = POOLING_ZH.replace("最大的值", "每个窗口里最大的值")
    (learning.bundled / "06-conv/pooling.zh.md").write_text(newer)
    learning.read()
    shelf = Shelf(learning.desk, Pages())
    seen(shelf, learning.card("pooling/keep"))
    shelf.pages.write()
    shelf = Shelf(learning.desk, Pages())
    assert not any(text.changed for text in compared(shelf, learning.card("pooling/keep")))


def test_a_copy_that_is_deleted_lets_the_bundled_card_come_back(learning: Learning) -> None:
    before = {name: text for name, text in learning.files.items() if not name.startswith(".bundled")}
    _edit(learning)
    delete(learning.desk, ["pooling/keep"], learning.now)
    card = learning.card("pooling/keep")
    assert not card.edited
    assert card.face("en").model_dump()["answer"] == "The largest value."
    assert {name: text for name, text in learning.files.items() if not name.startswith(".bundled")} == before


def test_a_bundled_card_that_is_gone_leaves_the_copy_in_use(learning: Learning) -> None:
    _edit(learning)
    for name in ("06-conv/pooling.en.md", "06-conv/pooling.zh.md"):
        (learning.bundled / name).unlink()
    learning.read()
    assert learning.card("pooling/keep").face("en").model_dump()["answer"] == "Only the maximum."


@pytest.mark.parametrize("language", ["en", "zh", "every"])
def test_a_card_that_was_added_in_one_language_is_not_in_the_way(learning: Learning, language: str) -> None:
    draft = Draft(prompt="Why?", answer="So.")
    added = add(learning.desk, Target("", "pooling"), {language: draft}, learning.now)
    tag(learning.desk, ["pooling/keep"], ["hard"], [], learning.now)
    card = learning.card("pooling/keep")
    assert [bool(card.places[name].covers) for name in ("en", "zh")] == [True, True]
    assert list(learning.card(added.card).faces) == [language]
    assert learning.faults == []


def test_a_file_that_is_not_in_use_gets_no_copy(learning: Learning) -> None:
    idle = "---\ntopic: pooling\n---\n\n## Mine? {#m}\n\nx\n"
    (learning.own / "06-conv").mkdir()
    (learning.own / "06-conv/pooling.en.md").write_text(idle)
    learning.read()
    tag(learning.desk, ["pooling/keep"], ["hard"], [], learning.now)
    assert learning.card("pooling/keep").edited
    assert learning.text("06-conv/pooling.en.md") == idle


def test_beside_a_file_that_claims_the_bundled_topic_a_copy_covers_all_the_same(learning: Learning) -> None:
    (learning.own / "pooling.md").write_text("## Mine? {#m}\n\nx\n")
    learning.read()
    faults = learning.faults
    assert len(faults) == 1
    tag(learning.desk, ["pooling/keep"], ["hard"], [], learning.now)
    assert [bool(place.covers) for place in learning.card("pooling/keep").places.values()] == [True, True]
    assert learning.faults == faults


def test_where_the_bundled_topic_is_away_its_cards_go_into_it_all_the_same(learning: Learning) -> None:
    draft = Draft(prompt="Why?", answer="So.")
    add(learning.desk, Target("", "pooling"), {"en": draft}, learning.now)
    zh = learning.bundled / "06-conv/pooling.zh.md"
    files = {path: path.read_bytes() for path in (zh, zh.with_name("pooling.en.md"))}
    for path in files:
        path.unlink()
    learning.read()
    added = add(learning.desk, Target("", "pooling"), {"zh": Draft(prompt="为什么？", answer="因为。")}, learning.now)
    for path, content in files.items():
        path.write_bytes(content)
    learning.read()
    assert list(learning.card(added.card).faces) == ["zh"]
    assert learning.faults == []
