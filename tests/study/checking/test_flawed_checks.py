"""A computed card that cannot be asked any more since it was changed stays in use as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.cards.faces import CheckFace
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk
from tests.conftest import NOW, write_cards

SOUND = """## How many are {{a}} and {{b}}? {#sum}

```check
draw:
  a: {from: 2, to: 5}
  b: {from: 2, to: 5}
answer: a + b
```

{{a}} + {{b}} = {{answer}}
"""


@pytest.fixture
def desk(where: Places) -> Iterator[Desk]:
    """A desk without the bundled decks, on which the sound card was read."""
    where.config.mkdir(parents=True)
    where.config_file.write_text("bundled = false\n", encoding="utf-8")
    with open_desk(where, NOW) as opened:
        _read(opened, SOUND)
        yield opened


def _read(desk: Desk, text: str, name: str = "sums.en.md") -> None:
    write_cards(desk.places.cards, {name: text})
    desk.read_cards(NOW)


def _answer(desk: Desk) -> str:
    card = desk.collection.card("sums/sum")
    assert card is not None
    face = card.face("en")
    assert isinstance(face, CheckFace)
    return str(face.check.answer)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a + b", "a + q", "unknown name `q`"),
        ("{{b}}?", "{{c}}?", "unknown name `c`"),
        ("a + b", "a / 0", ""),
    ],
)
def test_the_version_before_stays_in_use_and_the_fault_is_told(desk: Desk, old: str, new: str, told: str) -> None:
    _read(desk, SOUND.replace(old, new))
    assert _answer(desk) == "a + b"
    faults = [fault for fault in desk.collection.faults() if not fault.note]
    assert faults
    assert told in faults[0].what
    _read(desk, SOUND.replace("a + b", "a * b"))
    assert (_answer(desk), desk.collection.faults()) == ("a * b", [])


def test_a_new_card_that_cannot_be_asked_is_in_use(desk: Desk) -> None:
    _read(desk, SOUND.replace("{#sum}", "{#other}").replace("a + b", "a + q"), "others.en.md")
    assert desk.collection.card("others/other") is not None


def test_one_that_could_not_be_asked_before_is_read_as_it_is(desk: Desk, tmp_path: Path) -> None:
    name = "others.en.md"
    _read(desk, SOUND.replace("a + b", "a + q"), name)
    _read(desk, SOUND.replace("a + b", "a + z"), name)
    card = desk.collection.card("others/sum")
    assert card is not None
    assert "a + z" in str(card.face("en"))


def test_a_second_language_that_says_nothing_of_the_answer_is_no_fault(desk: Desk) -> None:
    chinese = SOUND.replace("How many are {{a}} and {{b}}?", "{{a}} 加 {{b}} 得多少？")
    block = chinese[chinese.index("```check") : chinese.index("```\n\n") + 4]
    for prompt in ("得多少", "等于几"):
        _read(desk, chinese.replace(block, "```check\n```\n").replace("得多少", prompt), "sums.zh.md")
        assert [fault for fault in desk.collection.faults() if not fault.note] == []
        card = desk.collection.card("sums/sum")
        assert card is not None
        assert prompt in card.face("zh").prompt


def test_what_an_older_version_of_the_program_kept_is_passed_over(desk: Desk) -> None:
    from sqlalchemy import update

    from quizapp.store.engines.engine import writing
    from quizapp.store.schema import tables

    with writing(desk.collection._engine) as connection:
        connection.execute(update(tables.source_file).values(part='{"old": 1}'))
    _read(desk, SOUND.replace("a + b", "a + b + 1"))
    assert _answer(desk) == "a + b + 1"
