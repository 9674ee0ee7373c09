"""A link shows where it leads, an image what it shows."""

import pytest

from tests.render.showing import shown, styled


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[text](https://a.org)", "text (https://a.org)"),
        ('[text](https://a.org "Title")', 'text (https://a.org "Title")'),
        ("<https://a.org>", "https://a.org"),
        ("<me@a.org>", "me@a.org"),
        ("[https://a.org](https://a.org)", "https://a.org"),
        ("[](https://a.org)", "https://a.org"),
        ("[text][1]\n\n[1]: https://a.org", "text (https://a.org)"),
        ("[图](https://a.org/图)", "图 (https://a.org/图)"),
        ("[a](<b c>)", "a (b%20c)"),
        ("![a cat](cat.png)", "[image: a cat]"),
        ("![a *b* `c`](cat.png)", "[image: a b c]"),
        ('![cat](cat.png "Sleeping")', "[image: cat, Sleeping]"),
        ("![](cat.png)", "[image: cat.png]"),
        ("[![cat](cat.png)](https://a.org)", "[image: cat] (https://a.org)"),
    ],
)
def test_links_and_images_look_like_this(source: str, expected: str) -> None:
    assert shown(source) == expected


def test_words_and_address_of_a_link_have_its_style() -> None:
    assert styled("see [a **b**](c).", "link") == ["a ", "b", " (c)"]
    assert styled("![cat](c)", "image") == ["[image: cat]"]
