"""Every card that a package gives can be written into a file, and is read from there as what it was."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from tests.exchange.anki.building import BASIC, CLOZE, REVERSED, TYPING, Building
from tests.exchange.anki.reading import found
from tests.exchange.drafts import face_of

_TRAPS = [
    "plain",
    "# no heading",
    "## no card",
    "a {#id}",
    "a {.reverse}",
    "- [ ] no option",
    "- a<br>- b",
    "1. a",
    "---",
    "a == b ==c== d",
    "*a* _b_ `c` $d$ [e](f)",
    "&lt;b&gt; vector&lt;int&gt;",
    r"\(\frac{a}{\sqrt{b} }\)",
    r"\[x\]",
    "<pre>```\n---\n## a\n```</pre>",
    "<pre>a\n\nb</pre>",
    "<ul><li>[x] a</li><li>[ ] b</li></ul>",
    "<ol><li>a<pre>b</pre></li></ol>",
    "<table><tr><td>a|b</td></tr></table>",
    '<img src="a.png">',
    "<h1>title</h1><p>text</p>",
    "<blockquote>a</blockquote>b",
    "a<br><br>b<hr>c",
    "一：二，三。",
    "a\tb",
    "a | b",
    "{{x}}",
    "<b>a:</b>b",
    "<code>a</code>",
    "\\",
    "!",
    "http://a.b/c",
    "&amp;amp; &nbsp; &lt;",
]


def _drafts(folder: Path, building: Building) -> list[Draft]:
    return [note.draft for note in found(building, folder).notes]


@pytest.mark.parametrize("html", _TRAPS)
def test_a_basic_card(html: str, tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, html, html)
    (draft,) = _drafts(tmp_path, building)
    assert face_of(draft).kind == "basic"


@pytest.mark.parametrize("html", _TRAPS)
def test_a_reverse_card(html: str, tmp_path: Path) -> None:
    building = Building()
    building.note(REVERSED, html, "other", cards=(0, 1))
    for draft in _drafts(tmp_path, building):
        face_of(draft)


@pytest.mark.parametrize("html", [trap for trap in _TRAPS if "<img" not in trap])
def test_a_typed_card(html: str, tmp_path: Path) -> None:
    building = Building()
    building.note(TYPING, "front", html)
    for draft in _drafts(tmp_path, building):
        face = face_of(draft)
        assert face.kind != "typed" or len(face.accepted) == 1


@pytest.mark.parametrize("html", _TRAPS)
def test_a_cloze_card(html: str, tmp_path: Path) -> None:
    building = Building()
    building.note(CLOZE, f"{html} {{{{c1::gap::hint}}}}", html)
    building.note(CLOZE, f"a {{{{c1::{html}}}}}", html)
    for draft in _drafts(tmp_path, building):
        face_of(draft)
