"""What is written as a table is the same when it is read again."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.exchange.notes import Note
from quizapp.exchange.tables.writing import csv_of
from quizapp.exchange.texts.fields import fault_of, trimmed
from tests.exchange.tables.csv.reading import read
from tests.soak import examples

_TEXT = (
    st.text(alphabet='ab,;"\t\n #=*-`$|<>{}[]\\é问：', min_size=1, max_size=30)
    .map(trimmed)
    .filter(lambda text: text.strip())
)
_TAG = st.text(alphabet="ab:,;、#-", min_size=1, max_size=5)
_FREE: list[Kind] = ["basic", "reverse"]
_DECK = st.sampled_from([(), ("one",), ("TCP/IP",), ("a", "b c"), ("a/b", "深度学习")])

_EVERY_KIND = [
    Draft(prompt="q", answer="a\n\nexplained", id="first", tags=("one", "a,b")),
    Draft(kind="reverse", prompt="q\n\nmore, of it", answer="- a\n- b"),
    Draft(kind="cloze", prompt='==a== and "==b=="'),
    Draft(kind="choice", prompt="q", answer="- [x] a\n- [ ] b"),
    Draft(kind="order", prompt="q", answer="1. a\n2. b"),
    Draft(kind="points", prompt="q", answer="- a\n- b"),
    Draft(kind="typed", prompt="q", answer="7 | 7x7\n\n    code"),
    Draft(kind="exercise", prompt="q", answer="```exercise\nfunction: f\ntests:\n  - {call: f(), gives: 1}\n```\n"),
]


def _again(notes: list[Note]) -> list[tuple[Draft, tuple[str, ...]]]:
    with TemporaryDirectory() as folder:
        found = read(Path(folder), csv_of(notes))
    assert found.told == ()
    return [(note.draft, note.deck) for note in found.notes]


def test_every_kind_comes_back() -> None:
    drafts = [draft.model_copy(update={"answer": trimmed(draft.answer)}) for draft in _EVERY_KIND]
    assert [draft for draft, _ in _again([Note("here", draft) for draft in drafts])] == drafts


def test_a_table_is_as_rfc_4180_has_it() -> None:
    note = Note("here", Draft(prompt='a "b"', answer="c,\nd", tags=("x", "y,z")), deck=("TCP/IP",))
    assert csv_of([note]).split("\r\n") == [
        "deck,id,kind,prompt,answer,tags",
        'TCP/IP::,,basic,"a ""b""","c,\nd","x ""y,z"""',
        "",
    ]


@given(_TEXT, _TEXT, st.sampled_from(_FREE), st.lists(_TAG, max_size=3, unique=True), _DECK)
@example("a", "b", "basic", [","], ())
@settings(max_examples=examples(200), deadline=None)
def test_any_draft_comes_back(prompt: str, answer: str, kind: Kind, tags: list[str], deck: tuple[str, ...]) -> None:
    draft = Draft(kind=kind, prompt=prompt, answer=answer, tags=tuple(tags))
    if fault_of(draft) or "<" in prompt + answer or "![" in prompt + answer:
        return
    assert _again([Note("here", draft, deck=deck)]) == [(draft, deck)]
