"""Formulas in HTML."""

import pytest

from quizapp.exchange.html.conversion import markdown_of
from quizapp.markdown import tokens_of


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"\(x\)", "$x$"),
        (r"a \( x^2 \) b", "a $x^2$ b"),
        (r"\[x\]", "$$x$$"),
        ("[$]x[/$] [$$]y[/$$]", "$x$ $$y$$"),
        ("<$>x</$> <$$>y</$$> <latex>z</latex>", "$x$ $$y$$ $z$"),
        ("[LaTeX]x[/LaTeX]", "$x$"),
        ("[latex]$x$[/latex] [latex]$$y$$[/latex]", "$x$ $$y$$"),
        (r"[latex]\begin{align}a\end{align}[/latex]", r"$$\begin{align}a\end{align}$$"),
        ("[latex]with $x$ and $y$[/latex]", r"$\text{with} x \text{and} y$"),
        (r"\(a &lt; b &amp; c\)", "$a < b & c$"),
        (r"\(a<br>b<div>c</div>\)", "$a b c$"),
        (r"\(<b>a</b>_1*_2\)", "$a_1*_2$"),
        (r"\(a\&nbsp;\)", "$a$"),
        (r"\(5$\)", r"$5\$$"),
        (r"2\(x\)3", "2 $x$ 3"),
        (r"\(\)a\[ \]", "a"),
        (r"\[\begin{pmatrix}a\\<br>b\end{pmatrix}\]", r"$$\begin{pmatrix}a\\ b\end{pmatrix}$$"),
        (r"\(f(x)=\frac{a}{\sqrt{b}}\)", r"$f(x)=\frac{a}{\sqrt{b}}$"),
        (r"<code>\(x\)</code> <pre>\(y\)</pre>", "`\\(x\\)`\n\n```\n\\(y\\)\n```"),
        (r"a \( b", "a \\\\( b"),
        (r"\(a <td> b\)", "\\\\(a\n\nb\\\\)"),
        ("<b>\\(x\\)</b>", "**$x$**"),
    ],
)
def test_formulas(html: str, markdown: str) -> None:
    assert markdown_of(html).markdown == markdown


@pytest.mark.parametrize(
    "tex", [r"\frac{a}{b}", "x_1^{2}", "a|b", r"\|a\|", "a*b*c", "==x==", r"\text{5\$}", "`x`", "{{c}}"]
)
@pytest.mark.parametrize(
    "around", ["{}", "a {} b", "<b>{}</b>", "<ul><li>{}</ul>", "<table><tr><td>{}</table>", "<h1>{}</h1>"]
)
def test_a_formula_stays_as_it_is_wherever_it_stands(tex: str, around: str) -> None:
    markdown = markdown_of(around.format(f"\\({tex}\\)")).markdown
    children = [child for token in tokens_of(markdown) for child in token.children or ()]
    assert [child.content for child in children if child.type == "math_inline"] == [tex]
