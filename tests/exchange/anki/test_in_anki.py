"""Packages of ours in Anki's own library: every card, when it is due, what was answered; and back again.

It runs where Python finds `anki`, or where QUIZAPP_ANKI_PYTHON names an interpreter that does.
"""

import json
import os
import subprocess
import sys
from base64 import b32encode
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from quizapp.exchange.anki import read_package
from quizapp.exchange.anki_text.reading import read_anki_text
from quizapp.exchange.incoming.bringing import Wish, bring
from quizapp.exchange.outgoing.exporting import Wanted, exported
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.opening import Desk
from tests.exchange.exported import CARDS, OTHERS, answer, home_with

PYTHON = os.environ.get("QUIZAPP_ANKI_PYTHON") or (sys.executable if find_spec("anki") else "")
SCRIPT = Path(__file__).with_name("in_anki.py")
EXPORTING = Path(__file__).with_name("exporting_both.py")
NOW = datetime.now(UTC).replace(microsecond=0)
"""Anki reads the clock: how many days a card has left is counted from today."""

pytestmark = pytest.mark.skipif(
    not PYTHON, reason="Anki's library (PyPI: anki) is not here, and QUIZAPP_ANKI_PYTHON names no Python that has it"
)
FILES = {"vision/nets/nets.md": CARDS, "vision/others.md": OTHERS + "\n## Shown ![a](media/图.png)?\n\nYes.\n"}


def _learned(desk: Desk) -> None:
    (desk.places.cards / "vision/media").mkdir()
    (desk.places.cards / "vision/media/图.png").write_bytes(b"picture")
    for minute, (card, days, grade) in enumerate(
        [
            ("nets/keeps", 9, Grade.GOOD),
            ("nets/keeps", 8, Grade.GOOD),
            ("nets/keeps", 2, Grade.EASY),
            ("nets/taps", 5, Grade.GOOD),
            ("nets/taps", 4, Grade.AGAIN),
            ("nets/rf~reverse", 1, Grade.GOOD),
            ("nets/weights", 7, Grade.GOOD),
        ]
    ):
        answer(desk, card, NOW - timedelta(days=days, minutes=minute), grade, 2_500)
    desk.collection.append([desk.pen.row("nets/weights", What.SUSPEND, NOW - timedelta(days=1))])


