"""Several cards on one sheet."""

from quizapp.study.editing.blank_sheet import blank_sheet, sheet_again
from quizapp.study.editing.sheet import Sheet, sheet_of

SHEET = """\
%% for you
deck: vision
topic: pooling
tags: [cnn, 基础]

## Why? {#why}

So.

## Order? {.order}

no list

## Gap ==here==.
"""


def read(text: str) -> Sheet:
    return sheet_of(text.encode(), "sheet")


def test_the_head_says_where_the_cards_go() -> None:
    assert read(SHEET).fields == {"deck": "vision", "topic": "pooling", "tags": "cnn, 基础"}


def test_front_matter_says_it_as_well() -> None:
    assert read("---\ntopic: pooling\n---\n\n## Why?\n\nSo.\n").fields == {"topic": "pooling"}


def test_sound_cards_become_drafts_and_the_others_keep_their_text() -> None:
    why, order, gap = read(SHEET).pieces
    assert why.draft is not None
    assert (why.draft.prompt, why.draft.answer, why.draft.id) == ("Why?", "So.", "why")
    assert (order.draft, order.text, order.line) == (None, "## Order? {.order}\n\nno list\n", 10)
    assert gap.draft is not None
    assert (gap.draft.kind, gap.draft.id) == ("cloze", "")


def test_faults_are_told_on_the_sheets_own_lines() -> None:
    (fault,) = read(SHEET).faults
    assert (fault.file, fault.line) == ("sheet", 12)


def test_text_above_the_first_card_is_told_and_not_lost() -> None:
    sheet = read("# A title\n\nnotes\n\n## Why?\n\nSo.\n")
    assert sheet.beside == "# A title\nnotes"
    assert [fault.what for fault in sheet.faults] == ["what stands above the first card is no card"]


def test_text_without_a_card_is_told_and_not_lost() -> None:
    sheet = read("Why?\n\nSo.\n")
    assert sheet.beside == "Why?\nSo."
    assert [fault.mend for fault in sheet.faults] == ["begin its question with `## `"]


def test_a_heading_in_a_code_block_opens_no_card() -> None:
    (piece,) = read("## Why?\n\n```\n## no card\n```\n").pieces
    assert piece.draft is not None
    assert "## no card" in piece.draft.answer


def test_two_cards_of_one_prompt_are_told() -> None:
    _, second = read("## Why?\n\nSo.\n\n## Why?\n\nNo.\n").pieces
    assert second.draft is None


def test_bytes_that_are_no_text_do_no_harm() -> None:
    sheet = sheet_of(b"## Why\x1b[2J\xff?\n\nSo.\n", "sheet")
    assert len(sheet.faults) == 1
    assert "\x1b" not in sheet.pieces[0].text


def test_the_blank_sheet_holds_no_card() -> None:
    text = blank_sheet({"deck": "vision", "language": "zh"})
    sheet = read(text)
    assert (sheet.blank, sheet.fields["deck"], sheet.fields["language"]) == (True, "vision", "zh")
    assert read("").blank


def test_a_card_written_into_the_blank_sheet_is_read() -> None:
    for text in (blank_sheet({}).removesuffix("## \n\n") + "## Why?\n\nSo.\n", blank_sheet({}) + "## Why?\n\nSo.\n"):
        sheet = read(text)
        assert [piece.draft is not None for piece in sheet.pieces] == [True]
        assert (sheet.blank, sheet.faults) == (False, ())


def test_what_was_refused_comes_again_with_the_reason_above_it() -> None:
    sheet = read(SHEET)
    refused = [piece for piece in sheet.pieces if piece.draft is None]
    again = sheet_again(sheet.fields, refused, sheet.faults)
    assert again.startswith("%% an order card needs")
    assert read(again).fields == {"deck": "vision", "topic": "pooling", "tags": "cnn, 基础", "language": ""}
    assert [piece.text for piece in read(again).pieces] == [refused[0].text]
