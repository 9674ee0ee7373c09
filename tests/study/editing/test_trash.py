"""What lies in the trash comes back to the byte, and to no other place than a card file of the learner's."""

from pathlib import Path

import pytest

from quizapp.errors import QuizappError
from quizapp.study.editing import trash
from quizapp.study.editing.taking_out import delete
from tests.study.editing.conftest import MINE, Learning

WHERE = '[{"file": "1.every.md", "path": "OWN/mine.md", "below": null}]'


def _there_and_back(learning: Learning, content: bytes, *ids: str) -> bytes:
    (learning.own / "mine.md").write_bytes(content)
    learning.read()
    delete(learning.desk, ids, learning.now)
    trash.put_back(learning.desk, _only(learning), learning.now)
    return (learning.own / "mine.md").read_bytes()


def _only(learning: Learning) -> str:
    (thrown,) = trash.in_trash(learning.desk)
    return thrown.name


@pytest.mark.parametrize(
    "content",
    [
        MINE.encode().replace(b"\n", b"\r\n"),
        MINE.encode().replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + MINE.encode(),
        MINE.encode().replace(b"\n1\n", b"\n\xc4\xe3\xba\xc3 \x07\n"),
        MINE.encode().replace(b"# Mine", b"# \xc4\xe3"),
    ],
    ids=["crlf", "cr", "mark", "bytes", "head"],
)
def test_a_card_comes_back_to_the_byte(learning: Learning, content: bytes) -> None:
    assert _there_and_back(learning, content, "mine/one") == content


@pytest.mark.parametrize("ids", [("mine/one", "mine/two"), ("mine/two", "mine/one")])
def test_neighbours_come_back_in_their_order(learning: Learning, ids: tuple[str, str]) -> None:
    assert _there_and_back(learning, MINE.encode(), *ids) == MINE.encode()


def test_the_latest_of_eleven_within_a_second_comes_first(learning: Learning) -> None:
    (learning.own / "mine.md").write_text("".join(f"## {n}? {{#c{n}}}\n\n{n}\n\n" for n in range(11)))
    learning.read()
    moment = learning.now
    for number in range(11):
        delete(learning.desk, [f"mine/c{number}"], moment)
    assert [thrown.titles[0] for thrown in trash.in_trash(learning.desk)] == [f"{n}?" for n in range(10, -1, -1)]


def test_a_card_comes_back_into_its_file_though_that_has_another_name_by_now(learning: Learning) -> None:
    content = f"---\ntopic: mine\n---\n\n{MINE}"
    (learning.own / "mine.md").write_text(content, encoding="utf-8")
    learning.read()
    delete(learning.desk, ["mine/one"], learning.now)
    (learning.own / "mine.md").rename(learning.own / "renamed.md")
    learning.read()
    trash.put_back(learning.desk, _only(learning), learning.now)
    assert learning.files == {"renamed.md": content.encode()}
    assert learning.faults == []
    assert learning.card("mine/one").topic == "mine"


@pytest.mark.parametrize(
    "said",
    [
        "{}",
        "[1]",
        "nothing",
        "[" * 100_000,
        '[{"file": "1.every.md"}]',
        WHERE.replace("null", "[]"),
        WHERE.replace('"OWN/mine.md"', "3"),
        WHERE.replace("OWN/mine.md", r"OWN/a\u0000b.md"),
        WHERE.replace("OWN/mine.md", "OWN/deck.toml"),
        WHERE.replace("OWN/mine.md", "OWN/.git/mine.md"),
        WHERE.replace("OWN/mine.md", "OWN/../mine.md"),
        WHERE.replace("OWN/mine.md", "OWN/link/mine.md"),
        WHERE.replace("OWN/mine.md", "BUNDLED/06-conv/mine.md"),
        WHERE.replace("1.every.md", "gone.md"),
        WHERE.replace("1.every.md", ".."),
    ],
)
def test_a_list_that_somebody_changed_leads_nowhere(learning: Learning, tmp_path: Path, said: str) -> None:
    (learning.own / "link").symlink_to(tmp_path)
    delete(learning.desk, ["mine/one"], learning.now)
    folder = learning.desk.places.trash / _only(learning)
    (folder / "where.json").write_text(said.replace("OWN", str(learning.own)).replace("BUNDLED", str(learning.bundled)))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    with pytest.raises(QuizappError):
        trash.put_back(learning.desk, folder.name, learning.now)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()} == before
