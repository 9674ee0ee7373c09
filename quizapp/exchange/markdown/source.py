"""What every reader of foreign Markdown does: files and their lines, HTML told, gaps looked after, ids of siblings."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.identity import id_of_prompt
from quizapp.cards.plain import gaps, plain
from quizapp.errors import UsageError
from quizapp.exchange.markdown.literal import Fences, Span, fences_of, is_within, outside
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.exchange.texts.plain_text import place, read_text
from quizapp.exchange.texts.signs import told_unshown, unshown
from quizapp.i18n import F_, _
from quizapp.markdown import GAP_MARK, outline_of, tokens_of
from quizapp.visible import one_line, visible

MOST_FILES = 20_000
"""Markdown files in a folder."""

_FIRST_WORDS = 40
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef]")
_NUMBER = re.compile(r"\A(\d+)")
_EMPTY_HEADING = re.compile(r" {0,3}#{1,6}[ \t#]*\Z|[ \t]*\Z")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|<!--")
_MARK = re.compile(r"\\.|(?<!=)==(?!=)", re.DOTALL)
_ELEMENTS = re.compile(
    r"(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6r]|i|iframe|img|ins|kbd|li|"
    r"mark|ol|p|pre|q|r[pt]|ruby|s|samp|small|span|strike|strong|su[bp]|summary|t[dhrt]|table|tbody|tfoot|thead|u|ul|var|"
    r"video|audio)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """A Markdown file: its path, how a report calls it, its lines, and which of them are code."""

    path: Path
    name: str
    lines: tuple[str, ...]
    fences: Fences

    def place(self, line: int) -> str:
        """Where a line (from 0) stands, for a report."""
        return place(self.name, line + 1)

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to read."""
        return not any(map(str.strip, self.lines))


def page_of(name: str, text: str, path: Path | None = None) -> Page:
    """A text as a page; nothing in it drives a terminal, nor is a character that stands for something here."""
    lines = tuple(_NO_CHARACTER.sub("\ufffd", visible(text)).split("\n"))
    return Page(path or Path(name), one_line(name), lines, fences_of(lines))


def pages(path: Path, limit: int) -> Iterator[tuple[Page, tuple[Told, ...]]]:
    """The file at `path`, or all Markdown files in the folder, with what reading them had to tell.

    Hidden files and folders are passed over, and links that lead out of the folder. UsageError above `limit` bytes in
    all or MOST_FILES files.
    """
    for file in _files(path) if path.is_dir() else [path]:
        text, told = read_text(file, limit)
        limit -= len(text.encode("utf-8", "replace"))
        if limit < 0:
            what = F_("{what} is too large", what=one_line(path.name))
            raise UsageError(what, F_("bring a part of it along, or raise the limit"))
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        page = page_of(name, text, file)
        signs = tuple(Told(page.place(text.count("\n", 0, unshown(text))), what) for what in told_unshown(text))
        yield _told_open(page, (*told, *signs))


def _told_open(page: Page, told: tuple[Told, ...]) -> tuple[Page, tuple[Told, ...]]:
    if page.fences.open is None:
        return page, told
    what = _("this code block is not closed, and holds the rest of the file")
    return page, (*told, Told(page.place(page.fences.open), what))


def _files(root: Path) -> list[Path]:
    real, found = root.resolve(), []
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(folder) / name for name in names if name.endswith(".md") and not name.startswith(".")]
        found += [path for path in paths if path.is_file() and path.resolve().is_relative_to(real)]
        if len(found) > MOST_FILES:
            what = F_("{name} has more than {n} files", name=one_line(root.name), n=MOST_FILES)
            raise UsageError(what, F_("bring a part of it along"))
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def _refuse(error: OSError) -> None:
    """A folder that cannot be looked into is told as a file is that cannot be read: its notes would be missing."""
    what = F_("{path} cannot be read ({why})", path=one_line(str(error.filename)), why=error.strerror)
    raise UsageError(what, F_("check its permissions")) from error


