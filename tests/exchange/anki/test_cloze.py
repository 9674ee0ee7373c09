"""Cloze deletions."""

from pathlib import Path

import pytest

from quizapp.exchange.anki.cloze import cloze_card, numbers_of, with_gaps, without_gaps
from tests.exchange.anki.building import CLOZE, Building, Type
from tests.exchange.anki.reading import found, notes_of, told_of
from tests.exchange.meaning import in_time


def _prompt(html: str, number: int = 1) -> str:
    draft, _written = cloze_card(with_gaps(html, number))
    assert draft
    assert draft.kind == "cloze"
    return draft.prompt


def test_each_number_that_has_a_card_is_a_card(tmp_path: Path) -> None:
    notes = notes_of(tmp_path, CLOZE, "{{c1::a}} {{c2::b}} {{c1::c}} {{c3::d}}", "why", cards=(0, 1))
    assert [(note.key, note.draft.prompt, note.draft.answer) for note in notes] == [
        ("guid0", "==a== b ==c== d", "why"),
        ("guid0-c2", "a ==b== c d", "why"),
    ]


@pytest.mark.parametrize(
    ("html", "prompt"),
    [
        ("{{c1::Paris::city}} is it", "==Paris== *(city)* is it"),
        ("{{c1::Paris::city}}.", "==Paris== *(city)*."),
        ("{{c1::a::<b>h</b>}}b", "==a== *(**h**)* b"),
        ("{{c1::a{{c2::b}}c}}", "==abc=="),
        ("{{c2::a{{c1::b}}c}}", "a==b==c"),
        ("{{c1::<b>a</b> b}}", "==**a** b=="),
        ("<b>{{c1::a</b> b}}", "==**a** b=="),
        ("x{{c1:: a }}y", "x ==a== y"),
        ("{{c1::a<br>b}}", "==a==\\\n==b=="),
        ("{{c1::<div>a</div><div>b</div>}}", "==a==\n\n==b=="),
        ("<div>{{c1::a</div><div>b}} c</div>", "==a==\n\n==b== c"),
        ("<ul><li>{{c1::a}}</li><li>b</li></ul>", "- ==a==\n- b"),
        ("{{c1::<ul><li>a</li><li>b</li></ul>}}", "- ==a==\n- ==b=="),
        ("<code>x = {{c1::5}}</code>", "`x =` ==`5`=="),
        ("<pre>x = {{c1::5}}\ny = 6</pre>", "`x =` ==`5`==\\\n`y = 6`"),
        ("a == {{c1::b == c}}", "a \\== ==b \\== c=="),
        ("a={{c1::=b=}}=c", "a&#61;==&#61;b&#61;==&#61;c"),
        ("{{c1::a}}{{c1::b}}", "==ab=="),
        ('{{c1::<img src="a.png">}}', "==![a.png](media/a.png)=="),
        ("<table><tr><td>{{c1::a}}</td><td>b</td></tr></table>", "| ==a== | b |\n| --- | --- |"),
        ('<a href="http://a.b">x{{c1::y}}</a>', "[x](http://a.b)==[y](http://a.b)=="),
    ],
)
def test_gaps_are_marked_as_ours(html: str, prompt: str) -> None:
    assert _prompt(html) == prompt


@pytest.mark.parametrize(
    ("html", "prompt"),
    [
        (r"{{c1::\(x^2\)}} is", "==$x^2$== is"),
        (r"{{c1::\(\frac{a}{b} \)}}", r"==$\frac{a}{b}$=="),
        (r"{{c1::\(\frac{a}{\sqrt{b} }\)}}", r"==$\frac{a}{\sqrt{b} }$=="),
        (r"\(x = {{c1::y}} + 1\) is", "==$x = y + 1$== is"),
        (r"\(x = {{c1::y::which?}} + 1\) is", "==$x = y + 1$== *(which?)* is"),
        (r"\[{{c1::a}} + {{c1::b}}\]", "==$$a + b$$=="),
    ],
)
def test_gaps_and_formulas(html: str, prompt: str) -> None:
    assert _prompt(html) == prompt


