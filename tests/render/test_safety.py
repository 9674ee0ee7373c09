"""Nothing that a card holds can drive the terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Span, difference, fold, lay_out, plain_text, unicode_maths
from quizapp.visible import DRIVES_TERMINAL

CLIPBOARD = "\x1b]52;c;aGk=\x07"
HOSTILE = ["\x1b[2J", CLIPBOARD, "\u202eoverride", "\x9b31m", "\u2066", "\x7f", "\r", "\x00", "\u2028"]
PLACES = [
    "{}",
    "# {}",
    "`{}`",
    "```\n{}\n```",
    "```{}\nx\n```",
    "```python {}\nx\n```",
    "    {}",
    "[a](<{}>)",
    "[a](b '{}')",
    "[{}](b)",
    "![{}](b)",
    "![](<{}>)",
    "![a](b '{}')",
    "<https://a.org/{}>",
    "${}$",
    "$\\text{{{}}}$",
    "$$\n\\foo{}\n$$",
    "=={}==",
    "| a |\n|-|\n| {} |",
    "- [x] {}",
    "> {}",
    "[{}]: x",
    "---\n{}\n---",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_control_characters_become_visible_wherever_they_stand(place: str, hostile: str) -> None:
    for source in (place.format(f"a{hostile}b"), place.format("".join(f"&#{ord(mark)};" for mark in hostile))):
        assert _is_safe(plain_text(lay_out(source, 40)))


@pytest.mark.parametrize("address", ["%1b]52;c;aGk=%07", "%E2%80%AE", "%C2%9B31m", "%0A", "%0D"])
def test_an_address_is_not_decoded_into_control_characters(address: str) -> None:
    screen = plain_text(lay_out(f"[a](https://a.org/{address}) ![](https://a.org/{address})", 80))
    assert _is_safe(screen)
    assert len(screen.split("\n")) == 1


@settings(deadline=None)
@given(st.text())
def test_every_way_in_is_guarded(text: str) -> None:
    ways = [lay_out(text, 40), fold((Span(text),), 40), difference(text, text[1:] + "x")]
    assert all(_is_safe(plain_text(lines)) for lines in ways)
    assert _is_safe(unicode_maths(text))


def _is_safe(text: str) -> bool:
    return not DRIVES_TERMINAL.search(text) and not any("\ud800" <= mark <= "\udfff" for mark in text)
