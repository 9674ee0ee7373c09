"""A card revised in an editor: what its file is made into before, and what is told after."""

from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.study.editing.revising import Outcome, Revised, begin, begin_at, finish, undo
from tests.study.editing.conftest import MINE, POOLING, Learning


def _revise(learning: Learning, card: str, old: str, new: str, language: str = "en") -> Revised:
    """As a learner does it: the file is opened, one text in it replaced."""
    revision = begin(learning.desk, learning.card(card), language, learning.now)
    text = revision.file.read_text(encoding="utf-8")
    assert old in text
    revision.file.write_text(text.replace(old, new), encoding="utf-8")
    return finish(learning.desk, revision, learning.now)


def _title(learning: Learning, card: str, language: str = "en") -> str:
    return learning.card(card).face(language).title


def test_the_file_is_opened_at_the_cards_heading(learning: Learning) -> None:
    revision = begin(learning.desk, learning.card("mine/two"), "en", learning.now)
    lines = revision.file.read_text(encoding="utf-8").splitlines()
    assert lines[revision.line - 1] == '## Two? {#two tags="even"}'
    assert learning.text("mine.md") == MINE


def test_a_changed_card_is_in_use_at_once(learning: Learning) -> None:
    revised = _revise(learning, "mine/one", "## One?", "## One, really?")
    assert (revised.outcome, revised.faults, revised.covers) == (Outcome.CHANGED, (), False)
    assert revised.card == learning.card("mine/one")
    assert _title(learning, "mine/one") == "One, really?"


def test_a_card_without_an_id_keeps_the_one_it_had_however_it_is_reworded(learning: Learning) -> None:
    revised = _revise(learning, "mine/three", "## Three?", "## Quite another question?")
    assert revised.outcome is Outcome.CHANGED
    assert "## Quite another question? {#three}" in learning.text("mine.md")
    assert _title(learning, "mine/three") == "Quite another question?"


def test_where_nothing_is_changed_no_id_is_left_in_the_file(learning: Learning) -> None:
    revision = begin(learning.desk, learning.card("mine/three"), "en", learning.now)
    assert "{#three}" in learning.text("mine.md")
    revised = finish(learning.desk, revision, learning.now)
    assert revised.outcome is Outcome.UNCHANGED
    assert learning.text("mine.md") == MINE


def test_a_bundled_card_becomes_the_learners_own(learning: Learning) -> None:
    revised = _revise(learning, "pooling/keep", "最大的值。", "只留最大的值。", "zh")
    assert (revised.outcome, revised.covers) == (Outcome.CHANGED, True)
    assert revised.card is not None
    assert revised.card.edited
    assert learning.text("06-conv/pooling.zh.md").endswith("只留最大的值。\n")
    assert (learning.bundled / "06-conv/pooling.en.md").read_text(encoding="utf-8") == POOLING


def test_of_a_bundled_card_that_was_not_changed_nothing_is_left(learning: Learning) -> None:
    before = learning.files
    revision = begin(learning.desk, learning.card("pooling/keep"), "en", learning.now)
    assert set(learning.files) > set(before)
    assert finish(learning.desk, revision, learning.now).outcome is Outcome.UNCHANGED
    assert learning.files == before
    assert sorted(path.name for path in learning.own.iterdir()) == ["mine.md"]
    assert not learning.card("pooling/keep").edited


def test_a_second_copy_that_was_not_changed_leaves_the_first_alone(learning: Learning) -> None:
    _revise(learning, "pooling/keep", "The largest", "The very largest")
    before = learning.files
    revision = begin(learning.desk, learning.card("pooling/average"), "en", learning.now)
    finish(learning.desk, revision, learning.now)
    assert learning.files == before


def test_what_another_program_wrote_meanwhile_is_kept(learning: Learning) -> None:
    revision = begin(learning.desk, learning.card("pooling/keep"), "en", learning.now)
    text = revision.file.read_text(encoding="utf-8") + "\n## Another's? {#another}\n\nYes.\n"
    revision.file.write_text(text, encoding="utf-8")
    finish(learning.desk, revision, learning.now)
    assert "Another's?" in revision.file.read_text(encoding="utf-8")
    assert learning.card("pooling/another").edited is False


def test_a_base_that_another_program_went_on_with_is_kept(learning: Learning) -> None:
    revision = begin(learning.desk, learning.card("pooling/keep"), "en", learning.now)
    base = learning.own / ".bundled/pooling.en.md"
    base.write_text(base.read_text() + "\n## And average pooling? {#average}\n\nThe mean.\n")
    assert finish(learning.desk, revision, learning.now).outcome is Outcome.UNCHANGED
    assert "average" in base.read_text()


@pytest.mark.parametrize(("broken", "line"), [("## {#two}", 7), ('## Two? {#two .order tags="even"}', 9)])
def test_a_fault_is_told_with_its_place_and_the_text_before_stays_in_use(
    learning: Learning, broken: str, line: int
) -> None:
    revised = _revise(learning, "mine/two", '## Two? {#two tags="even"}', broken)
    assert (revised.outcome, revised.old) == (Outcome.FAULTY, True)
    (fault,) = revised.faults
    assert str(fault).startswith(f"{learning.own / 'mine.md'}:{line}:")
    assert _title(learning, "mine/two") == "Two?"


