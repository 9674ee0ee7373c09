"""What searches read of a card."""

from pathlib import Path

from quizapp.store.collection import Collection
from quizapp.store.files.listing import text_row
from tests.conftest import NOW, write_cards

CARDS = """# Pooling

## What does pooling keep? {#keeps}

The largest value.

## What does *max* pooling keep? {#max}

The largest value.
"""


def test_a_title_that_stands_in_its_prompt_is_read_once(collection: Collection, tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck/pooling.md": CARDS})
    collection.read_folders([tmp_path], NOW)
    texts = {card.id: text_row(card, 0)[2] for card in map(collection.card, collection.ids()) if card}
    assert texts["pooling/keeps"].count("what does pooling keep?") == 1
    assert "what does *max* pooling keep?" in texts["pooling/max"]
    assert "what does max pooling keep?" in texts["pooling/max"]
    assert all(text.startswith(id_) and text.endswith("the largest value.") for id_, text in texts.items())