def test_two_braces_within_a_formula_end_the_gap_as_in_anki() -> None:
    assert with_gaps(r"{{c1::\(\frac{a}{\sqrt{b}}\)}}", 1) == r"<x-gap>\(\frac{a}{\sqrt{b</x-gap>\)}}"


def test_a_gap_in_a_formula_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, r"\(x = {{c1::y}}\)", "")
    told = told_of(found(building, tmp_path))
    assert told == [r"note 1700000000001 (\(x = y\)): a gap in a formula hides the whole formula (part)"]


def test_two_gaps_in_one_formula_are_one_card(tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, r"\(x = {{c1::y}} + {{c2::z}}\) is {{c3::so}}", "why", cards=(0, 1, 2))
    result = found(building, tmp_path)
    assert [(note.key, note.draft.prompt) for note in result.notes] == [
        ("guid0", "==$x = y + z$== is so"),
        ("guid0-c3", "$x = y + z$ is ==so=="),
    ]
    assert [told.partition("): ")[2] for told in told_of(result)] == [
        "a gap in a formula hides the whole formula (part)",
        "card c2 would ask the same as another of its note, and is left out (part)",
    ]


def test_a_card_whose_number_is_gone_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, "{{c2::a}} b", "", cards=(0, 1))
    result = found(building, tmp_path)
    assert [note.draft.prompt for note in result.notes] == ["==a== b"]
    assert told_of(result) == ["note 1700000000001 (a b): card c1: no gap of the text has this number (note)"]


def test_what_is_no_deletion_is_text() -> None:
    assert numbers_of("{{c1:a}} {{cx::b}} {{c0::c}} {{c99999::d}} }} {{c3::e}}") == (3,)
    assert without_gaps("a }} {{c2::b") == "a }} {{c2::b"


def test_at_most_ten_are_open_at_once() -> None:
    html = "".join(f"{{{{c{number}::" for number in range(1, 13)) + "x" + "}}" * 10
    assert numbers_of(html) == tuple(range(1, 11))


@pytest.mark.parametrize("sign", ["{{c1::", "}}", "{{c1::a}}", "::", "{", "{{c1::a::"])
def test_long_rows_of_signs_are_read_in_time(sign: str) -> None:
    with in_time():
        assert len(without_gaps(sign * 50_000)) <= len(sign) * 50_000


def test_a_gap_with_nothing_in_it_is_no_card(tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, "a {{c1:: }}", "")
    result = found(building, tmp_path)
    assert not result.notes
    assert [told.loss.value for told in result.told] == ["note"]


def test_the_typed_cloze_is_recalled_and_told(tmp_path: Path) -> None:
    building = Building()
    building.note(
        Type("T", ("Text",), [("{{cloze:Text}}{{type:cloze:Text}}", "{{cloze:Text}}{{type:cloze:Text}}")], True),
        "{{c1::a}} b",
    )
    result = found(building, tmp_path)
    assert [note.draft.kind for note in result.notes] == ["cloze"]
    assert [told.what for told in result.told] == ["it is typed in Anki, and recalled here"]


def test_a_hint_of_blanks_is_none() -> None:
    assert _prompt("{{c1::a:: }} b") == "==a== b"


def test_a_gap_of_several_numbers_is_one_of_each(tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, "{{c1,2::both}} and {{c2,2,::two}}, {{c,::no}} {{c,3::three}}", "", cards=(0, 1, 2))
    assert [note.draft.prompt for note in found(building, tmp_path).notes] == [
        "==both== and two, {{c,::no}} three",
        "==both== and ==two==, {{c,::no}} three",
        "both and two, {{c,::no}} ==three==",
    ]


def test_what_marks_a_gap_inside_is_in_no_text(tmp_path: Path) -> None:
    building = Building()
    for text in ('a <img src="{{c1::x.doc}}">', '<a href="{{c1::ftb://x.y}}">b</a> c', "[sound:{{c1::x.mp3}}] c"):
        building.note(CLOZE, text, "")
    result = found(building, tmp_path)
    assert "x-gap" not in repr(result)
    assert any("x.doc is no image that can be shown" in told for told in told_of(result))