def test_a_fault_that_is_not_mended_is_told_again(learning: Learning) -> None:
    _revise(learning, "mine/two", "## Two? {#two", "## {#two")
    revised = _revise(learning, "mine/two", "\n2\n", "\n2!\n")
    assert (revised.outcome, revised.old, len(revised.faults)) == (Outcome.FAULTY, True, 1)
    revised = _revise(learning, "mine/two", "## {#two", "## Two now? {#two")
    assert (revised.outcome, _title(learning, "mine/two")) == (Outcome.CHANGED, "Two now?")


def test_a_fault_elsewhere_in_the_file_is_not_told_again(learning: Learning) -> None:
    _revise(learning, "mine/two", "## Two? {#two", "## {#two")
    revised = _revise(learning, "mine/one", "\n1\n", "\n1!\n")
    assert (revised.outcome, revised.faults) == (Outcome.CHANGED, ())


def test_a_computed_card_is_tried_out(learning: Learning) -> None:
    check = "## How many? {#many}\n\n```check\ndraw: {n: {from: 1, to: 3}}\nanswer: n + 1\n```\n"
    (learning.own / "mine.md").write_text(check, encoding="utf-8")
    learning.read()
    revised = _revise(learning, "mine/many", "n + 1", "n + m")
    assert (revised.outcome, revised.old) == (Outcome.FAULTY, False)
    assert f"{learning.own / 'mine.md'}:5:" in str(revised.faults[0])


def test_a_card_taken_out_of_its_file_is_gone_and_can_be_put_back(learning: Learning) -> None:
    revised = _revise(learning, "mine/one", "## One? {#one}\n\n1\n\n", "")
    assert (revised.outcome, revised.card) == (Outcome.GONE, None)
    undo(learning.desk, revised, learning.now)
    assert learning.text("mine.md") == MINE
    assert _title(learning, "mine/one") == "One?"


def test_the_side_of_a_card_that_is_asked_backwards_opens_the_card(learning: Learning) -> None:
    (learning.own / "mine.md").write_text("## Front? {#both .reverse}\n\nBack.\n", encoding="utf-8")
    learning.read()
    revised = _revise(learning, "mine/both~reverse", "Back.", "Behind.")
    assert revised.outcome is Outcome.CHANGED
    assert _title(learning, "mine/both~reverse") == "Behind."
    revised = _revise(learning, "mine/both~reverse", " .reverse", "")
    assert revised.outcome is Outcome.GONE


def test_a_copy_taken_out_lets_the_bundled_card_come_back(learning: Learning) -> None:
    _revise(learning, "pooling/keep", "The largest", "The very largest")
    head = learning.text("06-conv/pooling.en.md")[: learning.text("06-conv/pooling.en.md").index("##")]
    revision = begin(learning.desk, learning.card("pooling/keep"), "en", learning.now)
    for file in revision.watched:
        file.write_text(head, encoding="utf-8")
    revised = finish(learning.desk, revision, learning.now)
    assert (revised.outcome, revised.uncovered) == (Outcome.CHANGED, True)


def test_undoing_takes_a_copy_away_whole(learning: Learning) -> None:
    before = learning.files
    revised = _revise(learning, "pooling/keep", "The largest", "The very largest")
    undo(learning.desk, revised, learning.now)
    assert learning.files == before
    assert sorted(path.name for path in learning.own.iterdir()) == ["mine.md"]
    assert not learning.card("pooling/keep").edited


def test_undoing_refuses_where_the_file_was_changed_since(learning: Learning) -> None:
    revised = _revise(learning, "mine/one", "\n1\n", "\n1!\n")
    (learning.own / "mine.md").write_text("# Mine\n\n## Other? {#other}\n\nYes.\n")
    with pytest.raises(UsageError, match="was changed since"):
        undo(learning.desk, revised, learning.now)
    assert "Other?" in learning.text("mine.md")


def test_a_place_in_a_file_is_opened_and_its_faults_told_until_they_are_mended(learning: Learning) -> None:
    file = learning.own / "mine.md"
    file.write_text(MINE.replace("## Two?", "##"), encoding="utf-8")
    learning.read()
    revision = begin_at(learning.desk, file, 7, learning.now)
    file.write_text(MINE.replace("## Two?", "##").replace("## One?", "## One!"), encoding="utf-8")
    assert finish(learning.desk, revision, learning.now).outcome is Outcome.FAULTY
    revision = begin_at(learning.desk, file, 7, learning.now)
    file.write_text(MINE, encoding="utf-8")
    assert finish(learning.desk, revision, learning.now).outcome is Outcome.CHANGED


def test_a_place_that_is_gone_or_bundled_is_not_opened(learning: Learning) -> None:
    with pytest.raises(UsageError, match="not there any more"):
        begin_at(learning.desk, Path("/nowhere/at-all.md"), 1, learning.now)
    with pytest.raises(UsageError, match="part of the program"):
        begin_at(learning.desk, learning.bundled / "06-conv/pooling.en.md", 1, learning.now)


def test_a_heading_that_has_its_id_is_left_as_it_is_written(learning: Learning) -> None:
    text = MINE.replace('{#two tags="even"}', '{tags="even"  #two}')
    (learning.own / "mine.md").write_text(text)
    learning.read()
    revision = begin(learning.desk, learning.card("mine/two"), "en", learning.now)
    assert learning.text("mine.md") == text
    finish(learning.desk, revision, learning.now)
