"""Plain lines taken for the list that a kind wants."""

import pytest

from quizapp.cards.faces import Kind
from quizapp.study.editing.plain_lines import with_marks


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("choice", "one\n* two", "- [ ] one\n- [x] two"),
        ("choice", "one\n*two", "- [ ] one\n- [x] two"),
        ("choice", "x two\none", "- [x] two\n- [ ] one"),
        ("choice", "一\n✓ 二\n\n解释。", "- [ ] 一\n- [x] 二\n\n解释。"),
        ("order", "a\nb", "1. a\n2. b"),
        ("points", "a\nb\n\nmore\nlines", "- a\n- b\n\nmore\nlines"),
    ],
)
def test_lines_are_marked(kind: Kind, typed: str, meant: str) -> None:
    assert with_marks(kind, typed) == meant


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("choice", "- [x] two\n- [ ] one"),
        ("choice", "* one\n* two"),
        ("choice", "- one\n* two"),
        ("choice", "one\ntwo"),
        ("choice", "* alone"),
        ("order", "1. a\n2. b"),
        ("order", "alone"),
        ("points", "- a\n- b"),
        ("basic", "one\n* two"),
        ("choice", ""),
    ],
)
def test_what_is_a_list_already_or_means_none_stays(kind: Kind, typed: str) -> None:
    assert with_marks(kind, typed) == typed


def test_no_line_is_added_or_lost() -> None:
    typed = "\n".join(["xylem", "* phloem", "a - b", "", "So."])
    assert with_marks("choice", typed).split("\n") == [
        "- [ ] xylem",
        "- [x] phloem",
        "- [ ] a - b",
        "",
        "So.",
    ]
