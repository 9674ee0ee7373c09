"""Which format a file is in: told by its name, and by what stands in it where names say too little."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.exchange.archive.headers import refuse_progress
from quizapp.exchange.markdown.literal import literal_spans
from quizapp.exchange.notes import Found
from quizapp.i18n import F_
from quizapp.study.merging.sources import holds_log
from quizapp.wording import N_

_PEEK = 64 * 1024
"""Bytes from which a text file is told."""

_FILES = 20
"""Notes from which a folder is told."""

_HEADER = re.compile(r"\A\ufeff?#(separator|html|tags|columns|notetype|deck|guid|if)[ a-z]*:", re.IGNORECASE)
_HASHCARDS = re.compile(r"^([QATD]):|^C:(?:.*\[|[ \t]*$)", re.MULTILINE)
_OBSIDIAN = re.compile(r"#flashcards\b|<!--SR:|^\?{1,2}$", re.MULTILINE)
_ON_ONE_LINE = re.compile(r"^.+[^:`]:::?[^:/\s].*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,2} ", re.MULTILINE)


@dataclass(frozen=True)
class Format:
    """A format: what it is called on the command line, what it is, and where its importer is found."""

    name: str
    title: str
    module: str
    function: str

    def read(self, path: Path, limit: int, header: bool | None = None) -> Found:
        """The notes of a file; `header` says whether a table's first row names the columns. Raises UsageError."""
        importer: Callable[..., Found] = getattr(import_module(f"quizapp.exchange.{self.module}"), self.function)
        if header is None:
            return importer(path, limit)
        if self.name != "csv":
            what = F_("{name} has no row of names", name=self.name)
            raise UsageError(what, F_("--header and --no-header are for tables"))
        return importer(path, limit, header=header)


FORMATS = (
    Format("anki", N_("Anki package"), "anki", "read_package"),
    Format("anki-text", N_("Anki notes in plain text"), "anki_text.reading", "read_anki_text"),
    Format("csv", N_("table (CSV or TSV)"), "tables.reading", "read_csv"),
    Format("mnemosyne", N_("Mnemosyne, tab-separated"), "tables.mnemosyne", "read_mnemosyne"),
    Format("hashcards", N_("hashcards"), "hashcards.reading", "read"),
    Format("obsidian", N_("Obsidian spaced repetition"), "obsidian", "read"),
    Format("headings", N_("Markdown, a heading a card"), "headings.reading", "read"),
)
NAMES = tuple(known.name for known in FORMATS)


def format_of(path: Path, name: str | None = None) -> Format:
    """The format called `name`, else that of the file or folder at `path`.

    Raises UsageError, for tables of progress too, unless they are called something else.
    """
    if not path.exists():
        raise UsageError(F_("there is no {path}", path=path), F_("check the name"))
    if not path.is_file() and not path.is_dir():  # a pipe would be waited for, and a device need not end
        what = F_("{path} is neither a file nor a folder", path=path)
        raise UsageError(what, F_("save what it gives into a file"))
    if name in (None, "csv"):
        refuse_progress(path)
    found = name or _told(path)
    if found is None:
        if holds_log(path):
            what = F_("{name} holds progress, no cards", name=path.name)
            raise UsageError(what, F_("`quizapp merge` brings it in"))
        what = F_("{name} is in no format that is known", name=path.name)
        raise UsageError(what, F_("say which with --format: {names}", names=", ".join(NAMES)))
    return next(known for known in FORMATS if known.name == found)


def _told(path: Path) -> str | None:
    if path.is_dir():
        return _of_markdown("\n".join(_peek(file) for file in _first_files(path)))
    if zipfile.is_zipfile(path) or path.suffix in (".apkg", ".colpkg"):
        return "anki"
    teller = _BY_SUFFIX.get(path.suffix.casefold())
    return teller(_peek(path)) if teller else None


def _first_files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*.md")) if file.is_file()][:_FILES]


def _of_text(text: str) -> str:
    return "anki-text" if _HEADER.match(text) else "csv"


def _of_markdown(text: str) -> str:
    prose = "\n".join(_without_code(text))
    letters = {found[1] for found in _HASHCARDS.finditer(prose)}
    if letters >= {"Q", "A"} or letters >= {"T", "D"} or None in letters:
        return "hashcards"
    # `std::vector` stands in cards of every kind: what is asked on one line is asked on most
    asks = len(_ON_ONE_LINE.findall(prose)) > len(_HEADING.findall(prose))
    return "obsidian" if asks or _OBSIDIAN.search(prose) else "headings"


def _without_code(text: str) -> Iterator[str]:
    done = 0
    for start, end in literal_spans(text):
        yield text[done:start]
        done = end
    yield text[done:]


_BY_SUFFIX: dict[str, Callable[[str], str]] = {
    ".txt": _of_text,
    ".csv": _of_text,
    ".tsv": _of_text,
    ".md": _of_markdown,
    ".markdown": _of_markdown,
}


def _peek(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_PEEK).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise UsageError(F_("{path} cannot be read ({why})", path=path, why=error.strerror)) from error
