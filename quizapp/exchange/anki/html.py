r"""Our Markdown as HTML for a field of Anki's: maths in `\(…\)` and `\[…\]`, gaps as `{{c1::…}}`.

What Anki would take for markup is written as a reference: a literal `\(`, `[sound:`, `{{c1::`, and in a gap the braces
and colons that would end it. Headings are two levels higher, for the importer makes them two levels lower.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from quizapp.exchange.anki.plain_html import code_block, guarded, literal, plain_html
from quizapp.markdown import grammar, tokens_of
from quizapp.visible import visible

MEDIA = "media/"

_LOWER = 2


def html_of(markdown: str, gaps: Sequence[tuple[int, str]] = ()) -> str:
    """A text as HTML; one that is a single paragraph has no tags around it.

    `gaps` are the number and the hint of each gap, in order; 1 and none, where they are not said.
    """
    if not markdown.strip():
        return ""
    text = visible(markdown).strip("\n")
    plain = plain_html(text)
    return _parsed(text, gaps) if plain is None else plain


def _parsed(markdown: str, gaps: Sequence[tuple[int, str]]) -> str:
    tokens = tokens_of("\n" + markdown)  # on the first line `---` would begin front matter
    if len(tokens) == 3 and tokens[0].type == "paragraph_open":
        tokens = tokens[1:2]
    return _renderer().rendered(tokens, gaps).strip("\n")


@cache
def _renderer() -> "_Renderer":
    """Made once: it costs as much as ten short texts."""
    return _Renderer(grammar())


class _Renderer(RendererHTML):
    """Renders one text after the other; its methods are called by the names of the tokens."""

    gaps: Iterator[tuple[int, str]] = iter(())
    """Those that are still to come."""
    _gap = False
    _hint = ""

    def rendered(self, tokens: Sequence[Token], gaps: Sequence[tuple[int, str]]) -> str:
        """A text as HTML, with the number and the hint of each gap."""
        self.gaps, self._gap, self._hint = iter(gaps), False, ""
        return str(self.render(tokens, grammar().options, {}))

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return self._text(tokens[idx].content)

    def code_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<code>{self._text(tokens[idx].content)}</code>"

    def code_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return code_block(tokens[idx].content, "")

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return code_block(tokens[idx].content, tokens[idx].info.strip().split(" ")[0])

    def math_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"\\({self._maths(tokens[idx].content)}\\)"

    def math_inline_double(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"\\[{self._maths(tokens[idx].content)}\\]"

    def math_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<p>\\[{self._maths(tokens[idx].content)}\\]</p>\n"

    def gap_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        self._gap = True
        number, self._hint = next(self.gaps, (1, ""))
        return f"{{{{c{number}::"

    def gap_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        hint = f"::{self._text(self._hint)}" if self._hint else ""
        self._gap = False
        return f"{hint}}}}}"

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<{_higher(tokens[idx].tag)}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"</{_higher(tokens[idx].tag)}>\n"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        source = str(tokens[idx].attrs.get("src", ""))
        name = unquote(source.removeprefix(MEDIA)) if source.startswith(MEDIA) else source
        alternative = self.renderInlineAsText(tokens[idx].children, options, env)
        return f'<img src="{escapeHtml(name)}" alt="{escapeHtml(alternative)}">'

    def _text(self, text: str) -> str:
        return self._closed(literal(text))

    def _maths(self, tex: str) -> str:
        return self._closed(guarded(escapeHtml(tex)))

    def _closed(self, html: str) -> str:
        """HTML in which nothing ends a gap too early."""
        return html.replace("}", "&#125;").replace("::", ":&#58;") if self._gap else html


def _higher(tag: str) -> str:
    return f"h{max(1, int(tag[1:]) - _LOWER)}"
