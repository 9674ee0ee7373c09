"""Notes with flashcards of the Obsidian plugin Spaced Repetition (st3v3nmw), from a vault or a single note.

After the plugin's docs (flashcards, decks, data storage) and its source. Read are the notes that one of the plugin's
tags stands in; a note that is given by itself is read in any case. The plugin's own settings hold where the folder has
them. Highlights that are no gaps become bold, links to notes their words.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.shelf import PICTURES, Shelf, with_pictures
from quizapp.exchange.markdown.source import (
    Page,
    as_text,
    is_blank,
    page_of,
    pages,
    told_html,
    told_links,
    with_ids,
    without_empty_headings,
)
from quizapp.exchange.notes import Found, Loss, Note, Past, Told
from quizapp.exchange.obsidian.clozes import clozes_of
from quizapp.exchange.obsidian.comments import without_comments
from quizapp.exchange.obsidian.links import without_links
from quizapp.exchange.obsidian.marks import without_highlights
from quizapp.exchange.obsidian.questions import Question, Questions
from quizapp.exchange.obsidian.schedules import pasts_of
from quizapp.exchange.obsidian.settings import Settings, settings_of
from quizapp.exchange.obsidian.tags import Tags, deck_of_tag, is_deck_tag, tags_of
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _, ngettext
from quizapp.visible import one_line

_MOST_NAMED = 5
"""Of the notes that are passed over."""

_BLOCK_ID = re.compile(r"[ \t]\^[A-Za-z0-9-]{1,100}[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?")


@dataclass
class _Vault:
    """Where the notes lie, and what is known of the whole of them. Without a shelf pictures stay as they are."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    shelf: Shelf | None = None
    pictures: Mapping[str, Path] = field(default_factory=dict)
    is_folder: bool = False
    told: list[Told] = field(default_factory=list)


def read(path: Path, limit: int) -> Found:
    """The cards of a vault, or of a single note."""
    is_folder = path.is_dir()
    root = path if is_folder else path.parent
    settings, told = settings_of(root) if is_folder else (Settings(), ())
    pictures = _pictures(root) if is_folder else {}
    vault = _Vault(root, settings, Shelf(root, limit), pictures, is_folder, list(told))
    notes: list[Note] = []
    passed_over: list[str] = []
    for page, told_here in pages(path, limit):
        tags = tags_of(page, settings.tags)
        if is_folder and not tags.any and not settings.folders:
            passed_over.append(page.name)
            continue
        vault.told += told_here
        notes += _notes(vault, page, tags)
    vault.told += told_links(path)
    vault.told += _told_rest(path, settings, passed_over, not notes)
    return Found(with_ids(notes), tuple(dict.fromkeys(vault.told)), vault.shelf.media if vault.shelf else {})


def notes_of(text: str, name: str = "note.md") -> tuple[Note, ...]:
    """The cards of a note given as text, without its pictures."""
    page, vault = page_of(name, text), _Vault(Path())
    return with_ids(list(_notes(vault, page, tags_of(page, vault.settings.tags))))


def _told_rest(path: Path, settings: Settings, passed_over: list[str], is_empty: bool) -> Iterator[Told]:
    where = one_line(path.name)
    if passed_over:
        what = ngettext(
            "{count} note without the tag {tag} passed over: {names}",
            "{count} notes without the tag {tag} passed over: {names}",
            len(passed_over),
        )
        names = _(", ").join(passed_over[:_MOST_NAMED]) + ("…" if len(passed_over) > _MOST_NAMED else "")
        tag = one_line(settings.tags[0])
        yield Told(where, what.format(count=len(passed_over), tag=tag, names=names), Loss.NOTHING)
    if is_empty:
        yield Told(where, _("there is no card here"), Loss.NOTHING)


def _pictures(root: Path) -> dict[str, Path]:
    """The pictures of a vault by name, in small letters; of several the one that lies highest."""
    found: dict[str, Path] = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            known = found.get(name.casefold())
            if path.suffix.lower() in PICTURES and (known is None or len(path.parts) < len(known.parts)):
                found[name.casefold()] = path
    return found


def _notes(vault: _Vault, page: Page, tags: Tags) -> Iterator[Note]:
    reader = Questions(page, tags.start, vault.settings)
    questions = list(reader)
    within = {line for question in questions for line in range(question.line, question.end)}
    outside = {line: names for line, names in tags.on_lines.items() if line not in within}
    vault.told += reader.told
    for question in questions:
        own = _own_tags(question, vault.settings)
        deck = _deck(vault, page, question, own or Tags(tags.start, tags.front, outside).at(question.line))
        yield from _cards(vault, page, question, deck)


