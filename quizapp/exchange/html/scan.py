"""HTML read once from left to right, before it is parsed: tags told from text, formulas and sounds lifted out.

Afterwards every `<` begins a whole tag, nothing in it is a comment or a script, and a number between two marks stands
for each formula. It takes time in proportion to its length, whatever it holds: what closes an opening is looked for
once, and not again once it was missing.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from quizapp.exchange.html.marks import FORMULA, FORMULA_END, GAP, HINT, without_gap_marks
from quizapp.exchange.html.maths import CLOSERS, formula, tex_of
from quizapp.exchange.html.rewrite import Rewriter
from quizapp.exchange.html.words import KNOWN, LEFT_OUT, VOID, WITHOUT_CONTENT
from quizapp.i18n import _
from quizapp.visible import one_line

_OPENER = re.compile(
    r"<!--|<[?!]|\[sound:|\[anki:|<\$\$?>|<latex>|</?[A-Za-z]|<|\\[(\[]|\[latex\]|\[\$\$?\]", re.IGNORECASE
)
_TAG = re.compile(r"""</?([A-Za-z][^\s<>/"']*)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_PLAIN_TAG = re.compile(r"</?([A-Za-z][^\s<>/]*)[^<>]*>")
_PATIENCE = 50
"""Tags with a quote that nothing closes, before quotes are no longer looked at."""

_NO_FORMULA = re.compile(r"<(?:/?(?:code|pre|script|style|td|tr|table|li)\b|img\b)", re.IGNORECASE)
_GAP_MARKUP = re.compile(f"<(/?){GAP}>|<{HINT}>(.*?)</{HINT}>", re.DOTALL)
_VERBATIM = ("code", "pre")
_RAW = ("script", "style", "iframe", "title", *LEFT_OUT)
_SKIPPED = {"<!--": "-->", "<?": ">", "<!": ">"}
_SOUNDS = {"[sound:": "]", "[anki:": "[/anki:tts]"}
_LONGEST_NAME = 200
LONGEST_FORMULA = 20_000
"""Characters. What is longer is no formula; the bound keeps a row of openings from being read over and over."""


@dataclass(slots=True)
class Scan:
    """What is left to parse, the formulas by number, and what was left out."""

    html: str = ""
    formulas: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def scan(html: str) -> Scan:
    """Reads `html` once."""
    return _Scanner(html).run()


class _Scanner:
    def __init__(self, html: str) -> None:
        self.text, self.at = html, 0
        self.found, self.out = Scan(), Rewriter()
        self.verbatim, self.patience = 0, _PATIENCE
        self.ends: dict[str, int] = {}

    def run(self) -> Scan:
        while match := _OPENER.search(self.text, self.at):
            self.out.text(self.text[self.at : match.start()])
            self.at = match.start()
            self._take(match[0].lower())
        self.out.text(self.text[self.at :])
        self.found.html = self.out.result()
        return self.found

    def _take(self, opener: str) -> None:
        taken = False
        if opener in CLOSERS:
            taken = not self.verbatim and self._formula(opener)
        elif opener in _SKIPPED:
            taken = self._skip(_SKIPPED[opener])
        elif opener in _SOUNDS:
            taken = not self.verbatim and self._sound(opener)
        elif opener != "<":
            taken = self._tag()
        if not taken:
            sign = self.text[self.at]
            self.out.text("&lt;" if sign == "<" else sign)
            self.at += 1

    def _end(self, closer: str) -> int:
        """Where `closer` begins, from here, in letters of either case; -1 if it is nowhere."""
        known = self.ends.get(closer, 0)
        if 0 <= known <= self.at:
            found = _pattern(closer).search(self.text, self.at + 1)
            self.ends[closer] = found.start() if found else -1
        return self.ends[closer]

    def _skip(self, closer: str) -> bool:
        end = self._end(closer)
        if end >= 0:
            self.at = end + len(closer)
        return end >= 0

    def _formula(self, opener: str) -> bool:
        end, start = self._end(CLOSERS[opener]), self.at + len(opener)
        if not 0 <= end - start <= LONGEST_FORMULA or self.text.find(opener, start, end) >= 0:
            return False
        source = self.text[start:end]
        if _NO_FORMULA.search(source):
            return False
        marks = [mark[0] for mark in _GAP_MARKUP.finditer(source)]
        if f"<{GAP}>" in marks:
            self.out.open(GAP, f"<{GAP}>")
        self.out.text(f"{FORMULA}{len(self.found.formulas)}{FORMULA_END}")
        if f"</{GAP}>" in marks:
            self.out.close(GAP)
        if marks:
            self.found.told.append(_("a gap in a formula hides the whole formula"))
        for mark in marks:
            if mark.startswith(f"<{HINT}>"):
                self._hint(mark)
        self.found.formulas.append(formula(opener, tex_of(_GAP_MARKUP.sub("", source))))
        self.at = end + len(CLOSERS[opener])
        return True

    def _hint(self, hint: str) -> None:
        self.out.open(HINT, f"<{HINT}>")
        self.out.text(hint[len(HINT) + 2 : -len(HINT) - 3])
        self.out.close(HINT)

    def _sound(self, opener: str) -> bool:
        end = self._end(_SOUNDS[opener])
        if end < 0:
            return False
        name = one_line(without_gap_marks(self.text[self.at + len(opener) : min(end, self.at + _LONGEST_NAME)]))
        told = (
            _("the sound {name} is left out")
            if opener == "[sound:"
            else _("text that is read aloud is left out: {name}")
        )
        self.found.told.append(told.format(name=name))
        self.at = end + len(_SOUNDS[opener])
        return True

    def _tag(self) -> bool:
        match = self._whole_tag()
        if match is None:
            return False
        name, closing = match[1].lower(), match[0].startswith("</")
        self.at = match.end()
        if name in _RAW:
            if not closing:
                self._raw(name, match[0])
        elif name in VOID:
            self.out.void("br" if name != "img" and closing else name, match[0])
        elif name not in WITHOUT_CONTENT:
            self._element(name, match[0], closing)
        return True

    def _element(self, name: str, tag: str, closing: bool) -> None:
        if name in _VERBATIM:
            self.verbatim = max(0, self.verbatim + (-1 if closing else 1))
        if name not in KNOWN and not closing and not {":", "-"} & set(name):
            told = _("<{name}> was read as a tag, as a browser does, and is not shown")
            self.found.told.append(told.format(name=one_line(name)[:40]))
        if closing:
            self.out.close(name)
        else:
            self.out.open(name, tag)

    def _whole_tag(self) -> re.Match[str] | None:
        plain = _PLAIN_TAG.match(self.text, self.at)
        if not self.patience or (plain and '"' not in plain[0] and "'" not in plain[0]):
            return plain
        quoted = _TAG.match(self.text, self.at)
        self.patience -= quoted is None
        return quoted or plain

    def _raw(self, name: str, tag: str) -> None:
        """Leaves out an element with all that is in it."""
        if name != "title":
            self.found.told.append(_("<{name}> is left out").format(name=name))
        self.at -= 1
        if tag.endswith("/>") or not self._skip(f"</{name}>"):
            self.at += 1


@cache
def _pattern(closer: str) -> re.Pattern[str]:
    return re.compile(re.escape(closer), re.IGNORECASE | re.ASCII)
