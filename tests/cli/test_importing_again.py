"""`quizapp import` a second time: what is told of cards that differ, were thrown away, or are taken out."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run
from tests.exchange.anki.building import BASIC, Building

HEAD = "front,back\n"


def _table(folder: Path, *rows: str) -> str:
    path = folder / "table.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(path)


def _change(own: Home, old: str, new: str) -> None:
    file = own.path / "cards/table/table.md"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_cards_that_differ_are_named_by_whose_text_changed(own: Home, run: Run, tmp_path: Path) -> None:
    run("import", _table(tmp_path, "one?,1", "two?,2", "three?,3", "four?,4"))
    _change(own, "\n1\n", "\nmine\n")
    _change(own, "\n3\n", "\nmine\n")
    told = run("import", _table(tmp_path, "one?,1", "two?,zwei", "three?,drei", "four?,4")).stdout
    assert told.splitlines()[1:] == [
        "added: 0 cards",
        "here already: 4 cards",
        "changed here since they came, and left as they are:",
        "  home/cards/table/table.md:6: one?",
        "changed in the file alone, and left as they are (--update takes the file's text):",
        "  home/cards/table/table.md:10: two?",
        "changed here and in the file, and left as they are here:",
        "  home/cards/table/table.md:14: three?",
    ]


def test_ten_cards_are_named_unless_all_are_asked_for(own: Home, run: Run, tmp_path: Path) -> None:
    run("import", _table(tmp_path, *(f"card {number}?,a" for number in range(12))))
    file = _table(tmp_path, *(f"card {number}?,b" for number in range(12)))
    assert run("import", file).stdout.splitlines()[-1] == "  … and 2 more: --all tells them"
    assert run("import", file, "--all").stdout.splitlines()[-1].endswith("card 11?")
    updated = json.loads(run("import", file, "--update", "--json").stdout)
    assert (len(updated["updated"]), updated["differing"]) == (12, [])
    assert run("check").exit_code == 0


def test_a_difference_is_told_to_programs_as_well(own: Home, run: Run, tmp_path: Path) -> None:
    run("import", _table(tmp_path, "one?,1"))
    told = json.loads(run("import", _table(tmp_path, "one?,2"), "--json").stdout)
    (one,) = told["differences"]
    assert (one["card"], one["changed"], one["line"], one["place"]) == (told["there"][0], "there", 6, "table.csv:2")
    assert one["file"].endswith("cards/table/table.md")


def test_what_was_thrown_away_is_counted_and_comes_again_where_that_is_asked(
    own: Home, run: Run, tmp_path: Path
) -> None:
    file = _table(tmp_path, "one?,1", "two?,2")
    (first, _second) = json.loads(run("import", file, "--json").stdout)["added"]
    assert run("delete", first).exit_code == 0
    again = run("import", file)
    assert "thrown away here: 1 card, left so\n" in again.stdout
    assert "`--again` brings along again what was thrown away here" in again.stderr
    assert json.loads(run("import", file, "--again", "--json").stdout)["added"] == [first]


def test_taking_out_names_what_was_changed_here_before_it_asks(own: Home, run: Run, tmp_path: Path) -> None:
    file = _table(tmp_path, "one?,1", "two?,2")
    run("import", file)
    _change(own, "\n1\n", "\nmine\n")
    would = run("import", file, "--remove", "--dry-run")
    assert would.stdout.startswith("1 of them was changed here:\n  home/cards/table/table.md:6: one?\n")
    assert run("import", file, "--remove", "--yes").exit_code == 0
    assert list((own.path / "cards").iterdir()) == []


def test_taking_out_is_told_to_programs(own: Home, run: Run, tmp_path: Path) -> None:
    file = _table(tmp_path, "one?,1", "two?,2")
    added = json.loads(run("import", file, "--json").stdout)["added"]
    would = json.loads(run("import", file, "--remove", "--dry-run", "--json").stdout)
    assert (would["removed"], would["gone"], would["dry_run"]) == (added, [], True)
    done = json.loads(run("import", file, "--remove", "--yes", "--json").stdout)
    assert (done["removed"], done["changed"], done["pictures"]) == (added, [], [])
    assert [Path(path).name for path in done["gone"]] == ["table.md", "table"]
    nothing = json.loads(run("import", file, "--remove", "--yes", "--json").stdout)
    assert (nothing["removed"], nothing["gone"]) == ([], [])


@pytest.mark.parametrize("options", [[], ["--remove"], ["--json"]])
def test_a_dry_run_of_somebody_who_has_nothing_yet_leaves_nothing(
    own: Home, run: Run, tmp_path: Path, options: list[str]
) -> None:
    file = _table(tmp_path, "one?,1")
    before = sorted(own.path.rglob("*"))
    assert run("import", file, "--dry-run", *options).exit_code == 0
    assert sorted(own.path.rglob("*")) == before


def test_cards_that_one_had_and_that_a_strangers_file_schedules_are_named(own: Home, run: Run, tmp_path: Path) -> None:
    own.write("## My question\n\nMy answer.\n", name="mine.md")
    building = Building()
    (card,) = building.note(BASIC, "Another", "text", guid="quizapp:mine/my-question")
    building.schedule(card, type=2, queue=-1, due=400, ivl=300, factor=2500)
    file = str(building.latest(tmp_path / "strangers.apkg"))
    would = run("import", file, "--dry-run").stdout
    assert "what the file says of them:\n  mine/my-question\n" in would
    assert json.loads(run("import", file, "--json").stdout)["learned"] == ["mine/my-question"]
    assert json.loads(run("import", file, "--json").stdout)["learned"] == []
