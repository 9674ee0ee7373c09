"""How much a bundled card may hold, so that it can be read at once on a small screen."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from quizapp.cards.faces import BasicFace, ReverseFace
from quizapp.markdown import tokens_of
from quizapp.render.code import FOLD_MARK
from quizapp.render.layout import lay_out
from quizapp.render.maths import unicode_maths
from quizapp.render.spans import text_of, width_of, width_of_line
from quizapp.render.tree import Block, blocks_of
from tests.content.bundled import NARROWEST, Text, faces, texts

NARROW, WIDE = 60, 72
MOST_BLOCKS = 25
MOST_COLUMNS = 3
MOST_WORDS = 18
HAN = re.compile("[\u4e00-\u9fff]")
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&[a-z]+;")


def _blocks(text: Text) -> Iterator[Block]:
    """All blocks, those in lists and quotations too."""
    waiting = list(blocks_of(text.markdown))
    while waiting:
        block = waiting.pop()
        yield block
        waiting += block.children


def test_a_card_has_few_blocks() -> None:
    of_cards = {name for name, _ in faces()}
    blocks: Counter[str] = Counter()
    for text in texts():
        blocks[text.of] += len(blocks_of(text.markdown)) if text.of in of_cards else 0
    assert {name: count for name, count in blocks.items() if count > MOST_BLOCKS} == {}


def test_an_answer_can_be_said_in_one_breath() -> None:
    for name, face in faces():
        if isinstance(face, BasicFace | ReverseFace):
            assert len(face.answer.split()) <= MOST_WORDS, name
            assert len(HAN.findall(face.answer)) <= 2 * MOST_WORDS, name


def test_code_and_drawings_are_not_folded_on_the_narrowest_screen() -> None:
    folded = [
        (text.of, text_of(line))
        for text in texts()
        for line in lay_out(text.markdown, NARROWEST)
        if text_of(line).lstrip().startswith(FOLD_MARK)
    ]
    assert folded == []


def test_tables_are_narrow() -> None:
    for text in texts():
        for block in _blocks(text):
            if block.kind == "table":
                assert len(block.children[0].children[0].children) <= MOST_COLUMNS, text.of
                first, end = block.token.map or (0, 0)
                rows = text.markdown.splitlines()[first:end]
                assert max(map(width_of, rows)) <= NARROW, text.of


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_all_of_a_card_fits_the_width(width: int) -> None:
    for text in texts():
        assert all(width_of_line(line) <= width for line in lay_out(text.markdown, width)), text.of


def test_there_is_no_html() -> None:
    found = [
        (text.of, match[0])
        for text in texts()
        for token in tokens_of(text.markdown)
        for child in token.children or ()
        if child.type == "text" and (match := TAG.search(child.content))
    ]
    assert found == []


def test_every_formula_is_shown_as_one() -> None:
    unreadable = [(text.of, tex) for text in texts() for tex in _formulas(text) if unicode_maths(tex) == f"${tex}$"]
    assert unreadable == []


def test_no_stray_dollar_or_backslash_is_left_in_the_text() -> None:
    stray = [
        (text.of, child.content)
        for text in texts()
        for token in tokens_of(text.markdown)
        for child in token.children or ()
        if child.type == "text" and re.search(r"\\[A-Za-z]|\$\S", child.content)
    ]
    assert stray == []


def _formulas(text: Text) -> Iterator[str]:
    for token in tokens_of(text.markdown):
        for piece in (token, *(token.children or ())):
            if piece.type.startswith("math"):
                yield piece.content
