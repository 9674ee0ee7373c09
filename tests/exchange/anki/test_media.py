"""The images that notes show."""

import json
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.anki import read_package
from tests.exchange.anki.building import BASIC, Building, compressed, message, zipped
from tests.exchange.anki.reading import LIMIT, found, told_of

_PLACE = "note 1700000000001 (front)"


def _showing(html: str, **media: bytes) -> Building:
    building = Building(media=media)
    building.note(BASIC, "front", html)
    return building


def test_only_images_that_a_note_shows_are_brought_along(tmp_path: Path) -> None:
    building = _showing('<img src="a.png">')
    building.media = {"a.png": b"a", "b.png": b"b"}
    result = found(building, tmp_path)
    assert {name: read() for name, read in result.media.items()} == {"a.png": b"a"}


@pytest.mark.parametrize(
    ("source", "name", "markdown"),
    [
        ("a b.png", "a b.png", "![a b.png](media/a%20b.png)"),
        ("a%20b.png", "a b.png", "![a b.png](media/a%20b.png)"),
        ("猫(1).jpg", "猫(1).jpg", "![猫(1).jpg](media/猫%281%29.jpg)"),
        ("a_[1]*.png", "a_[1]_.png", "![a\\_\\[1\\]\\_.png](media/a_%5B1%5D_.png)"),
        ("&lt;x&gt;.svg", "_x_.svg", "![\\_x\\_.svg](media/_x_.svg)"),
    ],
)
def test_names_are_quoted_as_markdown_needs_it(source: str, name: str, markdown: str, tmp_path: Path) -> None:
    building = _showing(f'<img src="{source}">')
    building.media = {source.replace("&lt;", "<").replace("&gt;", ">").replace("%20", " "): b"image"}
    result = found(building, tmp_path)
    assert (result.notes[0].draft.answer, result.notes[0].media) == (markdown, (name,))
    assert result.media[name]() == b"image"
    assert not result.told


@pytest.mark.parametrize("source", ["../../x.png", "/etc/x.png", "c:\\x.png", ".x.png"])
def test_a_name_with_a_path_loses_it(source: str, tmp_path: Path) -> None:
    building = _showing(f'<img src="{source}">')
    building.media = {source: b"image"}
    result = found(building, tmp_path)
    assert [name.strip("._") for name in result.media] == ["x.png"] or not result.media
    assert all("/" not in name and "\\" not in name and not name.startswith(".") for name in result.media)


def test_a_missing_image_is_told(tmp_path: Path) -> None:
    result = found(_showing('back <img src="none.png">'), tmp_path)
    assert told_of(result) == [f"{_PLACE}: the image none.png is not in the package (part)"]
    assert result.notes[0].media == ()


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("[sound:word.mp3]", "the sound word.mp3 is left out"),
        ('<img src="page.pdf">', "page.pdf is no image that can be shown"),
        ('<img src="https://a.b/c.png">', "an image stays on the web: https://a.b/c.png"),
        ('<img src="data:image/png;base64,AAAA">', "an image without a file is left out: data:image/png;base64,AAAA"),
        ("<video src=a.mp4></video>", "<video> is left out"),
    ],
)
def test_what_is_no_image_of_the_package_is_told(html: str, told: str, tmp_path: Path) -> None:
    result = found(_showing(f"back {html}"), tmp_path)
    assert told_of(result) == [f"{_PLACE}: {told} (part)"]
    assert not result.media


def test_images_that_are_too_large_together_are_refused(tmp_path: Path) -> None:
    building = _showing('<img src="a.png"><img src="b.png">')
    building.media = {"a.png": b"a" * 150_000, "b.png": b"b" * 150_000}
    for path in (building.latest(tmp_path / "new.apkg"), building.oldest(tmp_path / "old.apkg")):
        with pytest.raises(UsageError, match=r"images of .* are more than 250,000 bytes"):
            read_package(path, 250_000)


def test_an_image_larger_than_it_says_is_refused_when_it_is_read(tmp_path: Path) -> None:
    building = _showing('<img src="a.png">')
    members = {
        "meta": b"\x08\x03",
        "collection.anki21b": compressed(building.new()),
        "media": compressed(message((1, message((1, "a.png"), (2, 1))))),
        "0": compressed(b"\0" * 1_000_000),
    }
    result = read_package(zipped(tmp_path / "deck.apkg", members), 200_000)
    with pytest.raises(UsageError, match="unpacks to more than"):
        result.media["a.png"]()


@pytest.mark.parametrize("names", [b"[]", b"{", b"[" * 100_000, b"\xff"])
def test_a_damaged_list_of_media_is_refused(names: bytes, tmp_path: Path) -> None:
    path = zipped(tmp_path / "deck.apkg", {"collection.anki2": _showing("back").old(), "media": names})
    with pytest.raises(UsageError, match="list of media"):
        read_package(path, LIMIT)


def test_a_list_that_names_what_is_not_there_is_read(tmp_path: Path) -> None:
    members = {"collection.anki2": _showing('x<img src="a.png">').old(), "media": json.dumps({"7": "a.png"}).encode()}
    assert read_package(zipped(tmp_path / "deck.apkg", members), LIMIT).media == {}


def test_a_name_that_was_quoted_already_is_found(tmp_path: Path) -> None:
    building = _showing('<img src="a%20b.png">')
    building.media = {"a%20b.png": b"image"}
    result = found(building, tmp_path)
    assert (list(result.media), result.told) == (["a b.png"], ())
