"""Cards thrown into the trash and moved; their history stays with them."""

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import StoreError, UsageError
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.editing import trash
from quizapp.study.editing.files import Target, add
from quizapp.study.editing.taking_out import delete, move
from tests.study.editing.conftest import MINE, Learning


def _answer(learning: Learning, card: str) -> None:
    desk = learning.desk
    desk.collection.append([desk.pen.answer(card, What.ANSWER, learning.now, Grade.GOOD, 1000, {})])


def test_a_deleted_card_is_gone_from_its_file_and_nothing_else_is(learning: Learning) -> None:
    delete(learning.desk, ["mine/one"], learning.now)
    assert learning.text("mine.md") == MINE.replace("## One? {#one}\n\n1\n\n", "")
    assert learning.desk.collection.card("mine/one") is None


def test_it_comes_back_where_it_stood_with_its_history(learning: Learning) -> None:
    _answer(learning, "mine/one")
    delete(learning.desk, ["mine/one", "mine/three"], learning.now)
    (thrown,) = trash.in_trash(learning.desk)
    assert thrown.titles == ("One?", "Three?")
    trash.put_back(learning.desk, thrown.name, learning.now)
    assert learning.text("mine.md") == MINE.replace("## Three?", "## Three? {#three}")
    assert learning.desk.collection.standing("mine/one").memory.repetitions == 1
    assert list(trash.in_trash(learning.desk)) == []


def test_it_comes_back_though_its_file_is_gone(learning: Learning) -> None:
    delete(learning.desk, ["mine/one"], learning.now)
    (learning.own / "mine.md").unlink()
    (thrown,) = trash.in_trash(learning.desk)
    trash.put_back(learning.desk, thrown.name, learning.now)
    assert learning.text("mine.md") == "# Mine\n\n## One? {#one}\n\n1\n"


def test_it_does_not_where_a_card_of_its_id_is_there_again(learning: Learning) -> None:
    delete(learning.desk, ["mine/one"], learning.now)
    add(learning.desk, Target("", "mine"), {"every": Draft(prompt="One?", answer="I", id="one")}, learning.now)
    (thrown,) = trash.in_trash(learning.desk)
    with pytest.raises(UsageError, match="there is a card `one`"):
        trash.put_back(learning.desk, thrown.name, learning.now)
    assert [found.name for found in trash.in_trash(learning.desk)] == [thrown.name]


def test_a_deletion_is_undone_to_the_byte(learning: Learning) -> None:
    before = learning.files
    written = delete(learning.desk, ["mine/one", "mine/two"], learning.now)
    written.undo(learning.desk, learning.now)
    assert learning.files == before
    assert list(trash.in_trash(learning.desk)) == []


def test_the_trash_is_emptied_for_good(learning: Learning) -> None:
    delete(learning.desk, ["mine/one"], learning.now)
    delete(learning.desk, ["mine/two"], learning.now)
    assert trash.empty(learning.desk) == 2
    assert list(trash.in_trash(learning.desk)) == []


def test_a_bundled_card_cannot_be_deleted_nor_moved(learning: Learning) -> None:
    with pytest.raises(UsageError, match="`pooling/keep` is a bundled card"):
        delete(learning.desk, ["mine/one", "pooling/keep"], learning.now)
    with pytest.raises(UsageError, match="`pooling/keep` is a bundled card"):
        move(learning.desk, ["pooling/keep"], Target("", "mine"), learning.now)
    assert learning.text("mine.md") == MINE


def test_a_moved_card_keeps_its_id_and_its_history(learning: Learning) -> None:
    _answer(learning, "mine/two")
    move(learning.desk, ["mine/two"], Target("vision", "numbers"), learning.now)
    assert '## Two? {#two of="mine" tags="even"}\n\n2\n\n<!-- a remark' in learning.text("vision/numbers.md")
    card = learning.card("mine/two")
    assert (card.topic, card.deck, card.tags) == ("numbers", "vision", ("even",))
    assert learning.desk.collection.named("two") == ["mine/two"]
    assert learning.desk.collection.standing("mine/two").memory.repetitions == 1
    assert learning.faults == []


def test_a_card_that_is_moved_home_again_stands_as_it_did(learning: Learning) -> None:
    move(learning.desk, ["mine/two"], Target("vision", "numbers"), learning.now)
    move(learning.desk, ["mine/two"], Target("", "mine"), learning.now)
    assert learning.text("mine.md").endswith('## Two? {#two tags="even"}\n\n2\n\n<!-- a remark between -->\n')


def test_a_move_is_undone_to_the_byte(learning: Learning) -> None:
    before = learning.files
    written = move(learning.desk, ["mine/one", "mine/two"], Target("vision", "numbers"), learning.now)
    written.undo(learning.desk, learning.now)
    assert learning.files == before
    assert learning.card("mine/two").topic == "mine"


