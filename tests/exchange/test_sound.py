"""What comes of a draft once it is written: of plain words without reading them, and the same as if they were read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.exchange.sound import plain, read_again, sound

_LINES = st.text(st.sampled_from("aZé字1９０ ,;.?!:'\"()/%，。？（-_#*=[]{}<>&$|\\`~+\n"), max_size=12)
_TAGS = st.lists(st.text(st.sampled_from("aé字1-:_."), min_size=1, max_size=3), max_size=2, unique=True)


@given(_LINES, _LINES, _TAGS)
def test_plain_words_come_to_what_reading_them_comes_to(prompt: str, answer: str, tags: list[str]) -> None:
    draft = Draft(prompt=prompt, answer=answer, tags=tuple(tags))
    assert plain(draft) in (None, read_again(draft))


@given(
    st.from_regex(r"\A[a-z字1-9](?: ?[a-z字1-9,;.?!:'\"()/%，。？])*\Z"),
    st.sampled_from(["x", "1990", "a b (c), d: e"]),
)
def test_words_with_what_parts_them_do_too(prompt: str, answer: str) -> None:
    draft = Draft(prompt=prompt, answer=answer, tags=("t",))
    assert plain(draft) in (None, read_again(draft))


@pytest.mark.parametrize("answer", ["1. one", "*x*", "- x", "[x] a", "a  b", "a\nb", "a_b", "x $y$", "", "12) a", "a "])
def test_whatever_may_mark_something_is_read(answer: str) -> None:
    assert plain(Draft(prompt="What?", answer=answer)) is None


def test_a_draft_is_written_and_read_once() -> None:
    draft = Draft(prompt="What is *it*?", answer="This.")
    assert sound(draft) is sound(draft.model_copy())
    again = sound(draft).again
    assert again is not None
    assert again == draft.model_copy(update={"id": again.id})
