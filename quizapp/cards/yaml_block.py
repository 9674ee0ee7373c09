"""YAML in card files: data only, each value with its place, and nothing guessed.

Read with the rules of YAML 1.2 (only `true` and `false` are truth values, `010` is ten, a date is text). Words that
other readers turn into truth values are told, anchors and aliases are refused (a few lines of them can fill any
memory), and so is deep nesting.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from quizapp.cards.yaml_words import Path, problems_of
from quizapp.i18n import F_
from quizapp.visible import visible

DEEPEST = 24
LONGEST = 100_000
"""Characters. Reading as many takes about a second."""

_INTEGER = re.compile(r"[-+]?[0-9]{1,400}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?\Z")
_CONSTANTS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_UNCLEAR = {"yes", "no", "on", "off", "true", "false", "null"}
"""`y` and `n` are names that people draw, and truth values to hardly any reader."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Problem:
    """What is wrong with a block, where: lines and columns from 1."""

    line: int
    column: int
    what: str
    mend: str


class UnreadableBlock(Exception):
    """The block is no YAML that we read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


class YamlBlock:
    """A YAML block read into plain values, with the place of each."""

    def __init__(self, text: str, first_line: int) -> None:
        """Reads `text`, whose first line is line `first_line` of its file. Raises UnreadableBlock."""
        self._text = text
        self._first_line = first_line
        self._places: dict[Path, tuple[int, int]] = {}
        self._keys: dict[Path, tuple[int, int]] = {}
        self._characters: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.refused: set[str | int] = set()
        """The outermost keys under which something does not fit."""
        try:
            self._refuse_bombs()
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:
            raise UnreadableBlock(self._problem_of(error)) from error
        self.value: Any = {} if node is None else self._value(node, ())

    def place(self, path: Path) -> tuple[int, int]:
        """(line, column) of the value at `path`, or of the nearest thing around it."""
        while path not in self._places and path:
            path = path[:-1]
        return self._places.get(path, (self._first_line, 1))

    def place_of_key(self, path: Path) -> tuple[int, int]:
        """(line, column) of the key that ends `path`."""
        return self._keys.get(path) or self.place(path)

    def positions(self, wanted: Callable[[Path], bool]) -> dict[str, tuple[int, int]]:
        """(line, column) of the first character of each value that is wanted, by names joined with dots: `let.n`.

        The value's other characters follow it in the file, its later lines indented alike. Where they do not (in quotes
        with escapes, in lines that are folded into one) the column is 0.
        """
        places = {path: self._characters.get(path, place) for path, place in self._places.items() if wanted(path)}
        return {".".join(map(str, path)): place for path, place in places.items()}

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each key and of each item of a list, by names joined with dots: `see`, `see.0`."""
        return {".".join(map(str, path)): self.place_of_key(path)[0] for path in self._places}

    def validated(self, model: type[Model]) -> Model | None:
        """The block as a `model`; None, and `problems`, where it does not fit."""
        try:
            return model.model_validate(self.value)
        except ValidationError as error:
            for misfit in problems_of(error, set(self._places)):
                self.refuse(*misfit)
            return None

    def refuse(self, path: Path, what: str, mend: str, is_key: bool = False) -> None:
        """Adds the problem that what stands at `path`, or its key, does not fit."""
        self.problems.append(Problem(*(self.place_of_key(path) if is_key else self.place(path)), what, mend))
        self.refused.update(path[:1])

    def _refuse_bombs(self) -> None:
        if len(self._text) > LONGEST:
            raise UnreadableBlock(
                Problem(self._first_line, 1, F_("longer than {most} characters", most=LONGEST), F_("make it shorter"))
            )
        depth = 0
        for event in yaml.parse(self._text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self._refused(event.start_mark, F_("anchors and aliases are not read"), F_("write the value out"))
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise self._refused(
                    event.start_mark, F_("nested more than {most} deep", most=DEEPEST), F_("make it flatter")
                )

    def _refused(self, mark: Any, what: str, mend: str) -> UnreadableBlock:
        return UnreadableBlock(Problem(*self._at(mark), what, mend))

    def _problem_of(self, error: yaml.YAMLError) -> Problem:
        if isinstance(error, yaml.reader.ReaderError):
            before = self._text[: error.position].split("\n")
            what = F_("YAML: character U+{code} is not allowed", code=format(ord(self._text[error.position]), "04X"))
            return Problem(self._first_line + len(before) - 1, len(before[-1]) + 1, what, F_("remove it"))
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or F_("not readable")
        line, column = self._at(mark) if mark else (self._first_line, 1)
        return Problem(line, column, F_("YAML: {what}", what=what), F_("check colons, quotes and indentation"))

    def _at(self, mark: Any) -> tuple[int, int]:
        return self._first_line + mark.line, mark.column + 1

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self._places.setdefault(path, self._at(node.start_mark))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        self._characters[path] = self._first_character(node)
        return self._scalar(node)

    def _first_character(self, node: yaml.ScalarNode) -> tuple[int, int]:
        start, end = node.start_mark, node.end_mark
        line, column = self._at(start)
        quotes = int(node.style in ("'", '"'))
        if self._text[start.index + quotes : end.index - quotes] == node.value and start.line == end.line:
            return line, column + quotes
        if node.style in ("|", ">"):
            content = self._text[start.index : end.index].split("\n")[1:]
            indent = next((len(text) - len(text.lstrip(" ")) for text in content if text.strip()), 0)
            alike = node.style == "|" or len(node.value.rstrip("\n").split("\n")) == len(content) - 1
            return line + 1, indent + 1 if alike else 0
        return line, 0

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = visible(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            inner = (*path, key)
            if key in values:
                mend = F_("keep one of the two")
                self.problems.append(
                    Problem(*self._at(key_node.start_mark), F_("`{key}` stands here twice", key=key), mend)
                )
            self._keys[inner] = self._at(key_node.start_mark)
            self._places[inner] = self._at(value_node.start_mark if value_node.value else key_node.start_mark)
            values[key] = self._value(value_node, inner)
        return values

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = visible(node.value)
        if node.style is not None:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text.lower() in _UNCLEAR:
            what = F_("`{text}` is false or true to some readers of YAML, text to others", text=text)
            mend = F_('put it in quotes ("{text}") if text is meant, or write true or false', text=text)
            self.problems.append(Problem(*self._at(node.start_mark), what, mend))
        if _INTEGER.match(text):
            return int(text)
        return float(text) if _FLOAT.match(text) and math.isfinite(float(text)) else text
