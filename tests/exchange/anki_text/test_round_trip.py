"""What is written for Anki means the same when it is read again."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind, TypedFace
from quizapp.exchange.anki_text.writing import anki_text_of
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.notes import Found, Note
from quizapp.exchange.texts.fields import fault_of
from quizapp.exchange.texts.plain_text import as_markdown
from quizapp.language import Language
from tests.exchange.anki_text.reading import read
from tests.exchange.drafts import face_of
from tests.soak import examples

_RICH = [
    Draft(prompt="What is **max** pooling?", answer="*The* largest `x[i]`.\n\nMore: $\\max_{i} x_{i}$ < 3 & ~~old~~."),
    Draft(prompt="\\# and \\#", answer="1. a\n2. b\n   - c\n\n> said\n\n### Why\n\nbecause"),
    Draft(kind="reverse", prompt="Receptive field", answer="| a | b |\n| - | - |\n| 1 | 2 |"),
    Draft(kind="reverse", prompt="问题：甲？", answer="$$\\sum_{i=1}^{n} {{x}}$$"),
    Draft(prompt="q", answer='```python\nif a < b:\n\tprint("x;y")  # }} {{c1::no}} \\(n\\)\n\n---\n```'),
    Draft(prompt="q", answer="\\\\(no maths\\\\) \\[sound:no.mp3] {{c1::no}} and \\[latex]no\\[/latex]"),
    Draft(prompt="q", answer="[link](https://example.org/a?b=c&d) line\\\nbreak"),
    Draft(kind="cloze", prompt="A ==stride== of ==$\\frac{a}{b_{c}}$== in `std::x`", answer="said"),
    Draft(kind="cloze", prompt="==`a::b`== and ==x}}y== and ==**bold** {z}=="),
]


def _single_spaced(text: str) -> str:
    """HTML knows no other blanks."""
    return " ".join(text.split())


_WORDS = (
    st.text(alphabet="ab <>&*_`$=~#{}[]()\\|:;\"'-+.1!é中：", min_size=1, max_size=20).map(_single_spaced).filter(bool)
)
_FREE: list[Kind] = ["basic", "reverse"]


def _again(notes: list[Note], language: Language = "en") -> Found:
    text, told, _notes = anki_text_of(notes, language)
    assert told == ()
    with TemporaryDirectory() as folder:
        found = read(Path(folder), text)
    assert found.told == ()
    assert all(face_of(note.draft) for note in found.notes)
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("draft", _RICH)
def test_every_kind_of_text_comes_back(draft: Draft, language: Language) -> None:
    (note,) = _again([Note("here", draft)], language).notes
    assert same_card(note.draft, draft), note.draft


def test_keys_decks_and_tags_come_back() -> None:
    draft = Draft(prompt="q", answer="a", id="mine", tags=("one", "b::c"))
    notes = [Note("here", draft, "#1", ("A", "B c")), Note("there", draft, deck=("A",))]
    again = _again(notes).notes
    assert [(note.key, note.deck, note.draft.tags) for note in again] == [
        ("mine", ("A",), ("one", "b::c")),
        ("#1", ("A", "B c"), ("one", "b::c")),
    ]


@given(_WORDS, _WORDS, st.sampled_from(_FREE))
@settings(max_examples=examples(200), deadline=None)
def test_any_plain_text_comes_back(prompt: str, answer: str, kind: Kind) -> None:
    draft = Draft(kind=kind, prompt=as_markdown(prompt), answer=as_markdown(answer))
    assert not fault_of(draft)
    (note,) = _again([Note("here", draft)]).notes
    assert same_card(note.draft, draft), note.draft


@given(st.lists(_WORDS, min_size=1, max_size=3), _WORDS)
@settings(max_examples=examples(200), deadline=None)
def test_any_gaps_come_back(gaps: list[str], between: str) -> None:
    shown = as_markdown(between)
    prompt = f"x {shown} " + f" {shown} ".join(f"=={as_markdown(gap)}==" for gap in gaps)
    draft = Draft(kind="cloze", prompt=prompt)
    if fault_of(draft):
        return
    (note,) = _again([Note("here", draft)]).notes
    assert same_card(note.draft, draft), note.draft


@pytest.mark.parametrize("answer", ["relu", "2\\*3\\*4", "`a | b`", "a \\< b", "```\nx = 1\n```", "`` a`b ``"])
def test_what_is_typed_comes_back(answer: str) -> None:
    draft = Draft(kind="typed", prompt="q", answer=answer)
    (note,) = _again([Note("here", draft)]).notes
    before, after = face_of(draft), face_of(note.draft)
    assert isinstance(before, TypedFace)
    assert isinstance(after, TypedFace)
    assert after.accepted == before.accepted


def test_what_anki_has_no_place_for_is_told(tmp_path: Path) -> None:
    typed = Draft(kind="typed", prompt="q", answer="7 | 7x7\n\nbecause")
    text, told, _notes = anki_text_of(
        [Note("a", typed), Note("b", Draft(kind="points", prompt="p", answer="- a\n- b"))]
    )
    assert [note.draft for note in read(tmp_path, text).notes] == [
        Draft(kind="typed", prompt="q", answer="7\n\nbecause")
    ]
    assert [(one.place, str(one.loss)) for one in told] == [("a", "part"), ("a", "part"), ("b", "note")]


def test_pictures_are_named_as_in_ankis_media_folder() -> None:
    draft = Draft(prompt="q", answer="![a net](media/my%20net.png)")
    assert '<img src=""my net.png"" alt=""a net"">' in anki_text_of([Note("here", draft)])[0]


def test_a_file_is_as_anki_writes_it() -> None:
    note = Note("here", Draft(prompt="a\tb", answer="c < d", tags=("x", "y")), "g1", ("A", "B"))
    assert anki_text_of([note])[0].split("\n") == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:7",
        'g1\tBasic\tA::B\t"a\tb"\tc &lt; d\t\tx y',
        "",
    ]
