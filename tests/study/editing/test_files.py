"""Cards added to the learner's files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.study.editing import pages as writing
from quizapp.study.editing.files import Target, add, replace
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.shelf import Shelf
from tests.study.editing.conftest import MINE, Learning


def _plain(prompt: str, answer: str = "Yes.", **more: object) -> Draft:
    return Draft.model_validate({"prompt": prompt, "answer": answer, **more})


def test_a_new_topic_gets_a_file_in_its_decks_folder(learning: Learning) -> None:
    target = Target("vision", "strides", "Strides: a “view”")
    added = add(learning.desk, target, {"en": _plain("Why?", tags=("x",))}, learning.now)
    assert added.card == "strides/why"
    assert learning.text("vision/strides.en.md") == (
        '---\ntopic: "strides"\ntitle: "Strides: a “view”"\n---\n\n## Why? {#why tags="x"}\n\nYes.\n'
    )
    assert learning.card("strides/why").deck == "vision"
    assert learning.faults == []


def test_a_card_in_two_languages_stands_in_two_files_under_one_id(learning: Learning) -> None:
    drafts = {"zh": _plain("为什么？", "是。"), "en": _plain("Why?")}
    added = add(learning.desk, Target("vision", "strides"), drafts, learning.now)
    assert set(learning.card(added.card).faces) == {"en", "zh"}
    assert "## 为什么？ {#why}" in learning.text("vision/strides.zh.md")


def test_a_topic_that_is_there_takes_the_card_at_its_end_and_nothing_else_changes(learning: Learning) -> None:
    added = add(learning.desk, Target("", "mine"), {"en": _plain("Four?")}, learning.now)
    assert learning.text("mine.md") == MINE + "\n## Four? {#four}\n\nYes.\n"
    assert added.card == "mine/four"


def test_a_card_in_two_languages_goes_beside_a_file_for_every_language(learning: Learning) -> None:
    drafts = {"zh": _plain("为什么？", "是。"), "en": _plain("Why?")}
    added = add(learning.desk, Target("", "mine"), drafts, learning.now)
    assert (learning.text("mine.md"), added.card) == (MINE, "mine/why")
    assert "## 为什么？ {#why}" in learning.text("mine.zh.md")
    assert set(learning.card("mine/why").faces) == {"en", "zh"}
    assert learning.faults == []


def test_a_bundled_topic_takes_it_from_a_file_of_ones_own(learning: Learning) -> None:
    add(learning.desk, Target("06-conv", "pooling"), {"en": _plain("Mine?")}, learning.now)
    assert learning.text("06-conv/pooling.en.md").startswith('---\ninto: "pooling"\n---\n')
    card = learning.card("pooling/mine")
    assert (card.deck, card.edited, card.position) == ("06-conv", False, 2)
    assert learning.faults == []


def test_an_id_that_is_taken_gets_a_number(learning: Learning) -> None:
    assert add(learning.desk, Target("", "mine"), {"en": _plain("One")}, learning.now).card == "mine/one-2"
    assert (
        add(learning.desk, Target("06-conv", "pooling"), {"en": _plain("keep")}, learning.now).card == "pooling/keep-2"
    )


def test_an_id_that_was_chosen_and_is_taken_is_refused(learning: Learning) -> None:
    with pytest.raises(UsageError, match="there is a card `mine/one` already"):
        add(learning.desk, Target("", "mine"), {"en": _plain("Else?", id="one")}, learning.now)
    assert learning.text("mine.md") == MINE


def test_no_deck_and_no_topic_are_the_usual_ones(learning: Learning) -> None:
    assert add(learning.desk, Target(), {"every": _plain("Why?")}, learning.now).card == "cards/why"
    assert (learning.own / "cards.md").is_file()


@pytest.mark.parametrize("deck", ["../out", "/tmp", "a/../../b", ".hidden", "a:b", "a\x1bb", "x" * 81, "a\\b"])
def test_a_deck_that_leads_elsewhere_is_refused(learning: Learning, deck: str) -> None:
    before = learning.files
    with pytest.raises(UsageError):
        add(learning.desk, Target(deck, "t"), {"en": _plain("Why?")}, learning.now)
    assert learning.files == before


def test_a_deck_behind_a_link_that_leads_out_is_refused(learning: Learning) -> None:
    outside = learning.own.parent / "outside"
    outside.mkdir()
    (learning.own / "link").symlink_to(outside)
    with pytest.raises(UsageError, match="leads out"):
        add(learning.desk, Target("link", "t"), {"en": _plain("Why?")}, learning.now)


def test_a_card_with_a_fault_is_not_written(learning: Learning) -> None:
    with pytest.raises(UsageError, match="the card has no answer"):
        add(learning.desk, Target("", "mine"), {"en": _plain("Why?", "")}, learning.now)
    assert learning.text("mine.md") == MINE


def test_a_file_of_that_name_with_another_topic_is_left_alone(learning: Learning) -> None:
    (learning.own / "strides.en.md").write_text("---\ntopic: else\n---\n\n## A?\n\nb\n")
    add(learning.desk, Target("", "strides"), {"en": _plain("Why?")}, learning.now)
    assert "Why?" not in learning.text("strides.en.md")
    assert "Why?" in learning.text("strides-2.en.md")


def test_an_addition_can_be_taken_back(learning: Learning) -> None:
    before = learning.files
    added = add(learning.desk, Target("vision", "strides"), {"en": _plain("Why?")}, learning.now)
    added.written.undo(learning.desk, learning.now)
    assert learning.files == before
    assert learning.desk.collection.card(added.card) is None


def test_it_cannot_once_the_file_was_changed(learning: Learning) -> None:
    added = add(learning.desk, Target("", "mine"), {"en": _plain("Why?")}, learning.now)
    path = learning.own / "mine.md"
    path.write_text(path.read_text() + "\n## Later?\n\nyes\n")
    with pytest.raises(UsageError, match="was changed since"):
        added.written.undo(learning.desk, learning.now)
    assert "## Why?" in path.read_text()


def test_replacing_a_card_touches_nothing_but_the_card(learning: Learning) -> None:
    replace(learning.desk, learning.card("mine/two"), {"every": _plain("Zwei?", "II", tags=("even",))}, learning.now)
    assert learning.text("mine.md") == MINE.replace(
        '## Two? {#two tags="even"}\n\n2\n\n<!-- a remark between -->', '## Zwei? {#two tags="even"}\n\nII'
    )


def test_a_card_without_an_id_in_its_file_keeps_its_history_when_it_is_reworded(learning: Learning) -> None:
    replace(learning.desk, learning.card("mine/three"), {"every": _plain("Drei?", "III")}, learning.now)
    assert "## Drei? {#three}" in learning.text("mine.md")
    assert learning.card("mine/three").faces["every"].prompt == "## Drei?"


def test_windows_line_ends_stay(learning: Learning) -> None:
    path = learning.own / "mine.md"
    path.write_bytes(MINE.replace("\n", "\r\n").encode())
    learning.read()
    replace(learning.desk, learning.card("mine/one"), {"every": _plain("Uno?", "I\n\nand more")}, learning.now)
    content = path.read_bytes()
    assert b"## Uno? {#one}\r\n\r\nI\r\n\r\nand more\r\n\r\n## Two?" in content
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_fault_in_the_second_language_keeps_the_card_from_being_written(learning: Learning) -> None:
    before = learning.files
    drafts = {"en": Draft(prompt="Q?", answer="a"), "zh": Draft(prompt="", answer="a")}
    with pytest.raises(UsageError, match="heading is empty"):
        add(learning.desk, Target("", "fresh"), drafts, learning.now)
    assert learning.files == before


def test_a_card_in_one_of_several_languages_does_not_go_into_the_file_for_all(learning: Learning) -> None:
    (learning.own / "mine.en.md").write_text("## In English? {#english}\n\nyes\n")
    learning.read()
    added = add(learning.desk, Target("", "mine"), {"zh": Draft(prompt="中文？", answer="是")}, learning.now)
    assert list(learning.card(added.card).faces) == ["zh"]
    assert learning.text("mine.md") == MINE


def test_a_file_that_went_meanwhile_is_begun_anew(learning: Learning) -> None:
    (learning.own / "called.md").write_text("---\ntopic: topical\n---\n\n## A? {#a}\n\na\n")
    learning.read()
    (learning.own / "called.md").unlink()
    added = add(learning.desk, Target("", "topical"), {"every": Draft(prompt="B?", answer="b")}, learning.now)
    assert learning.card(added.card).topic == "topical"


def _told_by_case(folder: Path, name: str) -> bytes | None:
    file = folder / name
    return file.read_bytes() if file.is_file() else None


def _whatever_case(folder: Path, name: str) -> bytes | None:
    """As on macOS and Windows."""
    found = (file for file in sorted(folder.glob("*")) if file.name.casefold() == name.casefold())
    return next((file.read_bytes() for file in found), None)


@pytest.mark.parametrize("system", [_told_by_case, _whatever_case])
def test_a_topic_that_differs_only_by_case_gets_a_file_of_another_name(
    learning: Learning, monkeypatch: pytest.MonkeyPatch, system: Callable[[Path, str], bytes | None]
) -> None:
    monkeypatch.setattr(writing, "_read", lambda path: system(path.parent, path.name))
    for topic in ("strides", "Strides"):
        added = add(learning.desk, Target("", topic), {"en": _plain(f"Why {topic}?")}, learning.now)
        assert added.card.startswith(f"{topic}/")
    assert sorted(learning.files) == ["Strides-2.en.md", "mine.md", "strides.en.md"]
    assert (learning.card("strides/why-strides").topic, learning.faults) == ("strides", [])


def test_so_do_two_that_are_new_together(learning: Learning) -> None:
    shelf = Shelf(learning.desk, Pages())
    names = [
        shelf.file(Target(deck, topic), "en").name for deck, topic in (("", "A"), ("", "a"), ("x", "b"), ("X", "B"))
    ]
    assert names == ["A.en.md", "a-2.en.md", "b.en.md", "B-2.en.md"]
