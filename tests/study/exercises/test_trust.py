"""Whose code may run: the bundled decks', and that of folders the learner said yes to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.cards.faces import BasicFace
from quizapp.cards.models import Card, Place
from quizapp.paths import Places, bundled_cards
from quizapp.study.exercises.trust import trust, untrusted
from quizapp.study.opening import Desk, open_desk
from tests.conftest import NOW


@pytest.fixture
def desk(where: Places) -> Iterator[Desk]:
    with open_desk(where, NOW) as opened:
        yield opened


def card(*files: Path) -> Card:
    face = BasicFace(prompt="p", title="p", answer="a")
    languages = ("en", "zh")[: len(files)]
    places = {language: Place(file=str(file), line=1) for language, file in zip(languages, files, strict=True)}
    return Card(id="t/c", topic="t", deck="d", position=0, faces=dict.fromkeys(languages, face), places=places)


def asked(desk: Desk, *files: Path) -> tuple[Path, ...]:
    return untrusted(card(*files), desk.settings, desk.places)


def test_bundled_decks_are_not_asked_about(desk: Desk) -> None:
    assert asked(desk, bundled_cards() / "06-convolution" / "conv-1x1.en.md") == ()


def test_a_path_that_only_seems_bundled_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    assert asked(desk, bundled_cards() / ".." / "elsewhere" / "a.md")
    beside = bundled_cards().with_name(bundled_cards().name + "-more")
    assert asked(desk, beside / "a.md") == (beside,)


def test_a_folder_is_asked_about_once_and_the_answer_is_kept(desk: Desk, tmp_path: Path, where: Places) -> None:
    file = tmp_path / "deck" / "a.md"
    trust(asked(desk, file), desk)
    assert asked(desk, file) == ()
    desk.close()
    with open_desk(where, NOW) as again:
        assert asked(again, file) == ()


def test_other_folders_are_asked_about_on_their_own(desk: Desk, tmp_path: Path) -> None:
    trust((tmp_path / "deck",), desk)
    assert asked(desk, tmp_path / "deck" / "below" / "a.md") == (tmp_path / "deck" / "below",)
    assert asked(desk, tmp_path / "a.md") == (tmp_path,)
    trust((tmp_path,), desk)
    assert asked(desk, tmp_path / "deck" / "a.md") == ()


def test_every_folder_of_a_card_counts(desk: Desk, tmp_path: Path) -> None:
    trust((tmp_path / "one",), desk)
    assert asked(desk, tmp_path / "one" / "a.en.md", tmp_path / "two" / "a.zh.md") == (tmp_path / "two",)


def test_a_link_into_a_trusted_folder_is_followed_to_where_it_leads(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "hostile").mkdir()
    (tmp_path / "trusted").mkdir()
    (tmp_path / "hostile" / "a.md").write_text("", encoding="utf-8")
    (tmp_path / "trusted" / "a.md").symlink_to(tmp_path / "hostile" / "a.md")
    trust((tmp_path / "trusted",), desk)
    assert asked(desk, tmp_path / "trusted" / "a.md") == (tmp_path / "hostile",)
