"""Every example of the card format is what it says: read by the program, its faults told as printed."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from quizapp.cards.computed import CheckBlock, ExerciseBlock
from quizapp.cards.faces import Kind
from quizapp.cards.folders import deck
from quizapp.cards.library import read_library
from quizapp.cards.parts import FrontMatter
from quizapp.checks.drawing.declaring import KEYS
from quizapp.checks.grading.allowance import REAL
from quizapp.checks.grading.judging import NEARLY, Verdict
from quizapp.cli.app import app
from tests.conftest import write_cards
from tests.docs.fences import ROOT, Fence, fences, table_keys

PAGE = ROOT / "docs" / "card-format.md"
COMPUTED = "Computed cards"
COMPUTED_KINDS = {"check", "exercise"}


def _examples() -> dict[str, list[Fence]]:
    found: dict[str, list[Fence]] = defaultdict(list)
    for fence in fences(PAGE):
        found[fence.heading].append(fence)
    return found


def _written(folder: Path, examples: list[Fence]) -> Path:
    return write_cards(folder, {fence.name: fence.text for fence in examples if fence.language == "markdown"})


@pytest.mark.parametrize("heading", _examples())
def test_an_example_has_the_faults_printed_below_it_and_no_others(
    heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = _examples()[heading]
    folder = _written(tmp_path / "examples", examples)
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(app, ["check", "."])
    told = "".join(fence.text for fence in examples if fence.language == "text")
    assert result.stdout == told
    faults = [line for line in told.splitlines() if not line.endswith("(note)")]
    assert result.exit_code == int(bool(faults))


@pytest.mark.parametrize("kind", sorted(set(get_args(Kind)) - COMPUTED_KINDS))
def test_the_cards_under_a_kind_are_of_that_kind(kind: str, tmp_path: Path) -> None:
    folder = _written(tmp_path, _examples()[f"`{kind}`"])
    assert {card.kind for card in read_library([folder]).cards} == {kind}


def test_the_computed_cards_are_read(tmp_path: Path) -> None:
    cards = read_library([_written(tmp_path, _examples()[COMPUTED])]).cards
    assert {card.kind for card in cards} == COMPUTED_KINDS


def test_the_tables_name_every_kind_and_every_key_there_is() -> None:
    check, exercise = table_keys(PAGE, COMPUTED)
    assert table_keys(PAGE, "Kinds") == [list(get_args(Kind))]
    assert set(table_keys(PAGE, "Front matter")[0]) == set(FrontMatter.model_fields)
    assert check == list(CheckBlock.model_fields)
    assert exercise == list(ExerciseBlock.model_fields)


def test_the_page_names_every_form_of_what_is_drawn() -> None:
    (forms,) = table_keys(PAGE, "What is drawn")
    keys = {key for form in forms for key in re.findall(r"(\w+):", form)}
    assert keys | {"distinct"} == {key for allowed in KEYS.values() for key in allowed}


def test_the_page_names_every_verdict() -> None:
    (verdicts,) = table_keys(PAGE, "How an answer is judged")
    assert len(verdicts) == len(Verdict)


def test_a_long_prompt_ends_at_the_break_and_the_first_block_below_answers(tmp_path: Path) -> None:
    heading = "A file is a topic, a heading is a card"
    topic = read_library([_written(tmp_path, _examples()[heading])]).topics[0]
    short, long = (card.face("en").model_dump() for card in topic.cards)
    assert topic.titles == {"every": "Strides"}
    assert topic.notes["every"].startswith("Anything between")
    assert short["answer"] == "It halves them, up to rounding."
    assert long["prompt"].endswith("no padding.")
    assert long["answer"] == "Its output is 3×3."
    assert long["explanation"].startswith("$")


def test_the_two_languages_are_one_card(tmp_path: Path) -> None:
    (card,) = read_library([_written(tmp_path, _examples()["Two languages"])]).cards
    assert set(card.faces) == {"en", "zh"}


def test_the_deck_file_is_read_as_the_page_says(tmp_path: Path) -> None:
    (fence,) = _examples()["Decks"]
    write_cards(tmp_path, {"07-sampling/deck.toml": fence.text})
    read, fault = deck(tmp_path, "07-sampling")
    assert fault is None
    assert (read.order, dict(read.titles)) == (7, tomllib.loads(fence.text)["title"])


def test_the_reversed_card_has_the_id_that_the_page_gives(tmp_path: Path) -> None:
    cards = read_library([_written(tmp_path, _examples()["`reverse`"])]).cards
    assert [card.id for card in cards] == ["reverse/definition", "reverse/definition~reverse"]


def test_how_far_off_an_answer_may_be_is_what_the_page_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"or no more than {float(100 * NEARLY):g} % off |" in page
    assert f"A real answer is right within {float(100 * REAL):g} %," in page