def _own_tags(question: Question, settings: Settings) -> tuple[str, ...]:
    """The deck tags that a question begins with, which are taken off."""
    tags: list[str] = []
    rest = question.front[0].lstrip()
    while rest.startswith("#"):
        tag, _blank, behind = rest.partition(" ")
        if not is_deck_tag(tag, settings.tags):
            break
        tags.append(tag)
        rest = behind.lstrip()
    if tags:
        question.front[0] = rest
    return tuple(tags)


def _deck(vault: _Vault, page: Page, question: Question, tags: tuple[str, ...]) -> tuple[str, ...]:
    folders = page.path.parent.relative_to(vault.root).parts if vault.is_folder else ()
    own = tuple(map(one_line, folders)) or (one_line(page.path.stem),)
    if vault.settings.folders or not tags:
        return own
    if len(tags) > 1:
        what = _("it stands in one deck only, not in {tags} as well").format(tags=one_line(" ".join(tags[1:])))
        vault.told.append(Told(page.place(question.line), what, Loss.NOTHING))
    return tuple(map(one_line, deck_of_tag(tags[0], vault.settings.tags))) or own


def _cards(vault: _Vault, page: Page, question: Question, deck: tuple[str, ...]) -> Iterator[Note]:
    where = page.place(question.line)
    last = question.lines
    last[-1:] = [_BLOCK_ID.sub("", line) for line in last[-1:]]
    if question.is_single:
        question.front[0] = _ITEM.sub("", question.front[0], count=1)
    front, back = (_shown(vault, side, where) for side in (question.front, question.back or []))
    front = without_empty_headings(front)
    if is_blank(front) or (question.kind != "cloze" and is_blank(back)):
        what = _("“{words}” is a card with an empty side").format(words=first_words(front or back))
        vault.told.append(Told(where, what, Loss.NOTE))
        return
    front, shown = _looked_up(vault, page, front, where)
    back, more = _looked_up(vault, page, back, where)
    media = tuple(dict.fromkeys((*shown, *more)))
    pasts = _pasts(vault, question, where)
    if question.kind == "cloze":
        for draft, past in _clozes(vault, front, pasts, where):
            yield Note(where, draft, deck=deck, media=media, past=past)
        return
    vault.told += _told_extra(pasts, 2 if question.kind == "reverse" else 1, where)
    draft = Draft(kind=question.kind or "basic", prompt=_plain(front), answer=_plain(back))
    first, second, *_rest = *pasts, Past(), Past()
    yield Note(
        where, draft, deck=deck, media=media, past=first, backwards=second if question.kind == "reverse" else Past()
    )


def _text(lines: list[str]) -> str:
    return "\n".join(line.rstrip() if line.strip() else "" for line in lines).strip("\n").rstrip().removeprefix(" ")


def _shown(vault: _Vault, lines: list[str], where: str) -> str:
    """A side's text as Obsidian shows it: its comments are told."""
    text, told = without_comments(_text(lines), where)
    vault.told += told
    return _text(text.split("\n")) if told else text


def _plain(markdown: str) -> str:
    return as_text(without_highlights(markdown))


def _looked_up(vault: _Vault, page: Page, markdown: str, where: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown with links and pictures of ours, and the pictures' names."""
    vault.told += told_html(markdown, where)
    if vault.shelf is None:
        return markdown, ()
    folders = (page.path.parent, vault.root)
    markdown, shown, told = with_pictures(markdown, vault.shelf, folders, where)
    markdown, embedded, also = without_links(markdown, vault.shelf, folders, vault.pictures, where)
    vault.told += [*told, *also]
    return markdown, (*shown, *embedded)


def _pasts(vault: _Vault, question: Question, where: str) -> list[Past]:
    pasts = pasts_of(question.schedule) if question.schedule is not None else ()
    if None in pasts or (question.schedule is not None and not pasts):
        vault.told.append(Told(where, _("a schedule of another form is not brought along")))
    return [past or Past() for past in pasts]


def _told_extra(pasts: list[Past], cards: int, where: str) -> list[Told]:
    return [Told(where, _("it has more schedules than cards"), Loss.NOTHING)] if len(pasts) > cards else []


def _clozes(vault: _Vault, text: str, pasts: list[Past], where: str) -> Iterator[tuple[Draft, Past]]:
    clozes = clozes_of(text, vault.settings.clozes)
    vault.told += _told_extra(pasts, len(clozes.drafts), where)
    if clozes.is_ordered:
        vault.told.append(Told(where, _("which gaps are hidden with which is not brought along")))
    padded = [*pasts, *[Past()] * len(clozes.drafts)]
    for draft, words, past in zip(clozes.drafts, clozes.texts, padded, strict=False):
        if draft:
            yield draft, past
        else:
            what = _("“{words}” cannot be a gap: it is in code or maths, goes across blocks, or is one of too many")
            vault.told.append(Told(where, what.format(words=first_words(words)), Loss.NOTE))
