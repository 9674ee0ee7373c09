"""A card that moves to another folder takes the pictures along that it shows."""

from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import move
from tests.study.editing.conftest import Learning

CARD = """## Which? ![a net](media/a%20net.png) {#which}

![](../out.png) ![](https://x/y.png) ![](gone.png) ![](/etc/passwd)
"""


@pytest.fixture
def shown(learning: Learning) -> Learning:
    """A deck with a card that shows a picture, and tries to show others."""
    deck = learning.own / "pictured"
    (deck / "media").mkdir(parents=True)
    (deck / "media/a net.png").write_bytes(b"net")
    (learning.own / "out.png").write_bytes(b"out")
    (deck / "nets.md").write_text(CARD)
    learning.read()
    return learning


def _pictures(learning: Learning) -> dict[str, bytes]:
    return {name: content for name, content in learning.files.items() if name.endswith(".png")}


def test_a_picture_comes_along_and_stays_where_others_may_show_it(shown: Learning) -> None:
    before = shown.files
    written = move(shown.desk, ["nets/which"], Target("other", "numbers"), shown.now)
    assert _pictures(shown) == {"other/media/a net.png": b"net", "out.png": b"out", "pictured/media/a net.png": b"net"}
    written.undo(shown.desk, shown.now)
    assert shown.files == before


def test_another_picture_of_that_name_is_not_replaced(shown: Learning) -> None:
    (shown.own / "other/media").mkdir(parents=True)
    (shown.own / "other/media/a net.png").write_bytes(b"else")
    before = shown.files
    with pytest.raises(UsageError, match="is another picture"):
        move(shown.desk, ["nets/which"], Target("other", "numbers"), shown.now)
    assert shown.files == before


def test_a_link_does_not_lead_out_of_the_folder(shown: Learning, tmp_path: Path) -> None:
    picture = shown.own / "pictured/media/a net.png"
    picture.unlink()
    (tmp_path / "secret.png").write_bytes(b"secret")
    picture.symlink_to(tmp_path / "secret.png")
    move(shown.desk, ["nets/which"], Target("other", "numbers"), shown.now)
    assert "other/media/a net.png" not in shown.files
