"""Tags of Anki's as tags of ours, which stand in quotes behind a heading."""

import re

from quizapp.visible import visible

_UNFIT = re.compile(r'["{}\\\s\x00-\x1f\x7f]+')


def tag_of(tag: str) -> str:
    """A tag without what would end ours: `_` in its place."""
    return visible(_UNFIT.sub("_", tag))
