"""What a function gave back, written as JSON, by plain types only: no method of the value is asked."""

MOST_ITEMS = 4096
MOST_CHARACTERS = 4096
MOST_BITS = 2048
MOST_DEPTH = 16


class NotPlain(Exception):
    """The value cannot be told: a word for why (`type`, `long`, `deep`, `digits`), and which."""

    def __init__(self, why: str, which: str = "") -> None:
        super().__init__(why, which)
        self.why, self.which = why, which


def as_json(value: object) -> str:
    """The value as JSON text; tuples and dicts are marked. Raises NotPlain."""
    return _Writer().written(value, 0)


def text_as_json(text: str) -> str:
    """A text as JSON, ASCII only."""
    marked = (
        character if " " <= character <= "~" and character not in '"\\' else _escape(character) for character in text
    )
    return '"' + "".join(marked) + '"'


class _Writer:
    """Counts the items of the whole value, lists in lists among them."""

    def __init__(self) -> None:
        self._items = 0
        self._characters = 0

    def written(self, value: object, depth: int) -> str:
        if value is None or isinstance(value, bool):
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, int):
            return _whole(value)
        if isinstance(value, float):
            return _real(value)
        if isinstance(value, str):
            return self._text(value)
        return self._container(value, depth + 1)

    def _text(self, value: str) -> str:
        self._characters += str.__len__(value)
        if self._characters > MOST_CHARACTERS:
            raise NotPlain("long", "str")
        return text_as_json(str.__str__(value))

    def _container(self, value: object, depth: int) -> str:
        if depth > MOST_DEPTH:
            raise NotPlain("deep", type(value).__name__)
        if isinstance(value, list):
            return self._listed(list.__iter__(value), list.__len__(value), depth)
        if isinstance(value, tuple):
            return '{"tuple":' + self._listed(tuple.__iter__(value), tuple.__len__(value), depth) + "}"
        if isinstance(value, dict):
            return '{"dict":' + self._listed(dict.items(value), dict.__len__(value), depth) + "}"
        raise NotPlain("type", type(value).__name__)

    def _listed(self, items: object, count: int, depth: int) -> str:
        self._items += count
        if self._items > MOST_ITEMS:
            raise NotPlain("long", "list")
        return "[" + ",".join([self.written(item, depth) for item in items]) + "]"  # type: ignore[attr-defined]  # no Iterable here


def _whole(value: int) -> str:
    if int.bit_length(value) > MOST_BITS:
        raise NotPlain("digits")
    return int.__repr__(value)


def _real(value: float) -> str:
    text = float.__repr__(value)
    return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(text, text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
