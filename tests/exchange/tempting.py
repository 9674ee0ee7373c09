"""Drafts made of pieces that tempt a reader of Markdown."""

from hypothesis import strategies as st

from quizapp.cards.draft import Draft

_PIECES = [
    "word",
    "两个字",
    " ",
    "\n",
    "\n\n",
    "==gap==",
    "==",
    "=",
    "::",
    ":::",
    "?",
    "\n?\n",
    "\n??\n",
    "Q: ",
    "\nA: ",
    "\nC: ",
    "[x]",
    "[[x]]",
    "`a==b`",
    "`::`",
    "$x::y$",
    "**b**",
    "{{c}}",
    "#tag ",
    "\n#flashcards ",
    "\\",
    "\\==",
    "\n---\n",
    "\n***\n",
    "\n```\nQ: a\n```\n",
    "\n```\nx::y\n\n?\n```\n",
    "<!-- c -->",
    "<!--SR:!2026-01-01,3,250-->",
    "- ",
    "\n- ",
    "\n> ",
    "\n# ",
    "\n## ",
    "![p](media/p.png)",
    "![[p.png]]",
    ";;",
    "1;;",
    "^[h]",
    "[^1]",
    "*(hint)*",
    " ^id",
    "_",
    "*",
    "`",
    "$",
    "|",
]


def _texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A basic or reverse card, or a cloze, which may hide nothing."""
    kind = draw(st.sampled_from(["basic", "reverse", "cloze"]))
    text, answer = draw(_texts()), draw(_texts())
    if kind == "cloze":
        return Draft(kind="cloze", prompt=f"{text} ==gap== {draw(_texts())}")
    return Draft(kind="reverse" if kind == "reverse" else "basic", prompt=text, answer=answer)
