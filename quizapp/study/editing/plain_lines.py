"""Plain lines taken for the list that a kind of card wants: nobody has to type brackets and numbers.

    * right      - [x] right
    wrong        - [ ] wrong

A line is turned into one line, so that a fault is told where it was typed.
"""

import re

_LISTED = re.compile(r"\s*([-+*]|\d{1,9}[.)])(\s|$)")
_OPTION = re.compile(r"\s*[-+*]\s+\[[ xX]\]")
_RIGHT = re.compile(r"\s*(?:\*|[xX√✓✔]\s)\s*(?=\S)")


def with_marks(kind: str, answer: str) -> str:
    """The answer with its first lines, up to an empty one, as options, numbered items or points.

    An answer whose first lines are a list already stays as it is.
    """
    lines, first = answer.split("\n"), first_lines(answer)
    end = len(first)
    if kind == "choice" and _are_options(first):
        marked = [_option(line) for line in first]
    elif kind in ("order", "points") and end > 1 and not any(map(_LISTED.match, first)):
        marks = (f"{number}. " if kind == "order" else "- " for number in range(1, end + 1))
        marked = [mark + line.strip() for mark, line in zip(marks, first, strict=False)]
    else:
        return answer
    return "\n".join([*marked, *lines[end:]])


def first_lines(answer: str) -> list[str]:
    """The lines of an answer up to an empty one, those that are empty at its beginning left out."""
    lines = answer.strip("\n").rstrip().split("\n")
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:end]


def is_option(line: str) -> bool:
    """True for an option as Markdown writes it, right or wrong."""
    return bool(_OPTION.match(line))


def is_right(line: str) -> bool:
    """True for a plain line that is marked right."""
    return bool(_RIGHT.match(line))


def _are_options(lines: list[str]) -> bool:
    """Two lines or more, of which one is marked right; a star before every line makes a list of them, not options."""
    if len(lines) < 2 or any(map(is_option, lines)):
        return False
    marked = [line for line in lines if is_right(line)]
    return len(marked) > 0 and not all(map(_LISTED.match, lines))


def _option(line: str) -> str:
    right = _RIGHT.match(line)
    text = line[right.end() :] if right else _without_mark(line)
    return f"- [{'x' if right else ' '}] {text.strip()}"


def _without_mark(line: str) -> str:
    mark = _LISTED.match(line)
    return line[mark.end() :] if mark else line
