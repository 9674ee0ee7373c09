"""Card files as they are parsed, those of late remembered: whoever adds a card looks at its file again and again."""

from quizapp.cards.grown import grown
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart

_FILES = 32
_LARGEST = 2**18
"""Bytes of a file that is remembered: what a larger one takes in memory is not worth it."""
_of_late: dict[str, tuple[bytes, FilePart]] = {}
"""By the files' names, what they held and what that is; the last one that was asked for last."""


def parsed(content: bytes, file: str, deck: str = "") -> FilePart:
    """As `parse_file` has it."""
    held, part = _of_late.pop(file, (b"", None))
    if part is None or held != content:
        part = (part and grown(content, held, part)) or parse_file(content, file, "")
    if len(content) <= _LARGEST:
        _of_late[file] = content, part
    for longest_ago in list(_of_late)[:-_FILES]:
        _of_late.pop(longest_ago, None)
    return part.model_copy(update={"deck": deck})
