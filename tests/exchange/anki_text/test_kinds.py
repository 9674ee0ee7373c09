"""The kind of a card follows from gaps in the text, and from what the note type is called."""

import time
from pathlib import Path

import pytest

from quizapp.cards.faces import ClozeFace, TypedFace
from tests.exchange.anki_text.reading import HEAD, read
from tests.exchange.drafts import drafts_of, face_of, texts_of, told_of

_TYPED = [
    "Basic (type in the answer)",
    "问答题（输入答案）",
    "基本型（輸入答案）",
    "Einfach (Antwort eintippen)",
    "Basique (saisissez la réponse)",
    "基本 (解答を入力)",
    "Простая (с вводом ответа)",
]
_REVERSE = [
    "Basic (and reversed card)",
    "Basic (and reversed card)-4f2a1",
    "问答题（附翻转卡片）",
    "基本型（含反向卡片）",
    "Einfach (und die umgekehrte Richtung)",
    "Généralités (deux sens)",
    "Básico (y tarjeta invertida)",
    "基本 (表面と裏面を反転したカードも作成)",
]
_OPTIONAL = [
    "Basic (optional reversed card)",
    "问答题（可选附翻转卡片）",
    "Einfach (und wahlweise die umgekehrte Richtung)",
    "Básico (tarjeta invertida opcional)",
]


def _noted(folder: Path, notetype: str, fields: str) -> list[tuple[str, str, str]]:
    return texts_of(read(folder, f"{HEAD}#notetype column:1\n{notetype}\t{fields}\n"))


@pytest.mark.parametrize("notetype", _REVERSE)
def test_reversed_notes_are_asked_both_ways(tmp_path: Path, notetype: str) -> None:
    assert _noted(tmp_path, notetype, "q\ta\tmore") == [("reverse", "q", "a\n\nmore")]


@pytest.mark.parametrize("notetype", _OPTIONAL)
def test_optionally_reversed_notes_are_if_their_third_field_says_so(tmp_path: Path, notetype: str) -> None:
    assert _noted(tmp_path, notetype, "q\ta\ty\tmore") == [("reverse", "q", "a\n\nmore")]
    assert _noted(tmp_path, notetype, "q\ta\t\tmore") == [("basic", "q", "a\n\nmore")]


@pytest.mark.parametrize("notetype", ["Optional hints", "Lukas", "My Cloze-like", "Typed words"])
def test_other_names_lose_no_field(tmp_path: Path, notetype: str) -> None:
    assert _noted(tmp_path, notetype, "q\ta\tmore") == [("basic", "q", "a\n\nmore")]


@pytest.mark.parametrize("notetype", _TYPED)
def test_answers_are_typed_where_the_note_type_asks_for_it(tmp_path: Path, notetype: str) -> None:
    assert _noted(tmp_path, notetype, "q\ta\tmore") == [("typed", "q", "a\n\nmore")]


@pytest.mark.parametrize(
    ("back", "accepted"),
    [
        ("<b>relu</b>", "relu"),
        ("a | b", "a | b"),
        ("`a` | b", "`a` | b"),
        ("2*3*4", "2*3*4"),
        ("one<br>two", "one two"),
        ("<pre>x = 1</pre>", "x = 1"),
        (r"\(x^2\)", "x^2"),
    ],
)
def test_what_must_be_typed_is_the_text_of_the_field(tmp_path: Path, back: str, accepted: str) -> None:
    found = read(tmp_path, f"{HEAD}#notetype:Basic (type in the answer)\nq\t{back}\n")
    face = face_of(found.notes[0].draft)
    assert isinstance(face, TypedFace)
    assert face.accepted == (accepted,)


def test_a_picture_beside_what_is_typed_is_shown_below(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}#notetype:Basic (type in the answer)\nq\trelu <img src=r.png>\n")
    assert texts_of(found) == [("typed", "q", "relu\n\n![r.png](media/r.png)")]


