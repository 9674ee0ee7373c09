"""Two imports at once: the later one says so in a plain line, and writes nothing."""

from functools import partial
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.incoming.bringing import Progress
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning


def _meanwhile(learning: Learning, file: Path, text: str) -> Progress:
    """Another program, which writes a file while this one looks at the notes."""

    def write(_done: int, _of: int) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    return write


@pytest.mark.parametrize("is_there", [False, True])
def test_what_another_wrote_meanwhile_is_told_and_nothing_is_written(learning: Learning, is_there: bool) -> None:
    if is_there:
        brought(learning, note("b?"))
    file = learning.own / "Languages/Spanish/spanish.md"
    with pytest.raises(UsageError, match="another import, or an editor, wrote to the same files") as refused:
        brought(learning, note("a?"), wish=WISH, progress=_meanwhile(learning, file, "## theirs\n\nYes.\n"))
    assert refused.value.hint
    assert file.read_text("utf-8") == "## theirs\n\nYes.\n"


def test_a_folder_that_cannot_be_written_is_another_matter(learning: Learning, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(error: OSError, *_: object) -> None:
        raise error

    monkeypatch.setattr(
        "quizapp.study.editing.pages.make_file", partial(fails, PermissionError(13, "Permission denied"))
    )
    with pytest.raises(Exception, match="Permission denied"):
        brought(learning, note("a?"))
