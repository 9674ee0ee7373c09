"""What looks like the syntax of a format and is text, in each format where it can stand."""

from pathlib import Path

import pytest

from quizapp.exchange.incoming.recognizing import FORMATS
from quizapp.exchange.notes import Found
from tests.exchange.anki.building import BASIC, CLOZE, Building, Type
from tests.exchange.drafts import texts_of

NEXT = ("basic", "next", "card")


def _read(folder: Path, name: str, text: str) -> Found:
    file = folder / "deck.md"
    file.write_text(text, encoding="utf-8", newline="")
    return next(known for known in FORMATS if known.name == name).read(file, 2**20)


def _of_anki(folder: Path, type_: Type, *values: str) -> list[tuple[str, str, str]]:
    building = Building()
    building.note(type_, *values)
    return texts_of(FORMATS[0].read(building.latest(folder / "deck.apkg"), 2**20))


@pytest.mark.parametrize(
    ("name", "text", "prompt", "answer"),
    [
        ("csv", '#a,"# b"\nnext,card\n', "#a", "# b"),
        ("mnemosyne", "#a\t# b\nnext\tcard\n", "\\#a", "\\# b"),
        ("anki-text", '#html:false\n"#a"\t# b\nnext\tcard\n', "\\#a", "\\# b"),
        ("hashcards", "Q: #a\nA: # b\nQ: next\nA: card\n", "#a", "# b"),
        ("obsidian", "#a::# b\n\nnext::card\n", "#a", "# b"),
        ("headings", "# #a\n\\# b\n# next\ncard\n", "#a", "\\# b"),
    ],
)
def test_a_text_may_begin_with_a_hash(name: str, text: str, prompt: str, answer: str, tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, name, text)) == [("basic", prompt, answer), NEXT]


@pytest.mark.parametrize(
    ("name", "text", "prompt", "answer"),
    [
        ("csv", "甲：：乙；丙，丁,答：戊\nnext,card\n", "甲：：乙；丙，丁", "答：戊"),
        ("mnemosyne", "甲：：乙\t答：戊\nnext\tcard\n", "甲：：乙", "答：戊"),
        ("anki-text", "#html:true\n{{c1：：乙}}\t答：戊\nnext\tcard\n", "{{c1：：乙}}", "答：戊"),
        ("hashcards", "Q: Ｑ：甲\nA: Ａ：乙\nA：丙\nQ: next\nA: card\n", "Ｑ：甲", "Ａ：乙\nA：丙"),
        ("obsidian", "甲：：乙::丙：：丁\n\nnext::card\n", "甲：：乙", "丙：：丁"),
        ("headings", "# 甲：：乙\n答：戊\n# next\ncard\n", "甲：：乙", "答：戊"),
    ],
)
def test_full_width_colons_are_text(name: str, text: str, prompt: str, answer: str, tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, name, text)) == [("basic", prompt, answer), NEXT]


@pytest.mark.parametrize(
    ("name", "text", "prompt", "answer"),
    [
        ("csv", "a\tb,c\td\nnext,card\n", "a\tb", "c\td"),
        ("anki-text", '#separator:tab\n#html:false\n"a\tb"\t"c\td"\nnext\tcard\n', "a b", "c d"),
        ("hashcards", "Q: a\tb\nA: c\td\nQ: next\nA: card\n", "a\tb", "c\td"),
        ("obsidian", "a\tb::c\td\n\nnext::card\n", "a\tb", "c\td"),
        ("headings", "# a\tb\nc\td\n# next\ncard\n", "a\tb", "c\td"),
    ],
)
def test_tabs_are_text(name: str, text: str, prompt: str, answer: str, tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, name, text)) == [("basic", prompt, answer), NEXT]


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("csv", 'a,"```\nb,c\n""d""\n```"\nnext,card\n', '```\nb,c\n"d"\n```'),
        ("mnemosyne", "a\t<pre>b::c<br>Q: d</pre>\nnext\tcard\n", "```\nb::c\nQ: d\n```"),
        ("anki-text", '#html:true\na\t"<pre>b\tc\n#d\n{{e}}</pre>"\nnext\tcard\n', "```\nb\tc\n#d\n{{e}}\n```"),
        ("hashcards", "Q: a\nA:\n```\nQ: b\n---\n```\nQ: next\nA: card\n", "```\nQ: b\n---\n```"),
        ("obsidian", "a\n?\n```\nb::c\n\n?\n```\n\nnext::card\n", "```\nb::c\n\n?\n```"),
        ("headings", "# a\n```\n# b\n---\n```\n# next\ncard\n", "```\n# b\n---\n```"),
    ],
)
def test_code_holds_no_separators(name: str, text: str, answer: str, tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, name, text)) == [("basic", "a", answer.strip("\n")), NEXT]


@pytest.mark.parametrize(
    ("name", "text", "prompt"),
    [
        ("csv", "A ==gap== and $\\frac{{a}}{b^{c}}$,x\n", "A ==gap== and $\\frac{{a}}{b^{c}}$"),
        (
            "anki-text",
            "#html:true\nA {{c1::gap}} and \\(\\frac{ {a} }{b^{c} }\\)\tx\n",
            "A ==gap== and $\\frac{ {a} }{b^{c} }$",
        ),
        ("hashcards", "C: A [gap] and $\\frac{{a}}{b^{c}}$\n", "A ==gap== and $\\frac{{a}}{b^{c}}$"),
        ("obsidian", "A ==gap== and $\\frac{{a}}{b^{c}}$\n", "A ==gap== and $\\frac{{a}}{b^{c}}$"),
    ],
)
def test_braces_in_maths_end_no_gap(name: str, text: str, prompt: str, tmp_path: Path) -> None:
    ((kind, asked, _answer),) = texts_of(_read(tmp_path, name, text))
    assert (kind, asked) == ("cloze", prompt)


def test_fields_of_a_package_hold_any_text(tmp_path: Path) -> None:
    front, back = "# a：：b\tc {{c1：：d}}", "<pre>x::y\n\n#z</pre>"
    assert _of_anki(tmp_path, BASIC, front, back) == [("basic", "\\# a：：b c {{c1：：d}}", "```\nx::y\n\n#z\n```")]


def test_gaps_of_a_package_end_where_anki_ends_them(tmp_path: Path) -> None:
    text = "#甲：{{c1::\\(\\frac{ {a} }{b}\\)::提示：乙}}，\\(x^{y}\\)"
    ((kind, prompt, _answer),) = _of_anki(tmp_path, CLOZE, text, "")
    assert (kind, prompt) == ("cloze", "\\#甲：==$\\frac{ {a} }{b}$== *(提示：乙)*，$x^{y}$")
