"""A card changed in the form: what another program wrote into its file meanwhile is not lost."""

import pytest

from quizapp.errors import UsageError
from quizapp.study.editing.adding import proposed
from quizapp.study.editing.changing import change, form_of_card
from quizapp.study.editing.form import Texts
from tests.study.editing.conftest import MINE, Learning


def _change(learning: Learning, meanwhile: str) -> None:
    card = learning.card("mine/one")
    form = form_of_card(card).model_copy(update={"texts": {"every": Texts(prompt="One?", answer="mine")}})
    (learning.own / "mine.md").write_text(meanwhile)
    change(learning.desk, card, proposed(form), learning.now)


@pytest.mark.parametrize("text", [MINE.replace("\n1\n", "\ntheirs\n"), MINE.replace("{#one}", '{#one tags="theirs"}')])
def test_a_card_that_was_changed_meanwhile_is_not_written_over(learning: Learning, text: str) -> None:
    with pytest.raises(UsageError, match="changed meanwhile"):
        _change(learning, text)
    assert learning.text("mine.md") == text


def test_another_card_of_the_file_may_change(learning: Learning) -> None:
    text = MINE.replace("# Mine\n", "# Mine\n\nNotes.\n").replace("\n2\n", "\ntwo\n")
    _change(learning, text)
    assert learning.text("mine.md") == text.replace("\n1\n", "\nmine\n")
