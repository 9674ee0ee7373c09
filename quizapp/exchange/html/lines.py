r"""The last step from HTML to Markdown: what depends on where lines begin and on what stands beside a mark.

`**bold:**next` is no emphasis in CommonMark (its rules on delimiter runs), so punctuation at the edge of emphasis is
moved out of it where a letter follows.
"""

import re
from collections import Counter
from collections.abc import Sequence

from quizapp.exchange.html.marks import BREAK, FORMULAS, MAYBE, OFF, ON, SPACE

_STYLE = r"(?:\*\*|\*|~~)"
_EDGE = r"[:;,.!?'\"()…：，。；！？、（）「」『』《》“”‘’—-]"
_MERGED = re.compile(rf"{OFF}({_STYLE}){ON}\1(?!\*)")
_CLOSING = re.compile(rf"({_EDGE}{{1,8}})({OFF}{_STYLE})(?=(?:{OFF}{_STYLE})*\w)")
_OPENING = re.compile(rf"(?<=\w)({ON}{_STYLE})({_EDGE}{{1,8}})")
_MARKED = re.compile(rf"{ON}({_STYLE}|==)")
_EMPTY = re.compile(rf"{ON}({_STYLE}){OFF}\1")
_SPACE = re.compile(rf"{SPACE}(?={MAYBE}?[^\s,.;:!?，。；：！？{BREAK}{MAYBE}])")
_PREFIX = re.compile(r"(?:[ \t]|>|[-*+][ ]|\d{1,9}[.)][ ]|#{1,6}[ ])*")
_BEFORE_START = re.compile(_PREFIX.pattern + r"\d{0,9}\Z")
_LONGEST_PREFIX = 400


def with_formulas(markdown: str, formulas: Sequence[str]) -> str:
    """`markdown` with the formulas in their places; a digit beside a dollar would make it one of money."""

    def formula(match: re.Match[str]) -> str:
        found, text = formulas[int(match[1])], match.string
        before = " " if found and text[max(0, match.start() - 1) : match.start()].isdigit() else ""
        after = " " if found and text[match.end() : match.end() + 1].isdigit() else ""
        return f"{before}{found}{after}"

    return FORMULAS.sub(formula, markdown)


def settled(markdown: str) -> tuple[str, Counter[str]]:
    """`markdown` without any mark of ours left, and how often it has which marks of emphasis and gaps."""
    markdown = _EMPTY.sub("", _MERGED.sub("", _SPACE.sub(" ", markdown).replace(SPACE, "")))
    markdown = _OPENING.sub(r"\2\1", _CLOSING.sub(r"\2\1", markdown))
    markdown = _EMPTY.sub("", markdown)
    marks = Counter(_MARKED.findall(markdown))
    markdown = markdown.replace(ON, "").replace(OFF, "")
    if BREAK in markdown:
        markdown = "\n".join(_broken(markdown.split("\n")))
    if MAYBE in markdown:
        markdown = "\n".join(map(_certain, markdown.split("\n")))
    return markdown.strip(" \n"), marks


def _broken(lines: list[str]) -> list[str]:
    """One break ends a line, more of them end a paragraph; before an empty line they are nothing."""
    out: list[str] = []
    dropped = False
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if not line.endswith(BREAK):
            if not (dropped and _is_empty(line) and _is_empty(out[-1])):
                out.append(line)
                dropped = False
            continue
        text = line.rstrip(BREAK + " ")
        if not _is_empty(text):
            out.append(text if _is_empty(below.rstrip(BREAK)) else f"{text}\\")
        elif out:
            out += [text] * (not _is_empty(out[-1]))
            dropped = True
    return out


def _is_empty(line: str) -> bool:
    return not line.strip("> \t")


def _certain(line: str) -> str:
    """The line with a backslash wherever a mark stands and one is needed."""
    pieces = line.split(MAYBE)
    done = pieces[0]
    for piece in pieces[1:]:
        if piece.startswith("="):
            beside = done.endswith("=") or piece.startswith("==")
            done += f"&#61;{piece[1:]}" if beside else piece
        else:
            at_start = len(done) <= _LONGEST_PREFIX and _BEFORE_START.match(done)
            done += f"\\{piece}" if at_start else piece
    return done
