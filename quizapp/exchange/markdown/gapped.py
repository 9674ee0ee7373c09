"""Gaps put into Markdown from elsewhere, so that they hide what was meant and nothing else."""

from quizapp.exchange.markdown.source import unmarked
from quizapp.markdown import GAP_MARK

_OPEN, _CLOSE = "\ufdd1", "\ufdd2"
"""No characters, and taken out of every page: they stand for a gap's marks while `==` that marks nothing is escaped."""

_EQUALS = "&#61;"
"""An `=` that may stand beside a mark: three of them are no mark."""


MOST_CHARACTERS = 500_000
"""In all cards that are made of one text: as many as it has gaps."""


def gap(text: str) -> str:
    """A gap for `gapped`; blanks around its text go outside."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    inside = f"{_EQUALS}{core[1:]}" if core.startswith("=") else core
    inside = f"{inside[:-1]}{_EQUALS}" if inside.endswith("=") else inside
    return f"{text[:start]}{_OPEN}{inside}{_CLOSE}{text[start + len(core) :]}"


def gapped(text: str) -> str:
    """Markdown in which the gaps that `gap` made are marked, and `==` that stood there before marks nothing."""
    apart = text.replace(f"={_OPEN}", f"{_EQUALS}{_OPEN}").replace(f"{_CLOSE}=", f"{_CLOSE}{_EQUALS}")
    return unmarked(apart).replace(_OPEN, GAP_MARK).replace(_CLOSE, GAP_MARK)
