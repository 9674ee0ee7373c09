"""Elements of a page."""

from bs4 import BeautifulSoup

from quizapp.exchange.reports.elements import element, prose, text

EVIL = "\"'><b onclick=x>&amp;</b>"


def test_texts_and_attributes_are_nothing_else() -> None:
    found = BeautifulSoup(text("p", EVIL, title=EVIL, aria_label="a", class_="c", id=None), "html.parser")
    (tag,) = found.find_all()
    assert (tag.get_text(), tag.attrs) == (EVIL, {"title": EVIL, "aria-label": "a", "class": ["c"]})


def test_what_is_written_already_stays() -> None:
    assert element("p", text("b", "<"), "x") == "<p><b>&lt;</b>x</p>"


def test_days_in_prose_are_marked() -> None:
    assert prose("dd", "<2026-01-15>, 12026-01-15", id="x") == (
        '<dd id="x">&lt;<time>2026-01-15</time>&gt;, 12026-01-15</dd>'
    )
