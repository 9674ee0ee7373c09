"""Columns are known by their names, and nothing in a column that is not known is lost."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.tables.reading import read_csv
from tests.exchange.drafts import drafts_of, texts_of, told_of
from tests.exchange.tables.csv.reading import LIMIT, read


@pytest.mark.parametrize(
    "header",
    [
        *("Front,Back", "question, Answer ", "PROMPT,answer", "问题,答案", "term,definition", "Frage,Antwort"),
        *("Vorderseite,Rückseite", "Recto,Verso", "pregunta,respuesta", "表面,裏面", "вопрос,ответ", "앞면,뒷면"),
    ],
)
def test_a_row_of_known_names_is_a_header(tmp_path: Path, header: str) -> None:
    assert texts_of(read(tmp_path, f"{header}\nq,a\n")) == [("basic", "q", "a")]


def test_a_first_row_with_one_known_name_is_a_card(tmp_path: Path) -> None:
    assert texts_of(read(tmp_path, "question,Frage\nanswer,Antwort\n"))[0] == ("basic", "question", "Frage")


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    text = 'tags,id,deck,explanation,answer,kind,prompt\n"a, b;c",mine,CV::Pooling,because,yes,reverse,Really?\n'
    found = read(tmp_path, text)
    assert drafts_of(found) == [
        Draft(kind="reverse", prompt="Really?", answer="yes\n\nbecause", id="mine", tags=("a", "b", "c"))
    ]
    assert found.notes[0].deck == ("CV", "Pooling")
    assert found.notes[0].key == "mine"


@pytest.mark.parametrize("deck", ["a/b", "a::b", " a :: b "])
def test_decks_are_parted_by_slashes_or_colons(tmp_path: Path, deck: str) -> None:
    assert read(tmp_path, f"prompt,answer,deck\nq,a,{deck}\n").notes[0].deck == ("a", "b")


def test_a_third_column_without_a_name_is_the_explanation(tmp_path: Path) -> None:
    found = read(tmp_path, "why?,so,because\nq2,a2,\n")
    assert texts_of(found) == [("basic", "why?", "so\n\nbecause"), ("basic", "q2", "a2")]
    assert found.told == ()


def test_a_column_nobody_knows_is_shown_below_the_answer_and_told_once(tmp_path: Path) -> None:
    found = read(tmp_path, "front,back,Source\nq,a,LeCun\nq2,a2,Hinton\n")
    assert texts_of(found)[1] == ("basic", "q2", "a2\n\nHinton")
    assert told_of(found) == ["deck.csv:1: the column “Source” is shown below the answer (nothing)"]


def test_more_fields_than_columns_are_shown_below_the_answer_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "front,back\nq,a,more,and more\nq2,a2\n")
    assert texts_of(found)[0] == ("basic", "q", "a\n\nmore\n\nand more")
    what = "the row has more fields than there are columns: they are shown below the answer"
    assert told_of(found) == [f"deck.csv:2: {what} (nothing)"]


def test_rows_without_prompt_or_answer_are_told_and_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "why?,so\nlonely,\n,answer only\n \n,,\nq2,a2\n")
    assert [draft.prompt for draft in drafts_of(found)] == ["why?", "q2"]
    assert told_of(found) == [
        "deck.csv:2: “lonely” has no answer (note)",
        "deck.csv:3: the prompt is empty: answer only (note)",
    ]


def test_tags_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "prompt,answer,tags\nq,a,a{b} c\\d e e\n")
    assert drafts_of(found)[0].tags == ("a_b_", "c_d", "e")
    assert [told.what for told in found.told] == ["the tag a{b} is called a_b_ here", "the tag c\\d is called c_d here"]


def test_tags_that_markdown_would_read_cost_no_card(tmp_path: Path) -> None:
    found = read(tmp_path, "prompt,answer,tags\nq,a,_x_ [y](z) *w*\n")
    assert [(note.draft.prompt, note.draft.tags) for note in found.notes] == [("q", ("_x_", "[y](z)", "*w*"))]


def test_an_id_that_cannot_be_one_is_told_and_kept_as_key(tmp_path: Path) -> None:
    found = read(tmp_path, "id,prompt,answer\nno id!,q,a\n")
    assert (found.notes[0].draft.id, found.notes[0].key) == ("", "no id!")
    assert told_of(found) == ["deck.csv:2: “no id!” cannot be a card's id: it gets another (nothing)"]


@pytest.mark.parametrize(
    ("row", "told"), [("dog,Hund", True), ("What is it?,This", False), ("a,a", False), ("2,3", False)]
)
def test_a_first_row_that_may_be_names_is_read_as_a_card_and_told(tmp_path: Path, row: str, told: bool) -> None:
    found = read(tmp_path, f"{row}\nq2,a2\n")
    assert len(drafts_of(found)) == 2
    what = "the first row is read as a card: --header says that it names the columns"
    assert told_of(found) == ([f"deck.csv:1: {what} (nothing)"] if told else [])


def test_names_that_nobody_knows_may_be_said_to_be_names(tmp_path: Path) -> None:
    (tmp_path / "deck.csv").write_text("Klingon,Elvish,Source\nq,a,Okrand\n", "utf-8")
    found = read_csv(tmp_path / "deck.csv", LIMIT, header=True)
    assert texts_of(found) == [("basic", "q", "a\n\nOkrand")]
    assert told_of(found) == ["deck.csv:1: the column “Source” is shown below the answer (nothing)"]


def test_names_that_are_known_may_be_said_to_be_a_card(tmp_path: Path) -> None:
    (tmp_path / "deck.csv").write_text("question,answer\nq,a\n", "utf-8")
    found = read_csv(tmp_path / "deck.csv", LIMIT, header=False)
    assert texts_of(found) == [("basic", "question", "answer"), ("basic", "q", "a")]
    assert found.told == ()
