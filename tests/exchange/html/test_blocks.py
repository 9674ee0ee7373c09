"""HTML's blocks as Markdown."""

import pytest

from quizapp.exchange.html.conversion import markdown_of
from tests.exchange.meaning import in_time, said, types


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        (" \n ", ""),
        ("a\n b\tc", "a b c"),
        ("a&nbsp;&nbsp; b", "a b"),
        ("a\vb\u2028c\x85d", "a b c d"),
        ("<pre>a\u2028b</pre>", "```\na\nb\n```"),
        ("a<br>b", "a\\\nb"),
        ("a<br/><br />b", "a\n\nb"),
        ("<br>a<br><br><br>b<br>", "a\n\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        ("<p>a<p>b", "a\n\nb"),
        ("<center>a</center><footer>b</footer>", "a\n\nb"),
        ("a<div></div>b", "a\\\nb"),
        ("<h1>a</h1>b<h3>c</h3><h6>d</h6>", "### a\n\nb\n\n##### c\n\n###### d"),
        ("<h2>a #{x}</h2>", "#### a \\#\\{x}"),
        ("<blockquote>a<br>b<p>c</blockquote>d", "> a\\\n> b\n>\n> c\n\nd"),
        ("a<hr>b", "a\n\n---\n\nb"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", "- a\n  - b\n\n  c"),
        ("<ol start=9><li>a</li><li>b</li></ol>", "9. a\n10. b"),
        ("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n\n   b"),
        ("<li>a</li>", "a"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>", "| a | b |\n| --- | --- |\n| 1 |  |"),
        ("<table><tr><td>a|b<td>`c`</table>", "| a\\|b | \\`c\\` |\n| --- | --- |"),
        ("<table><tr><td>\\(a|b\\)<td><code>x|y</code></table>", "| $a\\|b$ | `x\\|y` |\n| --- | --- |"),
        ("<table><caption>t</caption><tr><td>a<br>b</table>", "t\n\n| a b |\n| --- |"),
        ("<table><tr><td><ul><li>a</ul><td>b</table>", "- a\n\nb"),
        ("<table><tr><td class=linenos><pre>1</pre><td><pre>x</pre></table>", "```\nx\n```"),
        ("<td>a</td>", "a"),
        ("<pre>a\n\n  b</pre>", "```\na\n\n  b\n```"),
        ('<pre><code class="language-python">x &lt; <b>1</b><br>y</code></pre>', "```python\nx < 1\ny\n```"),
        ("<pre>``` a</pre>", "````\n``` a\n````"),
        ("<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```"),
        ('<pre>a<img src="x.png"></pre>', "```\na\n```\n\n![x.png](media/x.png)"),
        ("<ul><li>a<pre>b</pre></li></ul>", "- a\n\n  ```\n  b\n  ```"),
    ],
)
def test_blocks(html: str, markdown: str) -> None:
    assert markdown_of(html).markdown == markdown


@pytest.mark.parametrize(
    "start", ["# ", "- ", "+ ", "* ", "> ", "1. ", "2) ", "---", "```", "~~~", "| a |", "$$", "===", "    "]
)
def test_what_begins_a_line_is_text(start: str) -> None:
    for html in (f"{start}a", f"x<br>{start}a", f"<ul><li>{start}a</li></ul>", f"<b>x</b><br>{start}a"):
        markdown = markdown_of(html).markdown
        assert said(markdown).endswith("".join(f"{start}a".split()))
        assert set(types(markdown)) <= {
            "paragraph_open",
            "hardbreak",
            "bullet_list_open",
            "list_item_open",
            "strong_open",
        }


def test_a_wide_table_keeps_its_text() -> None:
    assert said(markdown_of("<table><tr>" + "<td>x" * 500 + "</table>").markdown) == "x" * 500


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "pre", "p"])
def test_tags_deep_in_one_another_are_read(tag: str) -> None:
    assert said(markdown_of(f"<{tag}>" * 10_000 + "x").markdown) == "x"


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "=",
        ":",
        "<",
        "<a ",
        '<a "',
        "<!--",
        "<?",
        "</",
        r"\(",
        r"\(\[",
        "[latex]",
        "[sound:",
        "[",
        "`",
        "$",
        "*",
        "_",
        "&",
        "~",
    ],
)
def test_long_rows_of_signs_are_read_in_time(piece: str) -> None:
    end = {r"\(\[": r"\]\)", r"\(": r"<td>\)"}.get(piece, "")
    with in_time():
        assert len(markdown_of(piece * 100_000 + end).markdown) >= 100_000


@pytest.mark.parametrize(
    "piece", ["<b>x", "<b>x</b><i>y</i>", "<br>", "<li>x", "<td>x", "<svg>", "<script>", "<b>x<i>y</b>", "<rt>"]
)
def test_long_rows_of_tags_are_read_in_time(piece: str) -> None:
    with in_time():
        markdown_of("<table><tr><ul>" + piece * 5_000)


def test_styles_that_are_begun_and_never_ended_are_read_in_time() -> None:
    with in_time():
        assert markdown_of("<b>" * 20_000 + "x</i>" * 20_000).markdown