def told_links(root: Path) -> tuple[Told, ...]:
    """A word for each link in a folder behind which nothing is read: to another folder, or to a file outside."""
    if not root.is_dir():
        return ()
    real, told = root.resolve(), []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [*folders, *(name for name in names if name.endswith(".md") and not name.startswith("."))]
        for path in sorted(Path(folder) / name for name in links):
            if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(real)):
                where = path.relative_to(root).as_posix()
                told.append(
                    Told(one_line(where), _("this link is not followed: bring what it leads to along by itself"))
                )
    return tuple(told)


def told_html(markdown: str, where: str) -> tuple[Told, ...]:
    """A word for HTML, which our Markdown shows as it is written."""
    if "<" not in markdown:
        return ()
    texts = (child.content for token in tokens_of(markdown) for child in token.children or [] if child.type == "text")
    tags = (tag for text in texts for tag in _TAG.finditer(text) if not tag[1] or _ELEMENTS.match(tag[1]))
    first = next(tags, None)
    if first is None:
        return ()
    what = _("HTML is shown as text: {tag}").format(tag=one_line(first[0][:_FIRST_WORDS]))
    return (Told(where, what, Loss.NOTHING),)


def as_prompt(heading: str) -> str:
    """A heading's text as a paragraph: it begins no list, no other block, and defines no link."""
    first = outline_of(f"\n{heading}")[:1]
    if not heading or (first and first[0].type == "paragraph_open"):
        return heading
    return _NUMBER.sub(r"\1\\", heading) if heading[0].isdigit() else f"\\{heading}"


def without_empty_headings(markdown: str) -> str:
    """A prompt without headings that say nothing at its beginning: the first line of one becomes a card's heading."""
    lines = markdown.split("\n")
    kept = next((number for number, line in enumerate(lines) if not _EMPTY_HEADING.match(line)), 0)
    return "\n".join(lines[kept:]) if kept else markdown


def is_blank(markdown: str) -> bool:
    """True if Markdown shows nothing: an empty heading, a rule, the definition of a link."""
    return not any(token.content.strip() for token in outline_of(f"\n{markdown}"))


def as_text(markdown: str) -> str:
    """Markdown in which `==` marks nothing, as in dialects that know no gaps."""
    return unmarked(markdown) if "==" in markdown and gaps_of(markdown) else markdown


def unmarked(markdown: str) -> str:
    """Markdown with every `==` escaped that could be a mark: also one that has no partner yet."""
    return outside(markdown, _MARK, lambda mark: mark[0] if mark[0].startswith("\\") else f"\\{mark[0]}")


def gap_marks(markdown: str, literal: Sequence[Span]) -> list[int]:
    """Where `==` stands that may mark something: not escaped, and not in the `literal` spans."""
    found = (mark for mark in _MARK.finditer(markdown) if not mark[0].startswith("\\"))
    return [mark.start() for mark in found if not is_within(literal, mark.start())]


def gaps_of(markdown: str) -> tuple[str, ...]:
    """The texts that are hidden when a prompt is asked, wherever in it they stand."""
    if GAP_MARK not in markdown:
        return ()
    return tuple(gap for token in tokens_of(markdown) if token.type == "inline" for gap in gaps(token))


def with_ids(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Notes of which each cloze goes by its sentence and by what it hides of it.

    So a gap that is put between others at the source is a new card, and they stay what they are.
    """
    return tuple(replace(note, draft=_with_id(note.draft)) for note in notes)


def _with_id(draft: Draft) -> Draft:
    if draft.kind != "cloze" or draft.id:
        return draft
    inlines = [token for token in tokens_of(draft.prompt) if token.type == "inline"]
    hidden = [gap for inline in inlines for gap in gaps(inline)]
    text = " ".join(map(plain, inlines))
    return draft.model_copy(update={"id": id_of_prompt(f"{text} [{', '.join(hidden)}]")})
