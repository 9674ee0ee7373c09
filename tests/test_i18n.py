"""The language that the program speaks."""

import pytest

from quizapp import i18n


def test_another_language_is_spoken_for_a_while() -> None:
    i18n.use("zh")
    own = i18n._("Today")
    with i18n.speaking("en"):
        assert i18n._("Today") == "Today" != own
    assert i18n._("Today") == own


def test_after_a_fault_too_the_own_language_is_spoken() -> None:
    with pytest.raises(ValueError, match="x"), i18n.speaking("zh"):
        raise ValueError("x")
    assert i18n._("Today") == "Today"
