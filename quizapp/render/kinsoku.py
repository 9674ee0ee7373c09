"""Where a line of Chinese, Latin or mixed text may break (kinsoku shori, simplified from UAX 14)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

CLOSING_WIDE = "，。、；：？！）】》」』〉〕〗｝］〞％～‥・々ー〻｡､｣ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
CLOSING_NARROW = ",.;:?!)]}%"
CLOSING_EITHER = "”’…—·°′″‰℃"
CLOSING = CLOSING_WIDE + CLOSING_NARROW + CLOSING_EITHER
OPENING = "（【《「『〈〔〖｛［〝｢“‘([{"

NO_BREAK = "\u00a0"

# Wide characters between which a line may break. Left out: U+3000, a space, and U+3099/U+309A, which combine.
_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3001-\u3098\u309b-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\u231a\u231b\u2600-\u27bf\u2b50\u2b55"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U0003ffff"
)
_EXTENDING = (
    "\u0300-\u036f\u0483-\u0489\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
_SPACE = " \u3000\u200b"
_MEASURES = "个位层倍年月日天次张种条步维阶轮类组块行列秒分时米元万亿千百页题章节折格度点号"
_UNITS = (
    "[KMGTP]?i?[Bb]|[kMG]?Hz|[mµμn]?s|min|h|[cmk]?m|[mk]?g|px|pt|fps|dB|[KMGTP]|"
    "[KMGTP]?(?:FLOPs?|MACs?|bits?|bytes?)|°[CF]?|℃|%|‰"
)

_LATIN = rf"[^{_WIDE}{_SPACE}—]"
_CLOSE = f"[{re.escape(CLOSING)}{NO_BREAK}\u2060]"
_ATOM = (
    rf"(?:[{_WIDE}](?:[{_EXTENDING}]|\u200d.)*"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|{_LATIN}++—*+|—++)"
)


@cache
def _unit() -> re.Pattern[str]:
    """What must stay on one line, as long as a line can hold it.

    The wide sets take 2 ms each to compile: none stands here more often than it must, or before a line is too long.
    """
    return re.compile(
        rf"""{_ATOM}(?:
          {_CLOSE}++                                                # a closing mark stays with what it closes,
        | [ ]++[{re.escape(CLOSING_WIDE + CLOSING_EITHER)}]++       # also where the author left a space before it
        | (?:
              [ ]++(?=[{re.escape(CLOSING_NARROW)}])
            | (?<=\d)[ ]++(?=(?:{_UNITS})(?![A-Za-z0-9]))           # a number stays with its unit
            | (?<=[=≠≥≤≈±~])[ ](?=[^ ])                             # a relation sign stays with its right side
          ){_LATIN}++
        | (?:
              (?<=[{re.escape(OPENING)}])[ ]*+                      # an opening mark stays with what it opens
            | (?<=["'{NO_BREAK}\u2060])                             # a straight quote may open or close
            | (?<=\d)[ ]?(?=[{_MEASURES}])
            | (?<=第)[ ]?(?=\d)
          ){_ATOM}
        )*""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _han_like() -> re.Pattern[str]:
    """Characters beside which a soft line break is no space."""
    return re.compile(
        "[\u2e80-\u2fff\u3001-\u30ff\u3100-\u312f\u31a0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f"
        "\uffe0-\uffe6\U00020000-\U0003ffff]"
    )


_SPACE_FOLLOWS = tuple(",.;:!?")
# Quotation marks, dashes and dots serve both scripts: what stands beside them decides.
_NEUTRAL = re.compile("[“”‘’…—·\u0300-\u036f\ufe0f]")


def units_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of `text` (one line, no newline) that a break should not divide."""
    return (match.span() for match in _unit().finditer(text))


def needs_space(before: str, after: str) -> bool:
    """Whether a soft line break between two texts is a space: not beside a Chinese or Japanese character.

    Except after ASCII punctuation, which has a space behind it in either script.
    """
    if before[-1:] in _SPACE_FOLLOWS:
        return True
    return not (_is_han_like(reversed(before[-8:])) or _is_han_like(after[:8]))


def _is_han_like(outwards: Iterable[str]) -> bool:
    nearest = next((character for character in outwards if not _NEUTRAL.match(character)), "")
    return bool(_han_like().match(nearest))
