"""Code that came with an export does not run unasked, wherever it was put."""

from pathlib import Path

from quizapp.study.exercises.trust import trust, untrusted
from quizapp.study.opening import Desk
from tests.exchange.archive.homes import FILES, brought, exported, home


def _asks(desk: Desk) -> bool:
    card = desk.collection.card("others/code")
    assert card
    return bool(untrusted(card, desk.settings, desk.places))


def test_an_exercise_that_came_asks_first(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        trust((one.places.cards / "06-others",), one)
        brought(other, exported(one), tmp_path)
        assert not _asks(one)
        assert _asks(other)


def test_a_folder_that_was_trusted_asks_again(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        folder, unchanged = other.places.cards / "06-others", other.places.cards / "elsewhere"
        trust((folder, unchanged), other)
        assert brought(other, exported(one), tmp_path).distrusted == (folder,)
        assert other.settings.trusted == (unchanged,)
        assert _asks(other)


def test_a_folder_into_which_nothing_came_stays_trusted(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", FILES) as other:
        trust((other.places.cards / "06-others",), other)
        assert brought(other, exported(one), tmp_path).distrusted == ()
        assert not _asks(other)