def test_nothing_to_type_makes_a_basic_card_and_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}#notetype:Basic (type in the answer)\nq\t<hr>\n")
    assert [draft.kind for draft in drafts_of(found)] == ["basic"]
    assert told_of(found) == ["deck.txt:4: nothing in the answer can be typed (part)"]


def test_gaps_make_a_card_for_each_number(tmp_path: Path) -> None:
    text = "#guid column:1\ng\tA {{c1::stride::a step}} of {{c2::two}} {{c1::halves}}.\tmore\n"
    found = read(tmp_path, HEAD + text)
    first, second = found.notes
    assert texts_of(found)[1] == ("cloze", "A stride of ==two== halves.", "more")
    face = face_of(first.draft)
    assert isinstance(face, ClozeFace)
    assert face.gaps == ("stride", "halves")
    assert "a step" in first.draft.prompt
    assert (first.key, second.key) == ("g", "g-c2")


def test_a_plain_file_has_gaps_too(tmp_path: Path) -> None:
    found = read(tmp_path, "#separator:tab\n#html:false\n{{c1::a*b}} == c\t\n")
    assert texts_of(found) == [("cloze", "==a\\*b== \\== c", "")]


def test_maths_in_a_gap_keeps_its_braces(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + r"Softmax is {{c1::\(\frac{e^{x} }{\sum_j e^{x_j} }\)}}." + "\t\n")
    ((kind, prompt, _),) = texts_of(found)
    assert (kind, prompt) == ("cloze", r"Softmax is ==$\frac{e^{x} }{\sum_j e^{x_j} }$==.")


def test_two_gaps_in_one_formula_are_one_card(tmp_path: Path) -> None:
    found = read(
        tmp_path, "#separator:tab\n#html:true\n#notetype:Cloze\n\\(a = {{c1::b}} + {{c2::c}}\\) {{c3::d}}\tx\n"
    )
    assert texts_of(found) == [("cloze", "==$a = b + c$== d", "x"), ("cloze", "$a = b + c$ ==d==", "x")]
    assert "card c2 would ask the same as another of its note, and is left out" in [told.what for told in found.told]


def test_a_cloze_without_gaps_and_gaps_in_pictures_are_told(tmp_path: Path) -> None:
    rows = "Cloze\tno gaps\tmore\nImage Occlusion\t{{c1::image-occlusion:rect:left=.1}}\tx\n"
    found = read(tmp_path, f"{HEAD}#notetype column:1\n{rows}")
    assert told_of(found) == [
        "deck.txt:4: “no gaps more” is a cloze without gaps (note)",
        "deck.txt:5: gaps in a picture cannot be brought along (note)",
    ]


def test_pictures_and_sounds_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEAD}q\t"a <img src=""x y.png""> [sound:a.mp3]"\n')
    assert texts_of(found) == [("basic", "q", "a ![x y.png](media/x%20y.png)")]
    picture = "the picture x y.png is no part of a text file: put it into the folder `media` beside the card"
    assert told_of(found) == [
        "deck.txt:3: the sound a.mp3 is left out (part)",
        f"deck.txt:3: {picture} (part)",
    ]


@pytest.mark.parametrize("sign", ["{", "=", ":", "{{c1::", "}}"])
def test_a_long_line_takes_no_long_time(tmp_path: Path, sign: str) -> None:
    begun = time.process_time()
    read(tmp_path, f"{HEAD}q\t{sign * (100_000 // len(sign) ** 2)}\n")
    assert time.process_time() - begun < 1


def test_a_note_of_very_many_gaps_is_told(tmp_path: Path) -> None:
    gaps = "".join(f"{{{{c{number}::x}}}}" for number in range(1, 2000))
    found = read(tmp_path, f"{HEAD}{gaps}\t\n")
    assert found.notes == ()
    assert [told.loss for told in found.told] == ["note"]
