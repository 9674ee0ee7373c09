"""Text files of other programs, read with bounds, and plain text as Markdown that means the same."""

import codecs
import re
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.exchange.notes import Loss, Told
from quizapp.i18n import F_, _
from quizapp.visible import one_line, visible

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"\r\n?")

# `==` is a gap only where exactly two stand together; `<` and `&` are markup only before an address or a name.
_INLINE = re.compile(r"[\\`*\[\]$]|(?<!=)=(?==(?!=))|~(?=~)|(?<=~)~|<(?=[A-Za-z][^\s<>]*[:@])|&(?=#?[A-Za-z0-9]+;)|_+")
_BLOCK = re.compile(r"#(?=#{0,5}(?:\s|\Z))|>|[-+](?=\s|\Z)|[-:|](?=[-:|\s]*\Z)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")


def read_text(path: Path, limit: int) -> tuple[str, tuple[Told, ...]]:
    """The text of a file, its lines parted by `\\n`, and a Told for bytes that are no text.

    UTF-8 with or without a byte order mark, UTF-16 with one. UsageError if it cannot be read, has more than `limit`
    bytes, or is no text at all.
    """
    data = _bytes(path, limit)
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    if encoding == "utf-8" and b"\0" in data:
        raise UsageError(F_("{name} is no text file", name=one_line(path.name)), F_("save it as UTF-8 text"))
    return _decoded(data[len(mark) :], encoding, path.name)


def _bytes(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        what = F_("{path} cannot be read: {why}", path=one_line(str(path)), why=error.strerror)
        raise UsageError(what, F_("check its name")) from None
    if len(data) > limit:
        what = F_("{name} has more than {n} bytes", name=one_line(path.name), n=limit)
        raise UsageError(what, F_("split it, or raise the limit"))
    return data


def _decoded(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Told, ...]]:
    try:
        return with_plain_ends(data.decode(encoding)), ()
    except UnicodeDecodeError as error:
        line = with_plain_ends(data[: error.start].decode(encoding, "replace")).count("\n") + 1
    what = _("bytes that are no {encoding} text are shown as �: save the file as UTF-8").format(
        encoding=encoding.upper()
    )
    return with_plain_ends(data.decode(encoding, "replace")), (Told(place(name, line), what, Loss.PART),)


def place(name: str, line: int) -> str:
    """Where something stands, for a report: the file's name and the line, from 1."""
    return f"{one_line(name)}:{line}"


def with_plain_ends(text: str) -> str:
    """The text with `\\n` for every end of a line."""
    return _LINE_END.sub("\n", text)


def as_markdown(text: str) -> str:
    """Plain text as Markdown that reads the same and marks nothing; safe to show.

    Its lines stay lines (hard breaks), empty ones part paragraphs. Blanks around a line go.
    """
    lines = [line.strip() for line in visible(with_plain_ends(text)).split("\n")]
    paragraphs = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
    return "\n\n".join("\\\n".join(map(_line, paragraph.split("\n"))) for paragraph in paragraphs)


def _line(line: str) -> str:
    block = _BLOCK.match(line)
    if block:
        return f"\\{block[0]}{_inline(line[block.end() :])}"
    number = _NUMBER.match(line)
    if number:
        return f"{number[1]}\\{number[2]}{_inline(line[number.end() :])}"
    return _inline(line)


def _inline(text: str) -> str:
    return _INLINE.sub(_escaped, text)


def _escaped(mark: re.Match[str]) -> str:
    """A run of `_` between letters or digits marks nothing, as in `snake_case`."""
    text, start, end = mark.string, mark.start(), mark.end()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if mark[0].startswith("_"):
        return mark[0] if before.isalnum() and after.isalnum() else "\\_" * len(mark[0])
    return f"\\{mark[0]}"
