"""What HTML has within a line, as Markdown."""

import pytest

from quizapp.exchange.html.conversion import Rewritten, markdown_of
from tests.exchange.meaning import said


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <s>e</s>", "**a** **b** *c* *d* ~~e~~"),
        ("<u>a</u> <span style='color: red'>b</span> <font size=7>c</font>", "a b c"),
        ("a<b> b </b>c", "a **b** c"),
        ("<b><i>a</i></b>", "***a***"),
        ("<b>a<i>b</b>c</i>", "abc"),
        ("<b>a<br>b</b>", "**a**\\\n**b**"),
        ("<b>a<div>b</div></b>", "**a**\n\n**b**"),
        ("<b>a:</b>b", "**a**:b"),
        ("<b>注意：</b>请看", "**注意**：请看"),
        ("看<b>“这个”</b>吧", "看“**这个**”吧"),
        ("<b></b>a<i> </i>b", "a b"),
        ("<b>a</b><b>b</b>", "**ab**"),
        ("<code>a*b</code> <kbd>c</kbd> <tt>`d`</tt>", "`a*b` `c` `` `d` ``"),
        ("<b><code>x</code></b>", "**`x`**"),
        ("H<sub>2</sub>O, x<sup>n+1</sup>, a<sub>ij</sub>", "H₂O, xⁿ⁺¹, aᵢⱼ"),
        ("x<sup>α*β</sup> y<sub>Q</sub>", "x^(α\\*β) y\\_Q"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"),
        ('<a href="https://a.b/c d(e)">f]</a>', "[f\\]](https://a.b/c%20d%28e%29)"),
        ('<a href="https://a.b/?q=%41&amp;r">x</a>', "[x](https://a.b/?q=%41&r)"),
        ('<a href="#x">a</a> <a>b</a>', "a b"),
        ('wow!<a href="https://a.b">c</a>', "wow\\![c](https://a.b)"),
        ("a &lt;b&gt; &amp;amp; &copy; &#169;", "a <b> \\&amp; © ©"),
        ("&lt;https://a.b&gt;", "\\<https://a.b>"),
        ("snake_case _x_ C:\\temp \\* 2*3", "snake_case \\_x\\_ C:\\temp \\\\\\* 2\\*3"),
        ("==a== a == b ~~c~~ $5", "\\==a\\== a \\== b \\~\\~c\\~\\~ \\$5"),
        ("a<!-- b -->c", "ac"),
        ("a <!-- b", "a <!-- b"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a<b", "a<b"),
        ("<title>x</title>a", "a"),
    ],
)
def test_within_a_line(html: str, markdown: str) -> None:
    assert markdown_of(html) == Rewritten(markdown)


def test_emphasis_that_markdown_cannot_say_is_let_go() -> None:
    markdown = markdown_of("a<b>$x$</b>b <i>c</i>").markdown
    assert said(markdown) == "a$x$bc"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("a<script>x</script>", "<script> is left out"),
        ("a<style>x</style>", "<style> is left out"),
        ("a<iframe src=x></iframe>", "<iframe> is left out"),
        ("a<audio controls src=x></audio>", "<audio> is left out"),
        ("a<svg><path d=x /></svg>", "<svg> is left out"),
        ("a[sound:x y.mp3]", "the sound x y.mp3 is left out"),
        ("a[anki:tts lang=en]b[/anki:tts]", "text that is read aloud is left out: tts lang=en]b"),
        ('<a href="x.pdf">a</a>', "the link to x.pdf is left out"),
        ('<a href="javascript:x()">a</a>', "the link to javascript:x() is left out"),
        ("a<int>", "<int> was read as a tag, as a browser does, and is not shown"),
    ],
)
def test_what_has_no_text_is_told(html: str, told: str) -> None:
    assert markdown_of(html) == Rewritten("a", told=(told,))


def test_elements_of_word_and_addons_are_passed_over() -> None:
    assert markdown_of("<o:p></o:p><anki-x>a</anki-x>") == Rewritten("a")


def test_an_image_in_the_package_and_one_on_the_web() -> None:
    assert markdown_of('<img src="a.png" alt="b">') == Rewritten("![a.png](media/a.png)", ("a.png",))
    told = "an image stays on the web: https://a.b/c.png"
    assert markdown_of('<img src="//a.b/c.png" alt="x">') == Rewritten("![x](https://a.b/c.png)", told=(told,))
