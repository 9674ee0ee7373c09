"""Lines as `render` lays them out, turned into what Textual paints."""

from collections.abc import Iterable

from textual.content import Content, Span
from textual.widget import Widget

from quizapp.render import Line, Notation

# What each of render's style names looks like. Nothing rests on colour alone: see the marks render puts out.
_LOOKS = {
    "em": "italic",
    "strong": "bold",
    "strike": "strike",
    "code": "$accent",
    "maths": "$text-primary",
    "link": "underline",
    "image": "italic",
    "heading": "bold",
    "quote": "italic",
    "gap": "bold underline $accent",
    "rule": "$foreground 40%",
    "table-head": "bold",
    "table-rule": "$foreground 40%",
    "bullet": "$primary",
    "fold": "$foreground 50%",
    "code-keyword": "bold $primary",
    "code-string": "$success",
    "code-number": "$accent",
    "code-comment": "italic $foreground 70%",
    "code-name": "$primary",
    "code-operator": "$foreground",
    "same": "",
    "missing": "bold underline $success",
    "extra": "strike $error",
    "right": "bold $success",
    "wrong": "bold $error",
    "dim": "$foreground 60%",
    "cursor": "reverse",
}


def notation_of(widget: Widget) -> Notation:
    """How text is marked: by styles, or by signs where there are no colours to rely on."""
    return Notation.PLAIN if widget.app.no_color else Notation.STYLED


def content_of(lines: Iterable[Line]) -> Content:
    """The lines as one piece of content, a newline after each but the last."""
    texts, spans, position = [], [], 0
    for number, line in enumerate(lines):
        if number:
            texts.append("\n")
            position += 1
        for text, style in line:
            look = look_of(style)
            if look:
                spans.append(Span(position, position + len(text), look))
            texts.append(text)
            position += len(text)
    return Content("".join(texts), spans=spans)


def look_of(style: str) -> str:
    """Textual's style for one or several of render's names."""
    return " ".join(look for name in style.split() if (look := _LOOKS.get(name, "")))
