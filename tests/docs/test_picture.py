"""The picture in the README is what the program shows."""

import re
from html import unescape

from docs.picture import PICTURE, drawn


def _text(svg: str) -> list[str]:
    return [unescape(text).replace("\xa0", " ").strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_the_picture_shows_the_program_as_it_is() -> None:
    fresh = _text(drawn())
    assert any("own stride" in text for text in fresh)
    assert _text(PICTURE.read_text(encoding="utf-8")) == fresh, "`make picture` draws it anew"


def test_the_picture_asks_nobody_for_anything() -> None:
    outside = re.findall(r"https?://[^\s\"')]+", PICTURE.read_text(encoding="utf-8"))
    assert outside == ["http://www.w3.org/2000/svg"]
    assert "@font-face" not in PICTURE.read_text(encoding="utf-8")