def _in_anki(package: Path, folder: Path) -> dict[str, Any]:
    folder.mkdir(exist_ok=True)
    done = subprocess.run([PYTHON, SCRIPT, package, folder], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _written(desk: Desk, file: Path, wanted: Wanted = Wanted("en", plain=True)) -> Path:  # noqa: B008  it is frozen
    found = exported(desk, desk.collection.ids(), wanted, NOW)
    files, _told, _notes = FORMATS[0].output(found, Occasion(NOW))
    file.write_bytes(files[""])
    return file


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Anki has after importing a library."""
    folder = tmp_path_factory.mktemp("anki")
    with home_with(folder / "one", FILES) as desk:
        _learned(desk)
        return _in_anki(_written(desk, folder / "one.apkg"), folder / "anki") | {
            "today_here": desk.pen.day(NOW),
            "due": {id_: desk.collection.standing(id_).memory.due for id_ in desk.collection.ids()},
        }


def _card(there: dict[str, Any], id_: str, number: int = 0) -> dict[str, Any]:
    card: dict[str, Any] = there["notes"][f"quizapp:{id_}"]["cards"][number]
    return card


def test_every_note_is_new_and_the_collection_sound(there: dict[str, Any]) -> None:
    assert there["new"] == 12
    assert there["is_sound"] == ["Database rebuilt and optimized.", True]
    types = {guid.rpartition("/")[2]: note["type"] for guid, note in there["notes"].items()}
    assert [types[id_] for id_ in ("keeps", "rf", "taps", "weights")] == [
        "quizapp Basic",
        "quizapp Reverse",
        "quizapp Cloze",
        "quizapp Typed",
    ]
    assert there["decks"] == ["Default", "vision", "vision::nets"]
    assert there["media"] == ["图.png"]


def test_each_note_makes_the_cards_that_it_has_here(there: dict[str, Any]) -> None:
    counts = {guid.rpartition("/")[2]: len(note["cards"]) for guid, note in there["notes"].items()}
    assert counts.pop("rf") == 2
    assert set(counts.values()) == {1}


def test_tags_come_along(there: dict[str, Any]) -> None:
    assert there["notes"]["quizapp:nets/rf"]["tags"] == ["cnn", "geometry"]
    assert there["notes"]["quizapp:others/computed"]["tags"] == ["quizapp::variant"]


def test_sides_show_what_they_are_to_show(there: dict[str, Any]) -> None:
    taps = _card(there, "nets/taps")
    assert taps["front"].count('class="cloze"') == 2
    assert "<strong>" in _card(there, "nets/keeps")["front"]
    assert "\\(\\frac{{a}}{b}\\)" in _card(there, "nets/keeps")["back"]
    assert "\\[x^2\\]" in _card(there, "nets/keeps")["back"]
    assert "[[type:Answer]]" in _card(there, "nets/weights")["front"]
    assert "What a unit sees" in _card(there, "nets/rf", 1)["front"]
    assert "Receptive field" in _card(there, "nets/rf", 1)["back"]


def _day(there: dict[str, Any], card: dict[str, Any]) -> date:
    """When Anki shows a card again, as a day of the learner's."""
    today: date = there["today_here"]
    return today + timedelta(days=card["due"] - there["today"])


@pytest.mark.parametrize(
    ("id_", "number", "here", "queue"),
    [
        ("nets/keeps", 0, "nets/keeps", 2),
        ("nets/rf", 1, "nets/rf~reverse", 2),
        ("nets/weights", 0, "nets/weights", -1),
    ],
)
def test_a_card_is_due_on_its_day(there: dict[str, Any], id_: str, number: int, here: str, queue: int) -> None:
    card = _card(there, id_, number)
    assert (card["type"], card["queue"]) == (2, queue)
    assert _day(there, card) == there["due"][here]


def test_a_card_that_was_forgotten_is_learned_again_now(there: dict[str, Any]) -> None:
    card = _card(there, "nets/taps")
    assert (card["type"], card["queue"], card["lapses"]) == (3, 1, 1)
    assert card["due"] < NOW.timestamp()


def test_a_card_that_was_never_answered_is_new(there: dict[str, Any]) -> None:
    assert (_card(there, "nets/rf")["type"], _card(there, "others/choice")["queue"]) == (0, 0)


def test_interval_and_easiness_are_those_here(there: dict[str, Any]) -> None:
    card = _card(there, "nets/keeps")
    assert (card["ivl"], card["factor"], card["reps"]) == (16, 2600, 3)


def test_the_history_is_whole(there: dict[str, Any]) -> None:
    log = _card(there, "nets/keeps")["log"]
    assert [row[1:] for row in log] == [
        [3, 1, 0, 0, 2500, 0],
        [3, 6, 1, 2500, 2500, 1],
        [4, 16, 6, 2600, 2500, 1],
    ]
    assert log[0][0] == int((NOW - timedelta(days=9)).timestamp() * 1000)


def test_importing_again_makes_no_card_twice(tmp_path: Path) -> None:
    with home_with(tmp_path / "one", FILES) as desk:
        package = _written(desk, tmp_path / "one.apkg", Wanted("en", both=True, plain=True))
    first, second = _in_anki(package, tmp_path / "anki"), _in_anki(package, tmp_path / "anki")
    assert (first["new"], second["new"]) == (12, 0)
    assert list(second["notes"]) == list(first["notes"])


def test_what_anki_writes_of_it_brings_nothing_new_back(tmp_path: Path) -> None:
    with home_with(tmp_path / "one", {"vision/nets/nets.md": CARDS}) as desk:
        _learned_nets(desk)
        _in_anki(_written(desk, tmp_path / "one.apkg"), tmp_path / "anki")
        rows = {id_: desk.collection.history(id_) for id_ in desk.collection.ids()}
        found = read_package(tmp_path / "anki/again.apkg", 2**26)
        brought = bring(desk, found, Wish("anki", "again"), NOW + timedelta(hours=1))
        assert (brought.added, brought.differing, brought.answers, brought.suspended) == ([], [], 0, 0)
        assert {id_: desk.collection.history(id_) for id_ in desk.collection.ids()} == rows


def _learned_nets(desk: Desk) -> None:
    for days in (9, 8, 2):
        answer(desk, "nets/keeps", NOW - timedelta(days=days), Grade.GOOD)
    answer(desk, "nets/taps", NOW - timedelta(days=1), Grade.AGAIN)


def test_names_of_decks_are_those_here_and_clashes_are_settled_before(tmp_path: Path) -> None:
    text = "## {name}? {{#{name}}}\n\nYes.\n"
    files = {f"{deck}/{name}.md": text.format(name=name) for name, deck in _DECKS.items()}
    with home_with(tmp_path / "one", files) as desk:
        told = _in_anki(_written(desk, tmp_path / "one.apkg"), tmp_path / "anki")
    assert told["new"] == len(_DECKS)
    assert told["is_sound"] == ["Database rebuilt and optimized.", True]
    assert sorted(told["decks"]) == ["Default", "Maths", "Maths::alg", "bio"]


_DECKS = {"one": "Maths", "two": "maths", "three": "maths/alg", "four": "bio", "five": "default"}


def test_clozes_of_one_note_are_one_note_again(tmp_path: Path) -> None:
    text = "## A ==kernel== of 3 {{#{first}}}\n\n## A kernel of ==3== {{#{second}}}\n"
    names = {"first": f"anki-{_in_base32('G')}", "second": f"anki-{_in_base32('G-c2')}"}
    with home_with(tmp_path / "one", {"nets/nets.md": text.format(**names)}) as desk:
        answer(desk, f"nets/{names['second']}", NOW - timedelta(days=1), Grade.GOOD)
        told = _in_anki(_written(desk, tmp_path / "one.apkg"), tmp_path / "anki")
    (note,) = told["notes"].values()
    assert list(told["notes"]) == ["G"]
    assert [(card["type"], "[...]" in card["front"]) for card in note["cards"]] == [(0, True), (2, True)]


def _in_base32(guid: str) -> str:
    return b32encode(guid.encode()).decode().rstrip("=").lower()


@pytest.mark.parametrize("sources", [("anki", "anki-text"), ("anki-text", "anki")])
def test_a_package_and_a_text_of_the_same_notes_bring_each_card_once(tmp_path: Path, sources: tuple[str, str]) -> None:
    done = subprocess.run([PYTHON, EXPORTING, tmp_path], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = {
        "anki": read_package(tmp_path / "both.apkg", 2**26),
        "anki-text": read_anki_text(tmp_path / "both.txt", 2**26),
    }
    with home_with(tmp_path / "home", {}) as desk:
        first, second = (bring(desk, found[source], Wish(source, "both"), NOW) for source in sources)
        assert (len(first.added), second.added, second.there, second.differing) == (5, [], first.added, [])
        gaps = {card.face("en").title for id_ in first.added if (card := desk.collection.card(id_))}
        assert {"[…] and b and […]", "a and […] (hint) and […]"} <= gaps
