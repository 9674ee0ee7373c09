"""What a learner typed beside what is right, the difference marked so that it reads without colour."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import east_asian_width, normalize

from quizapp.render.clusters import clusters
from quizapp.render.spans import Line, Span, merged, on_one_line

EXTRA_MARKS = ("[-", "-]")
MISSING_MARKS = ("{+", "+}")

# Below this share of common characters single letters that happen to agree would only confuse.
_LEAST_LIKENESS = 0.5
# Comparing takes quadratic time; an answer longer than this is compared from both ends only.
_LONGEST = 400

_Match = tuple[int, int, int]


def difference(given: str, right: str) -> tuple[Line, Line]:
    """Two lines: `given` with what is too much as `[-…-]`, `right` with what was missing as `{+…+}`.

    The spans' styles are `same`, `extra` and `missing`, the marks part of the span. A replaced letter is both: extra
    above, missing below. Case and width are no difference, as they are none to the judge. Answers that have little in
    common are marked as a whole. Never breaks a grapheme cluster.
    """
    typed, wanted = clusters(on_one_line(given)), clusters(on_one_line(right))
    matches = _matches(list(map(_folded, typed)), list(map(_folded, wanted)))
    return (
        merged(_marked(typed, [(start, size) for start, _, size in matches], "extra", EXTRA_MARKS)),
        merged(_marked(wanted, [(start, size) for _, start, size in matches], "missing", MISSING_MARKS)),
    )


def _folded(cluster: str) -> str:
    is_of_width = east_asian_width(cluster[0]) in "FH"  # a raised 2 is another matter
    return (normalize("NFKC", cluster) if is_of_width else cluster).casefold()


def _matches(typed: list[str], wanted: list[str]) -> list[_Match]:
    """Where both agree: start in `typed`, start in `wanted`, length."""
    if max(len(typed), len(wanted)) > _LONGEST:
        return _common_ends(typed, wanted)
    matcher = SequenceMatcher(None, typed, wanted, autojunk=False)
    if matcher.ratio() < _LEAST_LIKENESS:
        return []
    return [(match.a, match.b, match.size) for match in matcher.get_matching_blocks() if match.size]


def _common_ends(typed: list[str], wanted: list[str]) -> list[_Match]:
    shorter = min(len(typed), len(wanted))
    start = next((index for index in range(shorter) if typed[index] != wanted[index]), shorter)
    rest = shorter - start
    end = next((index for index in range(rest) if typed[-1 - index] != wanted[-1 - index]), rest)
    return [(0, 0, start), (len(typed) - end, len(wanted) - end, end)]


def _marked(parts: list[str], same: Sequence[tuple[int, int]], style: str, marks: tuple[str, str]) -> Iterator[Span]:
    """`parts` as spans: `same` where a range of start and length says so, marked and in `style` elsewhere."""
    opening, closing = marks
    done = 0
    for start, size in [*same, (len(parts), 0)]:
        if start > done:
            yield Span(opening + "".join(parts[done:start]) + closing, style)
        yield Span("".join(parts[start : start + size]), "same")
        done = start + size
