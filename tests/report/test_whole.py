"""A report of a learner."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.report.whole import Asked, Report, report
from quizapp.study.planning.keeping import LONGEST
from tests.exchange.exported import MOMENT
from tests.exchange.reports.samples import learner

TODAY = MOMENT.date()
BY = TODAY + timedelta(days=30)
KEPT = f"interview = {BY}"


def _report(folder: Path, settings: str = "", **asked: object) -> Report:
    with learner(folder, settings) as desk:
        return report(desk, MOMENT, Asked("en", **asked))  # type: ignore[arg-type]


def _has_plan(found: Report) -> bool:
    return "plan" in [section.name for section in found.sections]


def test_it_says_what_it_is_about(tmp_path: Path) -> None:
    assert _report(tmp_path / "a").words == ["As of 2026-03-04."]
    found = _report(tmp_path / "b", decks=("01-nets", "02-pools"), since=TODAY)
    assert found.words[1] == "Decks: nets, Pools."
    assert found.words[2].startswith("Answers from 2026-03-04 on are counted.")


def test_the_plan_that_is_kept_is_told(tmp_path: Path) -> None:
    found = _report(tmp_path, KEPT, on=BY)
    assert found.sections[0].title == "The plan for 2026-04-03"
    assert found.sections[0].words[-1].startswith("You follow this plan")
    assert "by the plan" in found.figures[2].beside


@pytest.mark.parametrize(("decks", "told"), [("['01-nets']", True), ("['01-nets', '02-pools']", False), ("[]", False)])
def test_a_plan_is_told_where_nothing_else_is_in_it(tmp_path: Path, decks: str, told: bool) -> None:
    found = _report(tmp_path, f"{KEPT}\ninterview_decks = {decks}", on=BY, decks=("01-nets",))
    assert _has_plan(found) is told
    assert ("if nothing is done" in found.figures[2].beside) is not told


@pytest.mark.parametrize("days", [-1, LONGEST + 1])
def test_a_day_that_has_come_or_is_far_away_is_left_out(tmp_path: Path, days: int) -> None:
    day = TODAY + timedelta(days=days)
    found = _report(tmp_path, f"interview = {day}", on=day)
    assert not _has_plan(found)
    assert found.figures[2].beside == ""


def test_titles_are_in_the_language_of_the_cards(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        found = report(desk, MOMENT, Asked("zh", decks=("02-pools",)))
    assert found.words[1] == "Decks: 池化."


def test_what_a_plan_of_some_decks_promises_does_not_stand_beside_the_readiness_of_all(tmp_path: Path) -> None:
    settings = f"{KEPT}\ninterview_decks = ['01-nets']"
    found = _report(tmp_path / "a", settings, on=BY)
    assert _has_plan(found)
    assert "if nothing is done" in found.figures[2].beside
    assert "by the plan" in _report(tmp_path / "b", settings, on=BY, decks=("01-nets",)).figures[2].beside


def test_no_plan_is_told_for_another_day_than_that_of_the_one_kept(tmp_path: Path) -> None:
    assert not _has_plan(_report(tmp_path, KEPT, on=BY + timedelta(days=1)))


def test_the_plan_is_the_same_whatever_the_day_from_which_answers_count(tmp_path: Path) -> None:
    whole = _report(tmp_path / "a", KEPT, on=BY)
    assert _report(tmp_path / "b", KEPT, on=BY, since=TODAY + timedelta(days=1)).sections[0] == whole.sections[0]
