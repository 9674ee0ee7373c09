"""What a reader takes for one character, however many code points it is made of."""

import unicodedata

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)
_HANGUL_TAILS = range(0x1160, 0x1200)


def clusters(text: str) -> list[str]:
    """`text` cut into grapheme clusters, simplified: base characters with what combines with or is joined to them."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    start = 0
    for index in range(1, len(text)):
        if not _belongs(text, start, index):
            found.append(text[start:index])
            start = index
    if text:
        found.append(text[start:])
    return found


def _belongs(text: str, start: int, index: int) -> bool:
    """Whether the character at `index` goes on with the cluster that began at `start`."""
    character = text[index]
    if character < "\u0300":
        return False
    code = ord(character)
    if code in _FLAG_LETTERS:
        return index - start == 1 and ord(text[start]) in _FLAG_LETTERS
    joined = text[index - 1] == _JOINER and text[start] > "\u00ff"
    return joined or character == _JOINER or _extends(character, code)


def _extends(character: str, code: int) -> bool:
    marks = any(code in extending for extending in (_SKIN_TONES, _TAGS, _HANGUL_TAILS))
    return marks or unicodedata.category(character) in {"Mn", "Me", "Mc"}
