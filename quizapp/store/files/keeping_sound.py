"""What stays in use of a file into which a fault came: its cards as they were before."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from pydantic import ValidationError
from sqlalchemy import Connection, select

from quizapp.cards.faces import said
from quizapp.cards.faults import Fault
from quizapp.cards.parts import CardPart, FilePart
from quizapp.store.files.changes import Changed
from quizapp.store.schema import tables

_file = tables.source_file

Judge = Callable[[FilePart, CardPart], Sequence[Fault]]
"""What keeps a computed card, as one file has it, from being asked."""


def may_lose_cards(read: Changed, judge: Judge | None) -> bool:
    """True if a fault may have taken a card away: else nobody need ask how the file was before."""
    part = read.part
    computed = judge is not None and any(card.face.kind == "check" for card in part.cards)
    return part.swallows or computed or bool(part.broken)


def with_sound_cards(connection: Connection, read: Changed, judge: Judge | None) -> Changed:
    """A fault made while editing takes no card away: the version before it stays in use."""
    if not may_lose_cards(read, judge):
        return read
    before = connection.execute(select(_file.c.part).where(_file.c.path == str(read.file.path))).scalar()
    part, earlier = read.part, _part(before)
    if earlier is None:
        return read
    if judge is not None:
        part = part.without(_newly_flawed(part, earlier, judge))
    return replace(read, part=part.with_sound(earlier))


def kept_cards(part: str) -> Sequence[CardPart]:
    """The cards of a part that was kept; none where this version of the program does not read it."""
    found = _part(part)
    return found.cards if found else ()


def _part(before: str | None) -> FilePart | None:
    """A part that was kept; None where there is none, or none that this version of the program reads."""
    if before is not None:
        with suppress(ValidationError):
            return FilePart.model_validate_json(before)
    return None


def _newly_flawed(part: FilePart, earlier: FilePart, judge: Judge) -> dict[str, Sequence[Fault]]:
    """The computed cards, by their keys, that could be asked before they were changed and now cannot."""
    before = {card.key: card for card in earlier.cards if card.face.kind == "check"}
    changed = [card for card in part.cards if card.key in before and said(card.face) != said(before[card.key].face)]
    flaws = {card.key: judge(part, card) for card in changed}
    return {key: found for key, found in flaws.items() if found and not judge(earlier, before[key])}
