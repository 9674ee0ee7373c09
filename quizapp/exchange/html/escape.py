r"""Text made to mean itself in our Markdown, piece by piece.

Only what would be markup gets a backslash, so that `snake_case`, `C:\temp` and `vector<int>` stay readable. What is
markup at a line's beginning only gets the mark MAYBE; `html_lines` decides once it is known where lines begin.
"""

import re

from quizapp.exchange.html.marks import MAYBE

_MARKUP = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|\Z)                  # before punctuation it would escape
    | [`*$\[]
    | (?<![^\W_])_ | _(?![^\W_])                # within a word it is an underscore
    | ~(?=~|\Z) | (?<=~)~ | \A~
    | !(?=\Z|\[)                                # an image, with the link behind it
    | <(?=[A-Za-z0-9.!\#$%&'*+/=?^_`{|}~-]+[:@]|\Z) # <https:…>, <a@b>
    | &(?=\#?[A-Za-z0-9]{1,32};|\#?[A-Za-z0-9]{0,32}\Z)
    """,
    re.VERBOSE,
)
_EQUALS = re.compile("=+")
_LINE_START = re.compile(r"\A(\s*)([#>+\-|:.)]|\d{1,9}[.)])")


def escaped(text: str, heading: bool = False, label: bool = False) -> str:
    """`text`, a run of it between two tags, as Markdown; within a heading, or within a link's label."""
    start = _LINE_START.match(text)
    text = _EQUALS.sub(_equals, _MARKUP.sub(r"\\\g<0>", text))
    if heading:
        text = re.sub("[#{]", r"\\\g<0>", text)
    if label:
        text = text.replace("]", "\\]")
    if start and not heading:
        at = start.end() - 1
        text = f"{text[:at]}{MAYBE}{text[at:]}"
    return text


def _equals(match: re.Match[str]) -> str:
    """`==` would be a gap's mark; so would `=` beside one, or beside another `=` across a tag."""
    run, last = match[0], match.end() == len(match.string)
    if len(run) == 1:
        return f"{MAYBE}=" if last or match.start() == 0 else "="
    if last:
        return f"\\{run[:-1]}{MAYBE}="
    return f"\\{run}" if len(run) == 2 or match.start() == 0 else run
