"""What the page about the house claims, where it can be checked."""

import re
import tomllib
from pathlib import Path

import pytest

from quizapp.store.schema import tables
from tests.docs.fences import ROOT, fences, spans, table_keys

PAGE = ROOT / "docs" / "house.md"


def _rooms(text: str) -> set[str]:
    return {line.split()[0].rstrip("/") for line in text.splitlines() if re.match(r" {2}\w+/ ", line)}


def test_the_picture_of_the_rooms_shows_the_folders_there_are() -> None:
    drawn = next(fence.text for fence in fences(PAGE) if fence.heading == "The rooms")
    there = {path.name for path in (ROOT / "quizapp").iterdir() if path.is_dir() and path.name[0].isalpha()}
    assert _rooms(drawn) == there
    beside = {line.split("/")[0] for line in drawn.splitlines() if not line.startswith(" ")}
    assert all((ROOT / name).is_dir() for name in beside)


def test_the_rooms_of_a_computed_question_are_those_of_their_folder() -> None:
    shown = next(fence.text for fence in fences(PAGE) if fence.text.startswith("quizapp/checks/"))
    assert _rooms(shown) == {path.parent.name for path in (ROOT / "quizapp" / "checks").glob("*/__init__.py")}


@pytest.mark.parametrize("folder", ["store", "study"])
def test_the_rooms_of_a_folder_are_those_that_it_has(folder: str) -> None:
    shown = next(fence.text for fence in fences(PAGE) if fence.text.startswith(f"quizapp/{folder}/"))
    there = {path.name for path in (ROOT / "quizapp" / folder).iterdir() if path.is_dir() and path.name[0].isalpha()}
    assert _rooms(shown) == there


def test_every_path_that_the_page_names_exists() -> None:
    named = {span for span in spans(PAGE) if re.fullmatch(r"(quizapp|content|docs|tests|benchmarks)/[\w./-]*", span)}
    assert len(named) > 20
    assert [span for span in sorted(named) if not (ROOT / span).exists()] == []


def test_the_page_names_every_table_there_is() -> None:
    (named,) = table_keys(PAGE, "Tables")
    assert sorted(named) == sorted(tables.METADATA.tables)


def test_the_contracts_stand_there_by_their_names() -> None:
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    text = PAGE.read_text(encoding="utf-8")
    listed = re.findall(r"^\* (.+)$", text[text.index("## Which way") : text.index("## The way of")], re.MULTILINE)
    assert listed == [contract["name"] for contract in configured["contracts"]]


def test_the_names_of_code_that_the_page_uses_are_in_the_files_it_names() -> None:
    names = {
        "VERBS": "cli/app.py",
        "REVISIONS": "store/schema/revisions.py",
        "READER": "cards/parse.py",
        "Kind": "cards/faces.py",
    }
    for name, file in names.items():
        assert name in spans(PAGE)
        assert re.search(rf"^{name}\b.*=", Path(ROOT, "quizapp", file).read_text(encoding="utf-8"), re.MULTILINE), name
