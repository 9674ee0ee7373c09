"""What stands inside a paragraph, a heading or a cell, as styled text not yet broken into lines."""

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it.token import Token

from quizapp.markdown import HIDDEN_GAP, grammar
from quizapp.render.kinsoku import needs_space
from quizapp.render.maths import unicode_maths
from quizapp.render.spans import Gaps, Line, Manner, Span, merged, on_one_line, text_of, with_style

# Stands for a soft line break until both its neighbours are known; no text holds it, `visible` sees to that.
_SOFT_BREAK = "\r"
_STYLES = {"em": "em", "strong": "strong", "s": "strike", "gap": "gap"}
_PLAIN_MARKS = {"s_open": "~~", "s_close": "~~", "gap_open": "[", "gap_close": "]"}
_BLANKS = re.compile(r"[ \t\n]+")


def inline(tokens: Iterable[Token], manner: Manner, style: str = "") -> Line:
    """The children of one inline token, in `style` and their own; a hard break is a newline in the text."""
    writer = _Writer(manner, style)
    for token in tokens:
        writer.take(token)
    return merged(_soft_breaks_resolved(writer.spans))


def formula(tex: str) -> str:
    """A formula inside a line of text: what would be several lines is parted by semicolons."""
    return on_one_line(unicode_maths(tex).replace("\n", "; "))


def _soft_breaks_resolved(spans: Iterable[Span]) -> Iterator[Span]:
    """Each soft break a space, or nothing beside a Chinese character."""
    before, waiting = "", ""
    for span in spans:
        if span.text == _SOFT_BREAK:
            waiting = span.style or " "
            continue
        if waiting and needs_space(before, span.text):
            yield Span(" ", waiting.strip())
        waiting = ""
        yield span
        before = (before + span.text)[-8:]


class _Writer:
    """Takes the tokens in turn and knows which styles, links and gaps are open."""

    def __init__(self, manner: Manner, style: str) -> None:
        self.spans: list[Span] = []
        self._manner = manner
        self._style = style
        self._outer: list[str] = []
        self._links: list[_Link] = []
        self._hidden = 0
        self._writers: dict[str, Callable[[Token], None]] = {
            "code_inline": self._code,
            "math_inline": self._maths,
            "math_inline_double": self._maths,
            "image": self._image,
            "hardbreak": lambda _: self._put("\n"),
            "softbreak": lambda _: self._put(_SOFT_BREAK),
        }

    def take(self, token: Token) -> None:
        """Puts out what `token` shows; nothing inside a hidden gap."""
        if token.type.startswith("gap") and self._manner.gaps is Gaps.HIDDEN:
            self._hide(token)
        elif self._hidden:
            return
        elif token.nesting > 0:
            self._open(token)
        elif token.nesting < 0:
            self._close(token)
        else:
            self._writers.get(token.type, self._text)(token)

    def _put(self, text: str, added: str = "") -> None:
        self.spans.append(Span(text, with_style(self._style, added)))

    def _hide(self, token: Token) -> None:
        self._hidden += token.nesting
        if token.nesting < 0 and not self._hidden:
            self._put(HIDDEN_GAP, "gap")
        for link in self._links:
            link.hides = True

    def _open(self, token: Token) -> None:
        self._outer.append(self._style)
        if token.type == "link_open":
            self._links.append(_Link(token, len(self.spans)))
        self._style = with_style(self._style, _STYLES.get(token.type.removesuffix("_open"), ""))
        self._mark(token)

    def _close(self, token: Token) -> None:
        self._mark(token)
        if token.type == "link_close":
            self._end_link(self._links.pop())
        self._style = self._outer.pop()

    def _mark(self, token: Token) -> None:
        if self._manner.plain and token.type in _PLAIN_MARKS:
            self._put(_PLAIN_MARKS[token.type])

    def _end_link(self, link: "_Link") -> None:
        words = self.spans[link.start :]
        self.spans[link.start :] = [Span(text, with_style(style, "link")) for text, style in words]
        if not link.hides:
            self._put(link.address_after(text_of(words)), "link")

    def _text(self, token: Token) -> None:
        self._put(_BLANKS.sub(" ", on_one_line(token.content)))

    def _code(self, token: Token) -> None:
        code = on_one_line(token.content)
        fence = "`"
        while self._manner.plain and fence in code:
            fence += "`"
        self._put(f"{fence}{code}{fence}" if self._manner.plain else code, "code")

    def _maths(self, token: Token) -> None:
        self._put(formula(token.content), "maths")

    def _image(self, token: Token) -> None:
        words = text_of(inline(token.children or (), self._manner)).replace("\n", " ")
        title = str(token.attrs.get("title") or "")
        shown = ", ".join(filter(None, [words or readable_address(str(token.attrs.get("src", ""))), title]))
        self._put(f"[image: {on_one_line(shown)}]", "image")


class _Link:
    """A link that has been opened: where its text starts, and whether it must keep its address to itself."""

    def __init__(self, token: Token, start: int) -> None:
        self.start = start
        self.hides = False
        self._address = readable_address(str(token.attrs.get("href", "")))
        self._title = str(token.attrs.get("title") or "")

    def address_after(self, words: str) -> str:
        """What follows the link's own `words`: the address and title, unless the words are the address."""
        title = f'"{self._title}"' if self._title else ""
        same = words.strip() == self._address.removeprefix("mailto:")
        shown = " ".join(filter(None, ["" if same else self._address, title]))
        return on_one_line(f" ({shown})" if shown and words else shown)


def readable_address(address: str) -> str:
    """`address` with percent signs only where it could not be copied otherwise."""
    return on_one_line(grammar().normalizeLinkText(address).replace(" ", "%20"))
