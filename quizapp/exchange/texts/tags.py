"""Tags of other programs as tags of ours, which stand in quotes behind a heading."""

import re

from quizapp.i18n import _
from quizapp.visible import one_line, visible

_UNFIT = re.compile(r'["{}\\\s\x00-\x1f\x7f]+')


def tag_of(tag: str) -> str:
    """A tag without what would end ours: `_` in its place."""
    return visible(_UNFIT.sub("_", tag))


def told_tag(tag: str) -> str:
    """What is told of a tag that is called otherwise here."""
    return _("the tag {tag} is called {name} here").format(tag=one_line(tag), name=tag_of(tag))
