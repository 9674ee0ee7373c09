"""A card of one's own, or a bundled one, changed in the form."""

from datetime import datetime
from pathlib import Path

from quizapp.cards.faces import said
from quizapp.cards.models import Card
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.study.editing.adding import Proposal
from quizapp.study.editing.files import replace
from quizapp.study.editing.form import Form, form_of
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.spots import extent_of, key_of
from quizapp.study.opening import Desk


def form_of_card(card: Card) -> Form:
    """The form of a card as it stands in its files. Raises UsageError where it is not there any more."""
    pages = Pages()
    places = card.places.items()
    drafts = {language: extent_of(pages, Path(place.file), key_of(card)).draft for language, place in places}
    return form_of(drafts, card.deck, card.topic)


def change(desk: Desk, card: Card, proposal: Proposal, now: datetime) -> Written:
    """Writes a card in the place of the one it was; of a bundled one, the learner's own copy.

    Raises UsageError, also where its text is not what it was, or StoreError; then nothing is written.
    """
    pages = Pages()
    for language, place in card.places.items():
        here = extent_of(pages, Path(place.file), key_of(card)).card
        if said(here.face) != said(card.faces[language]) or not {*here.tags} <= {*card.tags}:
            raise UsageError(
                F_("`{card}` was changed meanwhile", card=card.family), F_("open it again, to see what it says now")
            )
    return replace(desk, card, proposal.drafts, now)
