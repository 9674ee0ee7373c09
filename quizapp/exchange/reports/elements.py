"""Elements of a page, written so that no text in them is anything but text."""

import re
from html import escape

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)


def element(name: str, *inside: str, **attributes: object) -> str:
    """An element around what is written already.

    `class_` is the attribute `class`, `aria_label` is `aria-label`; one that is None is left out.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>"


def text(name: str, words: str, **attributes: object) -> str:
    """An element around a text."""
    return element(name, escape(words), **attributes)


def prose(name: str, words: str, **attributes: object) -> str:
    """An element around a text in which no day is broken between two lines."""
    return element(name, _DAY.sub(r"<time>\g<0></time>", escape(words)), **attributes)
