"""A card file's front matter: the keys that are sound, and each fault told."""

import re
from collections.abc import Mapping

from quizapp.cards.identity import is_id, mend_of
from quizapp.cards.parts import FrontMatter
from quizapp.cards.section import Tell
from quizapp.cards.yaml_block import UnreadableBlock, YamlBlock
from quizapp.i18n import F_

_FIRST_LINE = 2
_TOPIC = re.compile(r"^(topic|into):[ \t]*([\"']?)([\w-]+)\2[ \t]*(?:#.*)?$", re.MULTILINE)


def front_matter(content: str, tell: Tell) -> tuple[FrontMatter, Mapping[str, int]]:
    """What `content` says, and the line of each key and of what stands in its lists.

    A key that is at fault is told and left out. The topic is found even where the YAML cannot be read: without it all
    cards of the file would have other ids until that is mended.
    """
    try:
        block = YamlBlock(content, _FIRST_LINE)
    except UnreadableBlock as error:
        tell(error.problem.line, error.problem.what, error.problem.mend, error.problem.column)
        topic = _TOPIC.search(content)
        return FrontMatter.model_validate({topic[1]: topic[3]} if topic and is_id(topic[3]) else {}), {}
    front = _sound(block)
    for problem in block.problems:
        tell(problem.line, problem.what, problem.mend, problem.column)
    _tell_unknown_keys(block, tell)
    return front, block.lines


def _sound(block: YamlBlock) -> FrontMatter:
    block.validated(FrontMatter)
    said = block.value if isinstance(block.value, dict) else {}
    for key in ("topic", "into"):
        if isinstance(said.get(key), str) and not is_id(said[key]):
            block.refuse((key,), F_("`{name}` is no topic id", name=said[key]), mend_of(said[key]))
    if "topic" in said and "into" in said:
        block.refuse(
            ("topic",),
            F_("`topic` and `into` name two topics"),
            F_("keep `into` where the cards go into a topic that is there"),
        )
    return FrontMatter.model_validate({key: value for key, value in said.items() if key not in block.refused})


def _tell_unknown_keys(block: YamlBlock, tell: Tell) -> None:
    for key in block.value if isinstance(block.value, dict) else ():
        if key not in FrontMatter.model_fields:
            line, column = block.place_of_key((key,))
            tell(
                line,
                F_("front matter has no key `{key}`", key=key),
                F_("it is ignored; check its spelling"),
                column,
                note=True,
            )
