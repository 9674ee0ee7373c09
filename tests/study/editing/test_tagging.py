"""Tags put on cards and taken off: only headings change."""

import pytest

from quizapp.errors import UsageError
from quizapp.study.editing.tagging import parsed, tag, why_it_stays
from tests.study.editing.conftest import MINE, POOLING, Learning


def test_tags_go_behind_the_heading_and_nothing_else_changes(learning: Learning) -> None:
    tag(learning.desk, ["mine/one", "mine/two", "mine/three"], ["b", "a::c"], ["even"], learning.now)
    changed = MINE.replace("{#one}", '{#one tags="b a::c"}').replace('tags="even"', 'tags="b a::c"')
    assert learning.text("mine.md") == changed.replace("## Three?", '## Three? {#three tags="b a::c"}')
    assert learning.card("mine/three").tags == ("b", "a::c")


def test_a_tag_that_is_there_changes_nothing(learning: Learning) -> None:
    tag(learning.desk, ["mine/two"], ["even"], ["odd"], learning.now)
    assert learning.text("mine.md") == MINE


def test_the_last_tag_taken_off_leaves_no_trace(learning: Learning) -> None:
    tag(learning.desk, ["mine/two"], [], ["even"], learning.now)
    assert learning.text("mine.md") == MINE.replace(' tags="even"', "")


def test_a_bundled_card_becomes_an_own_copy(learning: Learning) -> None:
    tag(learning.desk, ["pooling/keep"], ["hard"], [], learning.now)
    card = learning.card("pooling/keep")
    assert card.edited
    assert card.tags == ("cnn", "hard")
    assert (learning.bundled / "06-conv/pooling.en.md").read_text() == POOLING


def test_a_tag_of_the_topic_is_not_the_cards_to_lose_and_the_rest_is_done(learning: Learning) -> None:
    done = tag(learning.desk, ["pooling/keep", "mine/two"], ["exam"], ["cnn", "even"], learning.now)
    assert learning.card("pooling/keep").tags == ("cnn", "exam")
    assert learning.card("mine/two").tags == ("exam",)
    assert (done.cards, done.copies, done.absent) == (2, ("pooling/keep",), ())
    assert [(tag, topic.id) for tag, topic in done.stay] == [("cnn", "pooling")]


def test_a_tag_of_the_topic_alone_makes_no_copy(learning: Learning) -> None:
    before = learning.files
    done = tag(learning.desk, ["pooling/keep"], [], ["cnn"], learning.now)
    assert (learning.files, done.cards, len(done.stay)) == (before, 0, 1)


def test_why_a_tag_stays_names_no_bundled_file_and_the_learners_own(learning: Learning) -> None:
    (learning.own / "other.md").write_text("---\ntopic: other\ntags: [mine]\n---\n\n# O\n\n## O? {#o}\n\nYes.\n")
    learning.read()
    tag(learning.desk, ["pooling/keep"], ["exam"], [], learning.now)
    done = tag(learning.desk, ["pooling/keep", "other/o"], [], ["cnn", "mine"], learning.now)
    assert [why_it_stays(learning.desk, *stays) for stays in done.stay] == [
        "cnn is a tag of the whole topic pooling, which comes with the program: it stays.",
        "mine is a tag of the whole topic other: take it out of the front matter of its files.",
    ]


def test_tags_that_no_card_had_are_told(learning: Learning) -> None:
    done = tag(learning.desk, ["mine/one", "mine/two"], [], ["even", "nope"], learning.now)
    assert (done.cards, done.absent) == (1, ("nope",))


@pytest.mark.parametrize("text", ["", "a b", 'a"b', "a}b", "_a_", "a`b", "\x1b"])
def test_what_could_be_read_as_markup_is_no_tag(learning: Learning, text: str) -> None:
    with pytest.raises(UsageError, match="is no tag"):
        tag(learning.desk, ["mine/one"], [text], [], learning.now)
    assert learning.text("mine.md") == MINE


def test_what_is_typed_is_parted() -> None:
    assert parsed("cnn +old -new，－x") == (["cnn", "old"], ["new", "x"])


def test_a_bundled_card_that_stays_as_it_is_becomes_no_copy(learning: Learning) -> None:
    before = learning.files
    tag(learning.desk, ["pooling/keep", "pooling/average"], ["cnn"], ["hard"], learning.now)
    assert learning.files == before


def test_a_heading_with_bytes_that_are_no_text_keeps_them(learning: Learning) -> None:
    (learning.own / "mine.md").write_bytes(MINE.encode().replace(b"One?", b"\xc4\xe3?"))
    learning.read()
    tag(learning.desk, ["mine/one"], ["x"], [], learning.now)
    assert b'## \xc4\xe3? {#one tags="x"}\n' in learning.files["mine.md"]
