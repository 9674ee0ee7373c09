"""Protocol buffers, as much of their wire format as Anki's packages need.

From the Protocol Buffers documentation, "Encoding": a message is a row of fields, each a tag (number and wire type) and
a value: a varint, eight bytes, a length and so many bytes, or four bytes. Groups are not used by Anki.
"""

from collections.abc import Iterator

_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5
_LONGEST_VARINT = 10


class NotWire(Exception):
    """The bytes are no message."""


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message, in order: their numbers, and their values as an integer or as bytes. Raises NotWire."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        kind = tag & 7
        if kind == _VARINT:
            value, at = _varint(data, at)
            yield tag >> 3, value
            continue
        length = {_EIGHT: 8, _FOUR: 4}.get(kind, -1)
        if kind == _BYTES:
            length, at = _varint(data, at)
        if not 0 <= length <= len(data) - at:
            raise NotWire
        yield tag >> 3, data[at : at + length]
        at += length


def integer(data: bytes, number: int) -> int:
    """The last value of a field that is an integer, 0 if it is not there."""
    return ([value for key, value in fields(data) if key == number and isinstance(value, int)] or [0])[-1]


def text(data: bytes, number: int) -> str:
    """The last value of a field that is text, empty if it is not there."""
    found = [value for key, value in fields(data) if key == number and isinstance(value, bytes)]
    return (found or [b""])[-1].decode("utf-8", "replace")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(_LONGEST_VARINT):
        if at + index >= len(data):
            raise NotWire
        byte = data[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, at + index + 1
    raise NotWire
