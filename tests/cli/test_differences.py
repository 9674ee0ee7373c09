"""`quizapp diff`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONE_CARD, Home, Run
from tests.conftest import write_cards
from tests.editors import editor

NOTHING = "no bundled text has changed since you copied it\n"


@pytest.fixture
def bundled(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A bundled card, of which the learner has made a copy."""
    monkeypatch.setattr("quizapp.paths._PACKAGE", tmp_path / "program")
    (own.path / "config.toml").write_text("bundled = true\n")
    write_cards(tmp_path / "program" / "content", {"06-pools/pooling.md": ONE_CARD})
    editor(own.path, monkeypatch, "The largest value.", "Only the largest.")
    result = run("edit", "keeps")
    assert "your own copy now covers the bundled card" in result.stderr
    return tmp_path / "program" / "content" / "06-pools" / "pooling.md"


def test_nothing_is_shown_while_the_bundled_text_is_as_it_was(run: Run, bundled: Path) -> None:
    result = run("diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", NOTHING)


def test_the_bundled_text_of_then_is_held_against_that_of_now(run: Run, bundled: Path) -> None:
    bundled.write_text(ONE_CARD.replace("It drops the others.", "It drops all others."))
    lines = run("diff").stdout.splitlines()
    assert lines[:2] == [
        "--- pooling/keeps (every): the bundled text, when you copied it",
        "+++ the bundled text now",
    ]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["-It drops the others.", "+It drops all others."]


def test_a_reverse_side_stands_for_its_card(run: Run, own: Home, bundled: Path) -> None:
    bundled.write_text("---\ntopic: pooling\n---\n\n## Stride {#stride .reverse}\n\nA step.\n")
    run("tag", "stride", "+mine")
    shown = [run("diff", *words, "--all").stdout for words in ((), ("stride",), ("stride~reverse",))]
    assert '+## Stride {#stride .reverse tags="mine"}' in shown[0]
    assert shown == [shown[0]] * 3


def test_all_shows_ones_own_text_as_well(run: Run, bundled: Path) -> None:
    assert "+Only the largest." in run("diff", "--all").stdout
    bundled.write_text(ONE_CARD.replace("others", "rest"))
    shown = run("diff", "keeps", "--all").stdout
    assert "+It drops the rest." in shown
    assert "+Only the largest." in shown


def test_what_was_seen_is_not_shown_again(run: Run, bundled: Path) -> None:
    bundled.write_text(ONE_CARD.replace("others", "rest"))
    assert run("diff", "--seen").stdout
    assert run("diff").stderr == NOTHING


def test_json_has_the_three_texts(run: Run, bundled: Path) -> None:
    bundled.write_text(ONE_CARD.replace("others", "rest"))
    (one,) = json.loads(run("diff", "--json").stdout)
    assert (one["card"], one["language"], one["changed"]) == ("pooling/keeps", "every", True)
    assert "Only the largest." in one["own"]
    assert "rest" in one["bundled"]
    assert "others" in one["base"]


def test_hostile_text_is_made_visible(run: Run, bundled: Path) -> None:
    bundled.write_text(ONE_CARD.replace("others", "\x1b[2J\u202e"))
    shown = run("diff").stdout
    assert "␛[2J" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_card_that_covers_nothing_is_told(run: Run, own: Home, bundled: Path) -> None:
    own.write("## Mine? {#mine}\n\nYes.\n", "mine.md")
    result = run("diff", "mine")
    assert (result.exit_code, "covers no bundled card" in result.stderr) == (2, True)


def test_a_copy_says_where_the_card_stands_that_it_covers(run: Run, bundled: Path) -> None:
    assert "covers: program/content/06-pools/pooling.md:9\n" in run("show", "keeps").stdout
