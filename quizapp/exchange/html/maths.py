r"""Formulas in HTML, as Anki and Mnemosyne write them, and as our Markdown does.

Read: MathJax's `\(…\)` and `\[…\]`; `[latex]…[/latex]`, `[$]…[/$]`, `[$$]…[/$$]` and their likes in angle brackets
(from the chapter on maths in Anki's manual, and Mnemosyne's page on LaTeX). Written: `$…$` and `$$…$$`, on one line.
"""

import re
from html import unescape

CLOSERS = {
    "\\(": "\\)",
    "\\[": "\\]",
    "[latex]": "[/latex]",
    "[$]": "[/$]",
    "[$$]": "[/$$]",
    "<latex>": "</latex>",
    "<$>": "</$>",
    "<$$>": "</$$>",
}
"""What ends a formula, by what begins it."""

_DISPLAY = ("\\[", "[$$]", "<$$>")
_LINE = re.compile(r"<br[^<>]*>|</?(?:div|p)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|-->")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n")
_DOLLAR = re.compile(r"(\\.)|\$", re.DOTALL)
_OWN_MATHS = re.compile(r"\A(\$\$?)((?:[^$\\]|\\.)+)\1\Z", re.DOTALL)


def tex_of(html: str) -> str:
    """The TeX in a piece of HTML, on one line: tags are gone, references read, `<br>` is a space."""
    text = unescape(_TAG.sub("", _LINE.sub("\n", html))).replace("\xa0", " ")
    return " ".join(_COMMENT.sub("\n", f"{text}\n").split())


def formula(opener: str, tex: str) -> str:
    """`tex` in dollars; empty if there is nothing of it. `[latex]` may bring its own dollars, and text around them."""
    display = opener in _DISPLAY
    if opener in ("[latex]", "<latex>"):
        own = _OWN_MATHS.match(tex)
        display = own[1] == "$$" if own else tex.startswith("\\begin{")
        tex = own[2] if own else _text_with_formulas(tex)
    tex = _whole(_DOLLAR.sub(lambda match: match[1] or "\\$", tex))
    if not tex:
        return ""
    return f"$${tex}$$" if display else f"${tex}$"


def _text_with_formulas(tex: str) -> str:
    r"""LaTeX that is text with `$formulas$` in it as one formula, its text in `\text{…}`."""
    if not any(match[1] is None for match in _DOLLAR.finditer(tex)):
        return tex
    pieces = re.split(r"\$+", tex.replace("\\$", "\ufffc"))
    told_apart = (
        piece.strip() if index % 2 else f"\\text{{{piece.strip()}}}"
        for index, piece in enumerate(pieces)
        if piece.strip()
    )
    return " ".join(told_apart).replace("\ufffc", "\\$")


def _whole(tex: str) -> str:
    """`tex` without a backslash at its end that would escape the closing dollar."""
    tex = tex.strip()
    slashes = len(tex) - len(tex.rstrip("\\"))
    return tex[:-1].rstrip() if slashes % 2 else tex
