"""`C:` with `[deletions]`: each is a card, with one gap."""

from pathlib import Path

import pytest

from quizapp.exchange.hashcards.reading import read
from quizapp.exchange.notes import Found, Loss
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str) -> Found:
    found = read(written(folder, text), LIMIT)
    assert_cards(found)
    return found


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("Foo [bar] baz [quux].", ["Foo ==bar== baz quux.", "Foo bar baz ==quux==."]),
        ("\nBetter is the sight.\n\n— [Eccl] [6]:[9]\n", None),
        ("Foo [bar] ![](image.jpg) x", ["Foo ==bar== ![](image.jpg) x"]),
        ("The notation [$n!$] means.", ["The notation ==$n!$== means."]),
        ("Key: [`\\[`]", ["Key: ==`[`=="]),
        ("\\[markdown\\] [`\\[cloze\\]`]", ["[markdown] ==`[cloze]`=="]),
        ("[$\\frac{a}{b}$] and $\\alpha$", ["==$\\frac{a}{b}$== and $\\alpha$"]),
        ("$x \\in \\[0, 1\\]$ is [closed]", ["$x \\in [0, 1]$ is ==closed=="]),
        ("a [ b ] c", ["a  ==b==  c"]),
        ("x=[y]=z", ["x&#61;==y==&#61;z"]),
        ("[=y=]", ["==&#61;y&#61;=="]),
        ("==a== [b] ==c", ["\\==a\\== ==b== \\==c"]),
        ("a ==b[c]d", ["a \\==b==c==d"]),
        ("[a\nb]", ["==a\nb=="]),
        ("[link](page)", ["==link==(page)"]),
        ("甲[乙]丙", ["甲==乙==丙"]),
        ("$\\{{x}}$ [y]", ["$\\{{x}}$ ==y=="]),
    ],
)
def test_each_deletion_is_a_gap(text: str, prompts: list[str] | None, tmp_path: Path) -> None:
    (tmp_path / "image.jpg").write_bytes(b"")
    found = _read(tmp_path, f"C: {text}")
    got = [note.draft.prompt.replace("media/", "") for note in found.notes]
    assert got == (prompts or [f"Better is the sight.\n\n— {rest}" for rest in _ECCLESIASTES])
    assert not found.told


_ECCLESIASTES = ["==Eccl== 6:9", "Eccl ==6==:9", "Eccl 6:==9=="]


def test_siblings_have_ids_of_their_own(tmp_path: Path) -> None:
    found = _read(tmp_path, "C: [Paris] lies in [France].\n\nC: Paris [lies] in France.\n")
    ids = [note.draft.id.rpartition("-")[0] for note in found.notes]
    assert ids == [f"paris-lies-in-france-{hidden}" for hidden in ("paris", "france", "lies")]


def test_cards_follow_one_another_without_an_empty_line(tmp_path: Path) -> None:
    found = _read(tmp_path, "C: [foo]\nC: [bar]\nQ: a\nA: b\nC: [x]\n---\nC: [y]")
    assert [note.draft.kind for note in found.notes] == ["cloze", "cloze", "basic", "cloze", "cloze"]
    assert not found.told


@pytest.mark.parametrize("text", ["none", "a [b [c] d]", "a [b", "a ] b"])
def test_a_cloze_that_is_none_is_told(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, f"C: {text}\n\nC: [x]")
    assert [note.draft.prompt for note in found.notes] == ["==x=="]
    assert [(told.place, told.loss) for told in found.told] == [("deck.md:1", Loss.NOTE)]


@pytest.mark.parametrize("text", ["`a[0]`", "$a[0]$", "[a\n\nb]", "[`a] b`"])
def test_a_deletion_that_is_no_gap_is_told(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, f"C: {text}\n\nC: [x]")
    assert [note.draft.prompt for note in found.notes] == ["==x=="]
    assert [told.loss for told in found.told] == [Loss.NOTE]
