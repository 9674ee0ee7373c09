"""Files damaged by chance, as a bad disk, a bad link or a bad will would do it."""

from random import Random

_TEMPTING = (
    *(b"\x00", b"\xff", b"\x7f" * 8, b"\x80" * 9 + b"\x01", b"\xed\xa0\x80", b"\r", b"\n", b"\t", b'"', b"'"),
    *(b"{{", b"}}", b"::", b"{{c1::", b"[[", b"<", b"&#0;", b"&#x110000;", b"<table>", b"</div>", b"<!--", b"\\"),
    *(b"==", b"$$", b"```", b"---\n", b"null", b"[]", b"{}", b"-1", b"1e999", b"9" * 400, b"NaN", b"true", b'""'),
    *("\u202e".encode(), "答：".encode(), b"../../x", b"/etc/passwd", b"2026-02-30", b"9999-12-31T23:59:59Z"),
)


def mangled(content: bytes, chance: Random) -> bytes:
    """The content after a few accidents; now and then it is not damaged at all."""
    made = bytearray(content)
    for _ in range(chance.choice([0, 1, 1, 2, 3, 8])):
        _accident(made, chance)
    return bytes(made)


def _accident(made: bytearray, chance: Random) -> None:
    at = chance.randrange(len(made) + 1)
    end = min(len(made), at + chance.choice([1, 2, 4, 16, 256, 4096]))
    match chance.randrange(6):
        case 0 if at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        case 1:
            del made[at:end]
        case 2:
            made[at:at] = made[at:end]
        case 3:
            made[at:at] = chance.choice(_TEMPTING)
        case 4:
            made[at:end] = chance.choice(_TEMPTING)
        case _ if chance.random() < 0.3:
            del made[at:]
