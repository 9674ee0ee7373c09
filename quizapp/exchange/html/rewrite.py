"""HTML put in order while it is read: blocks nest and are bounded in depth, styles never reach beyond a line.

A browser carries `<b>` on across blocks that end too early or too late; Markdown ends it with the line. So a style is
only remembered when it begins, and its tags are written around each run of text (as the HTML standard reconstructs
formatting elements). What a cloze hides goes outermost and code innermost: `==` is no mark within code.
"""

import re
from html import escape, unescape

from quizapp.exchange.html.marks import GAP
from quizapp.exchange.html.pre import Preformatted, language_of
from quizapp.exchange.html.words import AS_DIV, BLOCKS, CLOSED_BY, PRE, STYLES, TABLE_PARTS, UNSEEN

DEEPEST = 16
"""Blocks within one another: Markdown is read 20 deep. Of those within deeper ones only the line ends stay."""

MOST_STYLES = 40

_KEPT = re.compile(r"""\s(href|start|colspan|class)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\f]+")
_RANK = {GAP: 0, "code": 2}

Style = tuple[str, str]
"""Its name, and the tag that begins it."""


class Rewriter:
    """Takes text and tags in the order in which they stand, and gives HTML in order."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._blocks: list[str] = []
        self._where: dict[str, list[int]] = {}
        self._styles: list[Style] = []
        self._written: list[Style] = []
        self._hidden: list[str] = []
        self._pre: Preformatted | None = None
        self._at_line_start = True

    def result(self) -> str:
        """The HTML, everything closed."""
        self._end_pre()
        self._close_to(0)
        return "".join(self._out)

    def text(self, text: str) -> None:
        """Text, with references and without tags."""
        if self._hidden or not text:
            return
        if self._pre is not None:
            self._pre.pieces.append((unescape(text), any(style == GAP for style, _tag in self._styles)))
        elif text.isspace():
            self._unwrite(self._common(self._wanted()))
            self._out.append(text)
        else:
            self._inline(_BLANKS.sub(" ", text))

    def void(self, name: str, tag: str) -> None:
        """An element without content: a break, a rule, an image."""
        if self._hidden:
            return
        if self._pre is not None:
            self._pre.void(name, tag)
        elif name == "img":
            self._inline(tag)
        elif name != "wbr":
            self._unwrite(0)
            self._out.append(f"<{name}>")

    def open(self, name: str, tag: str) -> None:
        """A start tag."""
        if self._hidden or name in UNSEEN:
            self._hidden += [name] * (name in UNSEEN)
        elif name in STYLES:
            self._begin_style(STYLES[name], tag)
        elif self._pre is not None:
            self._pre.line_end(name)
        elif name in PRE:
            self._unwrite(0)
            self._close_implied("pre")
            self._pre = Preformatted(language_of(tag))
        elif name in BLOCKS or name in AS_DIV:
            self._open_block(self._block(name), _attributes(tag))
        elif name == "rt":
            self.text("(")

    def close(self, name: str) -> None:
        """An end tag."""
        if self._hidden:
            self._hidden = self._hidden[:-1] if self._hidden[-1] == name else self._hidden
        elif name in STYLES:
            self._end_style(STYLES[name])
        elif name in PRE:
            self._end_pre()
        elif self._pre is not None:
            self._pre.line_end(name)
        elif self._last(self._block(name)) >= 0:
            self._close_to(self._last(self._block(name)))
        elif name == "rt":
            self.text(")")

    def _begin_style(self, style: str, tag: str) -> None:
        if self._pre is not None and style == "code":
            self._pre.language = self._pre.language or language_of(tag)
        elif len(self._styles) < MOST_STYLES:
            self._styles.append((style, f"<{style}{_attributes(tag)}>"))

    def _end_style(self, style: str) -> None:
        for index in range(len(self._styles) - 1, -1, -1):
            if self._styles[index][0] == style:
                del self._styles[index]
                return

    def _inline(self, html: str) -> None:
        """Text or an image, in the styles in force, each once."""
        if self._styles or self._written:
            wanted = self._wanted()
            same = self._common(wanted)
            self._unwrite(same)
            self._out += [tag for _style, tag in wanted[same:]]
            self._written = wanted
        self._out.append(html)
        self._at_line_start = False

    def _wanted(self) -> list[Style]:
        return sorted(dict(self._styles).items(), key=lambda style: _RANK.get(style[0], 1))

    def _common(self, wanted: list[Style]) -> int:
        """How many of the tags that are written are wanted."""
        same = 0
        while wanted[same : same + 1] == self._written[same : same + 1] != []:
            same += 1
        return same

    def _unwrite(self, kept: int) -> None:
        self._out += [f"</{style}>" for style, _tag in reversed(self._written[kept:])]
        del self._written[kept:]

    def _block(self, name: str) -> str:
        """What a block is called here: parts of a table or a list are nothing outside one."""
        around = ("table",) if name in TABLE_PARTS else ("ul", "ol") if name == "li" else ()
        if name in BLOCKS and (not around or any(self._last(other) >= 0 for other in around)):
            return name
        return "div" if name in BLOCKS or name in AS_DIV else ""

    def _open_block(self, name: str, attributes: str) -> None:
        self._unwrite(0)
        self._close_implied(name)
        self._line_end(f"<{name}{attributes}>")
        self._where.setdefault(name, []).append(len(self._blocks))
        self._blocks.append(name)

    def _close_implied(self, name: str) -> None:
        """Ends a paragraph before a block, and an item, row or cell before the next: their end tags may be missing."""
        closed, between = CLOSED_BY.get(name, (("p",), ()))
        for other in closed:
            if self._last(other) > max(map(self._last, between), default=-1):
                self._close_to(self._last(other))

    def _last(self, name: str) -> int:
        """Where the innermost open `name` stands among the open blocks; -1 if none is open."""
        return (self._where.get(name) or [-1])[-1]

    def _close_to(self, index: int) -> None:
        self._unwrite(0)
        while len(self._blocks) > index:
            name = self._blocks.pop()
            self._where[name].pop()
            self._line_end(f"</{name}>")

    def _line_end(self, tag: str) -> None:
        """The tag of a block, or, too deep, a mere break."""
        if len(self._blocks) < DEEPEST:
            self._out.append(tag)
        elif not self._at_line_start:
            self._out.append("<br>")
        self._at_line_start = True

    def _end_pre(self) -> None:
        pre, self._pre = self._pre, None
        if pre is None:
            return
        if pre.has_gaps:
            self._code_lines(pre)
        else:
            self._out.append(f'<pre class="{pre.language}">{escape(pre.text, quote=False)}</pre>')
        for tag in pre.images:
            self.void("img", tag)

    def _code_lines(self, pre: Preformatted) -> None:
        """Code with gaps, which no block of code can hold: each line of it as code in a line."""
        outside, self._styles = self._styles, []
        self._open_block("div", "")
        for text, hidden in pre.pieces:
            self._styles = [(GAP, f"<{GAP}>")] * hidden + [("code", "<code>")]
            for index, line in enumerate(text.split("\n")):
                if index:
                    self.void("br", "<br>")
                self.text(escape(line, quote=False))
        self._close_to(self._last("div"))
        self._styles = outside


def _attributes(tag: str) -> str:
    """Those of the tag's attributes that mean something to Markdown."""
    return "".join(f" {name.lower()}={value}" for name, value in _KEPT.findall(tag))
