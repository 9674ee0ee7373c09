"""A card as it will be reviewed, before it is added: asked, or answered rightly."""

from collections.abc import Sequence

from quizapp.cards.computed import CheckBlock
from quizapp.cards.faces import CheckFace, ChoiceFace, Face, OrderFace, PointsFace, TypedFace
from quizapp.cards.models import Card
from quizapp.study.editing.adding import Proposal, file_of
from quizapp.study.editing.troubles import Trouble, as_typed
from quizapp.study.questions.asking import Ask

SEEDS = 24
"""Variants that are drawn of a check while it is being written: `quizapp check` draws many more."""


def preview(card: Card, language: str, answered: bool, variant: int = 0) -> Ask:
    """The card's question; answered as somebody answers who knows it. `variant` counts a check's draws."""
    ask = Ask(card, 0, seed=variant)
    if answered:
        _answer(ask, card.face(language), language)
    return ask


def tried(proposal: Proposal) -> tuple[Trouble, ...]:
    """What shows only when a check is drawn and answered. Takes a while: not for the interface's thread."""
    if proposal.card is None or proposal.card.kind != "check":
        return ()
    from quizapp.study.checking.examination import examination  # only where it is needed: it brings all that computes

    languages = {file_of(language): language for language in proposal.sections}
    lines = {file: proposal.sections[language].split("\n") for file, language in languages.items()}
    found = examination([proposal.card], SEEDS, lambda file: lines.get(file, [])).faults
    told = []
    for fault in found:
        language = languages[fault.file]
        told.append(as_typed(fault, language, proposal.form.text(language), proposal.sections[language]))
    return tuple(told)


def mistakes(card: Card | None) -> Sequence[str]:
    """The ids of a check's mistakes, for which another language says something of its own."""
    face = next(iter(card.faces.values())) if card else None
    block = face.check if isinstance(face, CheckFace) else CheckBlock()
    return list(block.mistakes)


def _answer(ask: Ask, face: Face, language: str) -> None:
    if isinstance(face, ChoiceFace):
        ask.marked = [position for position, option in enumerate(face.options) if option.right]
    elif isinstance(face, OrderFace):
        ask.marked = list(range(len(face.items)))
    elif isinstance(face, PointsFace):
        ask.submit()
        ask.marked = list(range(len(face.points)))
    if ask.written:
        ask.written.give_up()
    if not ask.submit(_typed(ask, face), language):
        ask.submit("", language)


def _typed(ask: Ask, face: Face) -> str:
    if isinstance(face, TypedFace):
        return face.accepted[0]
    if ask.computed and not ask.broken:
        from quizapp.checks.texts.showing import shown  # for the same reason

        return shown(ask.computed.variant.answer, grouped=False)
    return ""
