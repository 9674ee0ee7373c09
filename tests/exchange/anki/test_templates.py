"""What a template shows of a note's fields."""

from pathlib import Path

import pytest

from tests.exchange.anki.building import BASIC, Building, Type
from tests.exchange.anki.reading import found, notes_of, told_of
from tests.exchange.meaning import in_time


def _card(folder: Path, front: str, back: str, **fields: str) -> tuple[str, str]:
    (note,) = notes_of(folder, Type("T", tuple(fields), [(front, back)]), *fields.values())
    return note.draft.prompt, note.draft.answer


def test_the_back_begins_at_its_line(tmp_path: Path) -> None:
    assert _card(tmp_path, "{{F}}", "{{F}}\n<hr id=answer>\n{{B}}", F="front", B="back") == ("front", "back")
    assert _card(tmp_path, "{{F}}", '{{FrontSide}}<hr class="x" id="answer"/>{{B}}', F="front", B="back")[1] == "back"


def test_without_a_line_what_the_front_shows_is_cut_from_the_back(tmp_path: Path) -> None:
    assert _card(tmp_path, "{{F}}", "{{F}}<br>{{B}}", F="front", B="back") == ("front", "back")
    assert _card(tmp_path, "{{F}}", "{{FrontSide}}<br>{{B}}", F="front", B="back") == ("front", "back")


def test_a_field_above_the_line_that_the_front_lacks_is_kept(tmp_path: Path) -> None:
    card = _card(tmp_path, "{{F}}", "{{F}} <i>{{S}}</i><hr id=answer>{{B}}", F="front", B="back", S="sound")
    assert card == ("front", "*sound*\n\nback")


def test_a_line_in_a_field_is_no_line_of_the_template(tmp_path: Path) -> None:
    assert (
        _card(tmp_path, "{{F}}", "{{FrontSide}}<hr id=answer>{{B}}", F="f", B="a<hr id=answer>b")[1] == "a\n\n---\n\nb"
    )


def test_no_rule_and_no_heading_stands_in_a_prompt(tmp_path: Path) -> None:
    assert _card(tmp_path, "<h1>{{F}}</h1>", "{{B}}", F="a<hr>b", B="c") == ("a\n\nb", "c")


def test_conditions_nest(tmp_path: Path) -> None:
    front = "{{F}}{{#A}} a{{^B}} not b{{/B}}{{#B}} b{{/B}}{{/A}}{{^A}} no a{{/A}}"
    assert _card(tmp_path, front, "{{C}}", F="f", A="1", B="", C="c")[0] == "f a not b"
    assert _card(tmp_path, front, "{{C}}", F="f", A="1", B="1", C="c")[0] == "f a b"
    assert _card(tmp_path, front, "{{C}}", F="f", A="<div></div>", B="1", C="c")[0] == "f no a"


def test_the_text_of_a_template_is_text(tmp_path: Path) -> None:
    assert _card(tmp_path, "Capital of <b>{{F}}</b>?", "{{B}}.", F="France", B="Paris") == (
        "Capital of **France**?",
        "Paris.",
    )


def test_old_delimiters_are_read(tmp_path: Path) -> None:
    assert _card(tmp_path, "{{=<% %>=}}<%F%>", "{{B}}", F="front", B="back") == ("front", "back")


@pytest.mark.parametrize(
    ("shown", "value", "text"),
    [
        ("{{text:F}}", "<b>a</b> b", "a b"),
        ("{{furigana:F}}", "これは 漢字[かんじ]です", "これは漢字(かんじ)です"),
        ("{{kana:F}}", "これは 漢字[かんじ]です", "これはかんじです"),
        ("{{kanji:F}}", "これは 漢字[かんじ]です", "これは漢字です"),
        ("{{edit:F}}", "a", "a"),
        ("{{text:furigana:F}}", "漢[かん]", "漢かん"),
        ("{{ F }}", "a", "a"),
    ],
)
def test_filters_change_a_field(shown: str, value: str, text: str, tmp_path: Path) -> None:
    assert _card(tmp_path, shown, "{{B}}", F=value, B="b")[0] == text


def test_a_hint_is_not_shown_in_front(tmp_path: Path) -> None:
    assert _card(tmp_path, "{{F}}{{hint:H}}", "{{FrontSide}}<hr id=answer>{{B}}", F="f", H="hint", B="b") == (
        "f",
        "b\n\nhint",
    )
    assert _card(tmp_path, "{{F}}{{hint:H}}", "{{B}} {{H}}", F="f", H="hint", B="b") == ("f", "b hint")


def test_names_of_decks_and_tags_are_no_fields(tmp_path: Path) -> None:
    assert _card(tmp_path, "{{Deck}}{{Tags}}{{Type}}{{Card}}{{F}}", "{{Subdeck}}{{B}}", F="f", B="b") == ("f", "b")


def test_speech_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(Type("T", ("F", "B"), [("{{F}}", "{{B}}{{tts en_US voices=A,B:F}}")]), "front", "back")
    assert told_of(found(building, tmp_path)) == [
        "note 1700000000001 (front): F is read aloud in Anki: left out (part)"
    ]


@pytest.mark.parametrize(
    "script", ["<script>go()</script>", "<STYLE>b {}</STYLE>", '<b onclick="go()">x</b>', "<script>"]
)
def test_scripts_of_a_template_are_told_once(script: str, tmp_path: Path) -> None:
    type_ = Type("Fancy", ("F", "B"), [("{{F}}", "{{B}}" + script)])
    building = Building()
    building.note(type_, "one", "1")
    building.note(type_, "two", "2")
    result = found(building, tmp_path)
    assert told_of(result) == ["note type Fancy: scripts and styles in its templates cannot be carried (part)"]
    assert [note.draft.answer.removesuffix("**x**") for note in result.notes] == ["1", "2"]


def test_a_side_that_grows_without_end_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(Type("T", ("F", "B"), [("{{F}}", "{{B}}" * 5000)]), "front", "x" * 5000)
    result = found(building, tmp_path)
    assert [told.what for told in result.told] == ["card 1 is too long"]


@pytest.mark.parametrize("sign", ["{", "{{", "{{#F}}", "{{/F}}", "}}", "<hr id=", "[a", "<b on"])
def test_long_rows_of_signs_are_read_in_time(sign: str, tmp_path: Path) -> None:
    building = Building()
    building.note(Type("T", ("F", "B"), [("{{F}}" + sign * 50_000, "{{furigana:B}}")]), "front", "a" * 50_000)
    building.note(BASIC, sign * 50_000, "back")
    with in_time():
        assert len(found(building, tmp_path).notes) == 2
