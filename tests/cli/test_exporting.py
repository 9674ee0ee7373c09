"""`quizapp export`: cards for other programs, and the same cards back from their files."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.cli import exporting
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.notes import Note
from quizapp.exchange.outgoing import writing
from quizapp.exchange.outgoing.exporting import Wanted, exported
from quizapp.paths import places
from quizapp.study.opening import open_desk
from tests.cli.conftest import Forked, Home, Run
from tests.exchange.exported import CARDS, MOMENT, OTHERS

FORMATS = ("apkg", "anki-text", "csv", "hashcards", "obsidian")
IMPORTERS = {"apkg": "anki"}
CARRIED = {
    "apkg": ("basic", "reverse", "cloze", "typed"),
    "anki-text": ("basic", "reverse", "cloze", "typed"),
    "csv": ("basic", "reverse", "cloze", "typed", "choice", "order", "points", "check", "exercise"),
    "hashcards": ("basic", "reverse", "cloze"),
    "obsidian": ("basic", "reverse", "cloze"),
}
SIMPLE = """\
## What does **pooling** do? {#pool}

It keeps the `largest` of $x_{i}$ :: and == no more.

## Receptive field {#rf .reverse}

What a unit sees

## A kernel of ==$\\frac{1}{x^{2}}$== taps. {#taps}

## How many weights? {#weights .typed}

