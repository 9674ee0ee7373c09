"""Many values at once."""

import gc

import pytest

from quizapp.unswept import unswept


def test_the_collector_works_again_afterwards() -> None:
    assert gc.isenabled()
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_so_it_does_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), unswept():
        _ = 1 / 0
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
