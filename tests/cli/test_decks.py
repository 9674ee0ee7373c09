import pytest

from quizapp.cards.models import Deck
from quizapp.cli.decks import meant_decks
from quizapp.errors import UsageError

CONVOLUTION = Deck(id="06-convolution", order=6, titles={"en": "Convolution & variants", "zh": "卷积及其变体"})
SAMPLING = Deck(
    id="07-receptive-field-sampling", order=7, titles={"en": "Receptive field & sampling", "zh": "感受野与上下采样"}
)
LONG = Deck(id="16-convolution-long", order=16, titles={"every": "Long convolutions"})
DECKS = [CONVOLUTION, SAMPLING, LONG]


@pytest.mark.parametrize(
    ("name", "deck"),
    [
        ("06-convolution", CONVOLUTION),
        ("06", CONVOLUTION),
        ("6", CONVOLUTION),
        ("０６", CONVOLUTION),
        ("convolution & variants", CONVOLUTION),
        ("卷积", CONVOLUTION),
        ("sampling", SAMPLING),
        ("RECEPTIVE-FIELD", SAMPLING),
        ("感受野与上下采样", SAMPLING),
        ("ampl", SAMPLING),
        ("long", LONG),
    ],
)
def test_a_deck_is_meant_by_id_number_part_or_title(name: str, deck: Deck) -> None:
    assert meant_decks(DECKS, [name]) == (deck.id,)


def test_a_name_that_may_mean_two_decks_lists_them() -> None:
    with pytest.raises(UsageError) as error:
        meant_decks(DECKS, ["convolution"])
    assert error.value.hint == "choose one of 06-convolution, 16-convolution-long"


@pytest.mark.parametrize("name", ["nope", "", " ", "1", "60"])
def test_a_name_of_no_deck_lists_them_all(name: str) -> None:
    with pytest.raises(UsageError) as error:
        meant_decks(DECKS, [name])
    assert all(deck.id in error.value.hint for deck in DECKS)


def test_a_deck_named_twice_counts_once() -> None:
    assert meant_decks(DECKS, ["06", "卷积", "07"]) == (CONVOLUTION.id, SAMPLING.id)
