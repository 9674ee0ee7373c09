"""Which cards are taken out when what came from a file is to go."""

from dataclasses import replace

from quizapp.cards.draft import Draft
from quizapp.exchange.incoming.bringing import ids_in
from quizapp.exchange.notes import OURS, Found
from quizapp.study.editing.files import replace as replace_card
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning


def test_bundled_cards_and_copies_of_them_came_from_elsewhere(learning: Learning) -> None:
    replace_card(learning.desk, learning.card("pooling/average"), {"en": Draft(prompt="b?", answer="B.")}, learning.now)
    bundled = [replace(note(name), key=f"{OURS}pooling/{name}") for name in ("keep", "average")]
    added = brought(learning, note("a?"), *bundled).added
    assert list(ids_in(Found((*bundled, note("a?"))), learning.desk, WISH)) == added
    assert len(added) == 1


def test_each_card_is_named_once(learning: Learning) -> None:
    notes = [replace(note("a?"), key=f"{OURS}mine/one"), replace(note("甲？"), key=f"{OURS}mine/one@zh")]
    assert list(ids_in(Found(tuple(notes)), learning.desk, WISH)) == ["mine/one"]