27
"""
ENDINGS = {"apkg": "apkg", "anki-text": "txt", "csv": "csv"}


@pytest.fixture
def kinds(own: Home) -> Home:
    """A home with cards of all kinds in two decks."""
    own.write(CARDS, "nets.md", "vision/nets")
    own.write(OTHERS, "others.md", "06-others")
    return own


def _notes(home: Path) -> list[Note]:
    with open_desk(places({"QUIZAPP_HOME": str(home)}), MOMENT) as desk:
        desk.read_cards(MOMENT)
        ids = [one.id for one in desk.collection.listed()]
        return list(exported(desk, ids, Wanted("en"), MOMENT).notes)


Elsewhere = Callable[[Path, str], Path]


@pytest.fixture
def elsewhere(forked: Forked, tmp_path: Path) -> Elsewhere:
    """Imports a file into an empty home, which it gives."""

    def bring(file: Path, format_: str) -> Path:
        home = tmp_path / "elsewhere"
        home.mkdir()
        (home / "config.toml").write_text("bundled = false\n", encoding="utf-8")
        done = forked("import", str(file), "--format", IMPORTERS.get(format_, format_), home=home)
        assert done.status == 0, done.stderr
        return home

    return bring


@pytest.mark.parametrize("format_", ["apkg", "csv"])
def test_what_has_ids_comes_back_under_them(
    format_: str, kinds: Home, run: Run, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    file = tmp_path / f"cards.{ENDINGS[format_]}"
    assert run("export", format_, "deck:vision", "-o", str(file)).exit_code == 0
    before, after = _notes(kinds.path), _notes(elsewhere(file, format_))
    assert [note.draft.id for note in after] == [note.draft.id for note in before if note.deck[0] == "vision"]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_cards_come_back(format_: str, own: Home, run: Run, elsewhere: Elsewhere, tmp_path: Path) -> None:
    own.write(SIMPLE, "simple.md", "vision")
    own.write(OTHERS, "others.md", "06-others")
    target = str(tmp_path / f"cards.{ENDINGS[format_]}") if format_ in ENDINGS else f"{tmp_path}/out/"
    assert run("export", format_, "-o", target).exit_code == 0
    before, after = _notes(own.path), _notes(elsewhere(Path(target), format_))
    wanted = [note for note in before if note.draft.kind in CARRIED[format_] and note.draft.id != "several"]
    assert {note.draft.kind for note in wanted} == set(CARRIED[format_])
    for note in wanted:
        assert any(same_card(note.draft, other.draft) and note.deck == other.deck for other in after), note.draft


def test_rich_cards_come_back_as_a_table(kinds: Home, run: Run, elsewhere: Elsewhere, tmp_path: Path) -> None:
    run("export", "csv", "-o", str(tmp_path / "cards.csv"))
    before, after = _notes(kinds.path), _notes(elsewhere(tmp_path / "cards.csv", "csv"))
    assert [(note.draft, note.deck) for note in after] == [(note.draft, note.deck) for note in before]


@pytest.mark.parametrize("format_", ["apkg", "anki-text", "csv"])
def test_its_own_library_takes_nothing_from_what_it_wrote(format_: str, kinds: Home, run: Run, tmp_path: Path) -> None:
    file = tmp_path / f"cards.{ENDINGS[format_]}"
    run("export", format_, "-o", str(file))
    brought = json.loads(run("import", str(file), "--format", IMPORTERS.get(format_, format_), "--json").stdout)
    assert (brought["added"], brought["answers"]) == ([], 0)
    assert len(brought["there"]) >= 4


def test_the_formats_of_the_command_line_are_those_that_are_written() -> None:
    assert tuple(format_.name for format_ in writing.FORMATS) == exporting.FORMATS


def test_a_table_goes_to_stdout_and_nothing_else_does(kinds: Home, run: Run) -> None:
    done = run("export", "csv", "kind:typed", "-tag:cnn")
    assert done.stdout.splitlines()[0] == "deck,id,kind,prompt,answer,tags"
    assert done.stdout.splitlines()[1].startswith("06-others,quizapp:others/several,typed,")
    assert done.stderr == "1 card\n"


def test_a_package_goes_through_a_pipe(kinds: Home, run: Run, tmp_path: Path) -> None:
    done = run("export", "apkg", "--deck", "06", "--lang", "en")
    (tmp_path / "piped.apkg").write_bytes(done.stdout_bytes)
    with ZipFile(tmp_path / "piped.apkg") as package:
        assert package.namelist() == ["collection.anki2", "media"]


def test_a_deck_is_that_with_all_in_it(kinds: Home, run: Run) -> None:
    report = json.loads(run("export", "csv", "--deck", "nets", "-o", "x.csv", "--json").stdout)
    assert report["decks"] == {"vision/nets": 5}
    assert report["files"] == ["x.csv"]


def test_a_minus_negates_a_word_though_an_option_has_its_letter(kinds: Home, run: Run) -> None:
    report = json.loads(run("export", "csv", "-topic:nets", "-o", "x.csv", "--json").stdout)
    assert {id_.partition("/")[0] for id_ in report["cards"]} == {"others"}


def test_what_is_left_out_is_told(kinds: Home, run: Run) -> None:
    done = run("export", "hashcards", "topic:others")
    assert done.exit_code == 2
    assert "none of the cards can be written as hashcards" in done.stderr
    told = run("export", "anki-text").stderr
    assert "left out:" in told
    assert "others/order (In which order?): Anki brings no note type along for order" in told


def test_answers_that_a_format_has_no_place_for_are_told_and_are_not_counted_as_written(kinds: Home, run: Run) -> None:
    run("review", "nets", "--plain", typed="\n3\nq\n")
    done = run("export", "csv")
    assert "csv: 1 answer stays behind" in done.stderr
    assert "csv: 1 schedule stays behind" in done.stderr
    assert done.stderr.endswith("\n11 cards\n")
    report = json.loads(run("export", "csv", "-o", "x.csv", "--json").stdout)
    assert (report["answers"], report["schedules"], report["suspended"]) == (0, 0, 0)
    assert run("export", "csv", "--no-history").stderr == "11 cards\n"
    assert run("export", "apkg").stderr.endswith("11 cards, 1 answer\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("csv", "nothing-like-this"), "no card is found"),
        (("csv", "--deck", "nowhere"), "there is no deck `nowhere`"),
        (("csv", "--json"), "cannot both go to stdout"),
        (("pdf",), "'pdf' is not one of"),
        (("csv", "is:odd"), "no card can be `is:odd`"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(words: tuple[str, ...], message: str, kinds: Home, run: Run) -> None:
    done = run("export", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


def _schedules(home: Path) -> dict[str, tuple[object, ...]]:
    """Due date, interval and easiness of the cards that were answered, by their prompts."""
    with open_desk(places({"QUIZAPP_HOME": str(home)}), MOMENT) as desk:
        desk.read_cards(MOMENT)
        notes = exported(desk, desk.collection.ids(), Wanted("en"), MOMENT).notes
    pasts = [
        (note.draft.prompt + side, past)
        for note in notes
        for side, past in zip("><", (note.past, note.backwards), strict=True)
    ]
    return {
        prompt: (past.memory.due, past.memory.interval, past.memory.easiness) for prompt, past in pasts if past.memory
    }


@pytest.mark.parametrize("hour", ["02", "09", "23"])
def test_schedules_go_to_obsidian_and_come_back(
    hour: str, own: Home, run: Run, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    own.write(SIMPLE, "simple.md", "vision")
    run("review", "vision", "--plain", typed="\n3\n" * 6, now=f"2026-11-20T{hour}:00:00+00:00")
    run("review", "vision", "--plain", typed="\n4\n" * 3, now=f"2026-11-21T{hour}:30:00+00:00")
    before = _schedules(own.path)
    assert {interval for _due, interval, _easiness in before.values()} >= {1, 6}
    done = run("export", "obsidian", "-o", f"{tmp_path}/out/")
    assert "lost in part:\n  obsidian: 6 answers stay behind" in done.stderr
    assert done.stderr.endswith("3 cards, 3 schedules\n")
    carried = {prompt: one for prompt, one in before.items() if not prompt.startswith("How many weights?")}
    assert _schedules(elsewhere(tmp_path / "out", "obsidian")) == carried
    assert run("import", f"{tmp_path}/out/", "--format", "obsidian").exit_code == 0
    assert _schedules(own.path) == before


@pytest.mark.parametrize("hour", ["02", "09", "23"])
def test_schedules_that_come_home_from_obsidian_change_none(hour: str, own: Home, run: Run, tmp_path: Path) -> None:
    own.write("## Is it pooled?\n\nIt is.\n\n## Is it forgotten?\n\nIt was.\n", "pools.md", "pools")
    for day, grades in (("19", "33"), ("20", "34"), ("21", "41"), ("21", "3")):
        typed = "".join(f"\n{grade}\n" for grade in grades)
        run("review", "pools", "--plain", typed=typed, now=f"2026-11-{day}T{hour}:00:00+00:00")
    before = _schedules(own.path)
    run("export", "obsidian", "-o", f"{tmp_path}/out/")
    brought = json.loads(run("import", f"{tmp_path}/out/", "--format", "obsidian", "--json").stdout)
    assert (brought["added"], len(brought["there"])) == ([], 2)
    assert _schedules(own.path) == before
