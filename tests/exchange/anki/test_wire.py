"""Protocol buffers, read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.anki.wire import NotWire, fields, integer, text
from tests.exchange.anki.building import message


def test_fields_come_in_order_with_their_numbers() -> None:
    assert list(fields(message((1, 300), (2, "猫"), (255, b"\0")))) == [(1, 300), (2, "猫".encode()), (255, b"\0")]


def test_fields_of_fixed_length_are_passed_over() -> None:
    assert list(fields(b"\x09" + b"12345678" + b"\x15" + b"1234" + message((3, 1)))) == [
        (1, b"12345678"),
        (2, b"1234"),
        (3, 1),
    ]


def test_the_last_of_a_field_counts() -> None:
    assert (integer(message((1, 1), (1, 2)), 1), text(message((2, "a"), (2, "b")), 2)) == (2, "b")
    assert (integer(b"", 1), text(b"", 2)) == (0, "")


@pytest.mark.parametrize(
    "data", [b"\x80", b"\xff" * 11, b"\x0a\x05abc", b"\x0b", b"\x09123", b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\x7f"]
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(NotWire):
        list(fields(data))


@given(st.binary(max_size=60))
def test_any_bytes_end(data: bytes) -> None:
    with suppress(NotWire):
        list(fields(data))