def test_a_moved_card_can_be_deleted_and_brought_back(learning: Learning) -> None:
    move(learning.desk, ["mine/two"], Target("vision", "numbers"), learning.now)
    there = learning.text("vision/numbers.md")
    delete(learning.desk, ["mine/two"], learning.now)
    (thrown,) = trash.in_trash(learning.desk)
    trash.put_back(learning.desk, thrown.name, learning.now)
    assert learning.text("vision/numbers.md") == there
    assert learning.card("mine/two").topic == "numbers"


def test_the_reverse_side_stands_for_its_card(learning: Learning) -> None:
    draft = Draft(kind="reverse", prompt="A?", answer="B")
    card = add(learning.desk, Target("", "mine"), {"every": draft}, learning.now).card
    delete(learning.desk, [f"{card}~reverse"], learning.now)
    assert learning.text("mine.md") == MINE


def test_a_card_whose_code_block_is_open_takes_no_others_along(learning: Learning) -> None:
    text = MINE.replace("\n1\n", "\n```\n1\n")
    (learning.own / "mine.md").write_text(text)
    learning.read()
    with pytest.raises(UsageError, match="is not closed"):
        delete(learning.desk, ["mine/one"], learning.now)
    with pytest.raises(UsageError, match="is not closed"):
        move(learning.desk, ["mine/one"], Target("", "other"), learning.now)
    assert learning.files == {"mine.md": text.encode()}


def test_many_cards_of_one_file_are_taken_out_together(learning: Learning) -> None:
    move(learning.desk, ["mine/three", "mine/one"], Target("", "other"), learning.now)
    assert (
        learning.text("mine.md") == "# Mine\n\n" + MINE[MINE.index("## Two?") : MINE.index("## Three?")].rstrip() + "\n"
    )
    one, three = '## One? {#one of="mine"}\n\n1\n', '## Three? {#three of="mine"}\n\n3\n'
    assert learning.text("other.md") == f'---\ntopic: "other"\n---\n\n{one}\n{three}'


def test_a_card_with_bytes_that_are_no_text_is_moved_as_it_is(learning: Learning) -> None:
    (learning.own / "mine.md").write_bytes(MINE.encode().replace(b"\n1\n", b"\n\xc4\xe3 \x07\n"))
    learning.read()
    move(learning.desk, ["mine/one"], Target("", "other"), learning.now)
    assert learning.files["other.md"].endswith(b"\n\n\xc4\xe3 \x07\n")


def test_the_last_card_of_a_file_that_is_read_only_stays(learning: Learning) -> None:
    added = add(learning.desk, Target("", "pooling"), {"every": Draft(prompt="Why?", answer="So.")}, learning.now)
    file = learning.own / "06-conv/pooling.md"
    file.chmod(0o444)
    before = learning.files
    with pytest.raises(StoreError):
        delete(learning.desk, [added.card], learning.now)
    assert learning.files == before
    assert list(trash.in_trash(learning.desk)) == []


@pytest.mark.parametrize(
    "rest", ["Notes of mine.\n\n## One? {#one}\n\n1\n", "## One? {#one}\n\n1\n\n## Faulty? {#f}\n"]
)
def test_a_file_that_holds_more_than_its_last_card_stays(learning: Learning, rest: str) -> None:
    head = "---\ninto: pooling\n---\n\n"
    (learning.own / "more.md").write_text(head + rest)
    learning.read()
    delete(learning.desk, ["pooling/one"], learning.now)
    left = rest.replace("## One? {#one}\n\n1\n", "").strip()
    assert learning.text("more.md") == f"{head}{left}\n"


def test_a_card_goes_where_none_of_its_id_is(learning: Learning) -> None:
    move(learning.desk, ["mine/one"], Target("", "other"), learning.now)
    text = learning.text("mine.md") + "\n## Another? {#one}\n\none\n"
    (learning.own / "mine.md").write_text(text)  # not read yet
    with pytest.raises(UsageError, match="has a card `mine/one` already"):
        move(learning.desk, ["mine/one"], Target("", "mine"), learning.now)
    assert learning.text("mine.md") == text


def test_a_card_of_which_one_language_is_bundled_stays(learning: Learning) -> None:
    file = learning.bundled / "06-conv/pooling.zh.md"
    file.write_text(file.read_text(encoding="utf-8").replace("{#average}", "{#other}"), encoding="utf-8")
    (learning.own / "mine.zh.md").write_text(
        "---\ninto: pooling\n---\n\n## 平均？ {#average}\n\n平均。\n", encoding="utf-8"
    )
    learning.read()
    assert sorted(learning.card("pooling/average").places) == ["en", "zh"]
    with pytest.raises(UsageError, match="is a bundled card"):
        delete(learning.desk, ["pooling/average"], learning.now)
