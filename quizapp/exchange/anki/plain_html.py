"""Texts in which little is marked, as HTML without a parser of Markdown: most texts, in a sixth of the time.

Paragraphs with nothing but bold words and code in them, and code blocks, an empty line between each two. What could
mean anything else is left to the parser, whose HTML for these is the same to the letter.
"""

import re

from markdown_it.common.utils import escapeHtml

_FENCE = re.compile(r"```([\w+-]*)\n((?:(?! {0,3}```).*\n)*)```(?=\n\n|\Z)")
_LINE = re.compile(r"(?:(?:\*\*|[(\"'“‘])?[^\W\d_]|\d+(?![\d.)])|`(?!`)).*(?<!\s)")
"""Nothing but a paragraph begins so."""
_SPAN = re.compile(r"\*\*([^\W_](?:[^*`]*[^\W_])?)\*\*(?!\*)|`([^`\s](?:[^`\n]*[^`\s])?)`(?!`)")
_MARKED = re.compile(r"[\\`*_~\[<&$\t]|==")
"""What may mean something in a paragraph."""
_ESCAPED = re.compile(r"[&<>\"\\\[{]")
"""Most texts have none of these."""
_SPECIAL = re.compile(r"\\(?=[(\[])|\[(?=/?(?:latex\]|\$\$?\]|sound:|anki:))")
_REFERENCES = {"\\": "&#92;", "[": "&#91;"}


def literal(text: str) -> str:
    """A text in HTML in which Anki finds no markup: see `quizapp.exchange.anki.html`."""
    if not _ESCAPED.search(text):
        return text
    return guarded(_SPECIAL.sub(lambda match: _REFERENCES[match[0]], escapeHtml(text)))


def guarded(html: str) -> str:
    """HTML in which Anki finds no gap."""
    return html.replace("{{c", "{&#123;c")


def code_block(code: str, language: str) -> str:
    """Code in a block of its own."""
    name = f' class="language-{escapeHtml(language)}"' if language else ""
    return f"<pre><code{name}>{literal(code)}</code></pre>\n"


def plain_html(markdown: str) -> str | None:
    """The HTML of such a text, without tags around a single paragraph; None of any other.

    No empty line stands around the text.
    """
    blocks, paragraph, at = [], "", 0
    while at < len(markdown):
        if fence := _FENCE.match(markdown, at):
            paragraph, end = "", fence.end()
            blocks.append(code_block(fence[2], fence[1]))
        else:
            text = markdown[at:].partition("\n\n")[0]
            paragraph, end = _paragraph(text), at + len(text)
            if not paragraph:
                return None
            blocks.append(f"<p>{paragraph}</p>\n")
        at = end + 2
        while markdown.startswith("\n", at):
            at += 1
    return paragraph if len(blocks) == 1 and paragraph else "".join(blocks).strip("\n")


def _paragraph(text: str) -> str:
    """The HTML of a paragraph's text; nothing where something else may be marked in it."""
    if not all(map(_LINE.fullmatch, text.split("\n"))):
        return ""
    if not _MARKED.search(text):
        return literal(text)
    pieces = _SPAN.split(text)  # in turns text, what is bold, what is code
    if any(map(_MARKED.search, pieces[::3])) or any(bold and _MARKED.search(bold) for bold in pieces[1::3]):
        return ""
    for place in range(1, len(pieces), 3):
        bold, code = pieces[place : place + 2]
        pieces[place] = f"<strong>{literal(bold)}</strong>" if bold else ""
        pieces[place + 1] = f"<code>{literal(code)}</code>" if code else ""
    pieces[::3] = map(literal, pieces[::3])
    return "".join(pieces)
