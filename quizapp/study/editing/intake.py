"""Cards taken in from outside the form: from flags, a text, an editor. What cannot be added is told and kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import cast, get_args

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.cards.faults import Fault
from quizapp.cards.identity import is_id, mend_of
from quizapp.cards.parse import parse_file
from quizapp.cards.writing.section import MARKED
from quizapp.errors import QuizappError, StoreError, UsageError
from quizapp.i18n import F_, _
from quizapp.study.editing.blank_sheet import sheet_kept
from quizapp.study.editing.completing import tags_in
from quizapp.study.editing.considering import Considered, Surroundings, View, considered, save, surroundings
from quizapp.study.editing.duplicates import Alike
from quizapp.study.editing.form import FORM_LANGUAGES, Form, form_of
from quizapp.study.editing.sheet import Piece, sheet_of
from quizapp.study.editing.troubles import PROMPT
from quizapp.study.editing.unfinished import keep_refused
from quizapp.study.opening import Desk

_NOTHING = "##"
"""What is left of a card where neither its prompt nor its answer was given."""

Fields = Mapping[str, str]
"""What flags or the head of a sheet say for all cards: `deck`, `topic`, `tags`, `language`; empty where nothing."""


@dataclass(frozen=True)
class Taken:
    """A card that was added: its id, its deck, what it came from, and cards like it."""

    card: str
    deck: str
    form: Form
    alike: tuple[Alike, ...]


@dataclass
class Intake:
    """Takes cards in, one by one. With `unique`, one of which a like one is there already is refused.

    `told` are lines for whoever gave them, `refused` what was not added, `faults` why, `said` what was said of all of
    them; `blank` is True where a sheet held nothing.
    """

    desk: Desk
    unique: bool = False
    added: list[Taken] = field(default_factory=list)
    refused: list[Piece] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    said: Fields = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    blank: bool = False

    def take_sheet(self, content: bytes, name: str, fields: Fields, now: datetime) -> Fields:
        """Adds the cards of a sheet, which `name` is the name of, and gives what is said for all of them.

        What `fields` say goes before what the sheet says. Raises UsageError where a language is none.
        """
        sheet = sheet_of(content, name)
        self.blank = sheet.blank
        said = {**sheet.fields, **{key: value for key, value in fields.items() if value}}
        said["tags"] = " ".join(tags_in(f"{sheet.fields.get('tags', '')} {fields.get('tags', '')}"))
        self._language(said)
        self.said = said
        if self.blank:
            return said
        self._tell(sheet.faults)
        if sheet.beside:
            self.refused.append(Piece(1, sheet.beside + "\n", None))
        for piece in sheet.pieces:
            self.take(piece, name, said, now)
        return said

    def take(self, piece: Piece, name: str, fields: Fields, now: datetime) -> None:
        """Adds one card, or refuses it."""
        self.said = fields
        if piece.draft is None:
            self.refused.append(piece)
            return
        language = self._language(fields)
        tags = tuple(dict.fromkeys([*tags_in(fields.get("tags", "")), *piece.draft.tags]))
        draft = piece.draft.model_copy(update={"tags": tags})
        form = form_of({language: draft}, fields.get("deck", ""), fields.get("topic", ""))
        seen = considered(form, self._around, View(language))
        try:
            self._refuse(seen, name, piece)
            id_ = save(self.desk, seen, self._around, now).card
            card = self.desk.collection.card(id_)
            self.added.append(Taken(id_, card.deck if card else seen.target.deck, form, seen.alike))
        except QuizappError as error:
            self._tell([Fault(file=name, line=piece.line, what=error.message, mend=error.hint)])
            self.refused.append(piece)

    def keep_refused(self, now: datetime) -> Path | None:
        """Keeps what was refused, as it was given; the file, if anything was. Raises StoreError where it cannot."""
        written = [piece for piece in self.refused if piece.text.strip() != _NOTHING]
        if not written:
            return None
        try:
            return keep_refused(sheet_kept(self.said, written), self.desk.places, now)
        except (OSError, UnicodeEncodeError) as error:
            raise StoreError(
                F_("the cards refused cannot be kept ({error})", error=error), F_("keep what you gave")
            ) from error

    @cached_property
    def _around(self) -> Surroundings:
        return surroundings(self.desk)

    def _language(self, fields: Fields) -> str:
        language = fields.get("language") or self.desk.settings.language
        if language not in FORM_LANGUAGES:
            raise UsageError(
                F_("there is no language `{language}`", language=language),
                F_("use one of {choices}", choices=", ".join(FORM_LANGUAGES)),
            )
        return language

    def _refuse(self, seen: Considered, name: str, piece: Piece) -> None:
        """Tells what there is to be told; raises UsageError where that keeps the card from being added."""
        for missing in seen.proposal.missing:
            what = F_("there is no prompt") if missing[1] == PROMPT else F_("the card has no answer")
            raise UsageError(what, F_("write it"))
        if seen.faults:
            first, *others = seen.faults
            self.told += [f"{name}:{piece.line}: {trouble}" for trouble in others]
            raise UsageError(first.what, first.mend)
        self.told += [f"{name}:{piece.line}: {trouble}" for trouble in seen.troubles]
        for alike in seen.alike:
            said = _("asked already: {card}: {title}") if alike.same else _("like it: {card}: {title}")
            self.told.append(said.format(card=alike.card, title=alike.title))
        if self.unique and seen.alike:
            raise UsageError(
                F_("`{card}` is like it", card=seen.alike[0].card), F_("change that one, or leave --unique out")
            )

    def _tell(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.faults.append(fault)
            self.told.append(fault.told())


def from_flags(prompt: str, answer: str, kind: str | None, id_: str) -> Piece:
    """A card out of its texts; its kind is told from their shape where none is given. Raises UsageError."""
    kinds = get_args(Kind)
    if kind is not None and kind not in kinds:
        raise UsageError(
            F_("there is no kind `{kind}`", kind=kind), F_("use one of {choices}", choices=", ".join(kinds))
        )
    if id_ and not is_id(id_):
        raise UsageError(F_("`{id}` is no card id", id=id_), mend_of(id_))
    text = _as_section(prompt, answer, kind, id_)
    meant = cast(Kind, kind) if kind else _shape(text)
    return Piece(1, text, Draft(kind=meant, prompt=prompt, answer=answer, id=id_))


def _as_section(prompt: str, answer: str, kind: str | None, id_: str) -> str:
    first, _end, rest = prompt.strip().partition("\n")
    marks = " ".join([*([f"#{id_}"] if id_ else []), *([f".{kind}"] if kind in MARKED else [])])
    parts = [
        f"## {first}" + (f" {{{marks}}}" if marks and first else ""),
        rest.strip("\n"),
        "---" if rest.strip() and "```" not in answer else "",
        answer.strip("\n"),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shape(section: str) -> Kind:
    """The kind that needs no mark behind the heading."""
    cards = parse_file(section.encode("utf-8", "surrogatepass"), "card.md", "").cards
    return cards[0].face.kind if len(cards) == 1 else "basic"
