"""The card that is shown before there is a session is the one that the session shows."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.faces import Face
from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.store.waiting.first_look import first_look
from quizapp.study.sessions.first_card import FIELDS, FirstCard, first_card
from quizapp.study.sessions.scope import Scope
from tests.cli import cards
from tests.conftest import questions, write_cards
from tests.study.desks import Learner

STEPS = st.lists(st.sampled_from([*Grade, "undo", "bury", "suspend", "tomorrow"]), max_size=15)
SCOPES = st.builds(Scope, st.sampled_from([(), ("d",), ("d", "e"), ("none",)]), limit=st.none() | st.integers(1, 3))


def said(learner: Learner, scope: Scope) -> FirstCard | None:
    """The first card, at a glance."""
    look = first_look(learner.where.database, learner.where.backups)
    assert look is not None
    found = first_card(look, learner.settings, scope, learner.now)
    look.close()
    return found


@settings(max_examples=12, deadline=None)
@given(STEPS, SCOPES, st.integers(0, 4), st.integers(0, 4), st.booleans())
def test_the_first_card_is_the_sessions(
    steps: list[Grade | str], scope: Scope, new: int, reviews: int, by_deck: bool
) -> None:
    with TemporaryDirectory() as folder:
        chosen = Settings(bundled=False, new_per_day=new, reviews_per_day=reviews)
        learner = Learner(Places(Path(folder), Path(folder)), chosen.but(order="by-deck" if by_deck else "interleaved"))
        learner.read(d__t=questions("a", "b", marks=" .reverse"), e__u=questions("x", "y", "z"))
        learner.start()
        for step in steps:
            if step == "undo":
                learner.undo()
            elif step == "tomorrow":
                learner.tomorrow()
                learner.start()
            elif learner.shown is not None:
                learner.answer(step) if isinstance(step, Grade) else getattr(learner, step)()
        session, first = learner.start(scope), said(learner, scope)
        assert (session.card is None) == (first is None)
        if session.card and first:
            assert first.card.id == session.card.id
            assert (first.left, first.done, first.topic_titles) == (session.left, 0, session.topic_titles)
        learner.collection.close()


@pytest.mark.parametrize("text", [cards.BASIC, cards.TWELVE])
def test_its_question_is_that_of_the_session(learner: Learner, text: str) -> None:
    learner.read(d__t=text)
    session, first = learner.start(), said(learner, Scope())
    assert first is not None
    ask, asked = first.ask(), session.ask()
    for language in ("en", "zh"):
        assert ask.texts(language) == asked.texts(language)
        assert ask.card.place(language).file == asked.card.place(language).file
    assert (ask.shown, ask.listing, ask.typing) == (asked.shown, asked.listing, asked.typing)


@pytest.mark.parametrize(
    "scope", [Scope(cram=True), Scope(tags=("cnn",)), Scope(due_after=None, decks=("none",))], ids=str
)
def test_of_some_sessions_it_is_not_said_at_a_glance(learner: Learner, scope: Scope) -> None:
    learner.read(d__t=questions("a"))
    assert said(learner, scope) is None


def test_nor_where_other_machines_may_have_answered(learner: Learner, tmp_path: Path) -> None:
    learner.read(d__t=questions("a"))
    assert said(learner, Scope()) is not None
    learner.settings = learner.settings.but(sync_folder=tmp_path)
    assert said(learner, Scope()) is None


def test_what_it_knows_of_faces_is_what_they_have() -> None:
    faces = get_args(get_args(Face)[0])
    known = {face.model_fields["kind"].default: frozenset(face.model_fields) for face in faces}
    assert {kind: fields for kind, fields in known.items() if kind not in ("check", "exercise")} == FIELDS


@pytest.mark.parametrize(
    ("found", "instead"),
    [('"explanation"', '"more"'), ('"The answer to a."', "3"), ('"faces":', '"fac":'), ('"en":', '"en":[],"de":')],
)
def test_what_another_version_wrote_or_none_is_left_to_the_models(learner: Learner, found: str, instead: str) -> None:
    write_cards(learner.where.cards, {"d/t.en.md": questions("a")})
    learner.collection.read_folders([learner.where.cards], learner.now)
    assert said(learner, Scope()) is not None
    with closing(sqlite3.connect(learner.where.database)) as connection, connection:
        connection.execute("UPDATE card SET content = replace(content, ?, ?)", (found, instead))
    assert said(learner, Scope()) is None
