"""Whether two pieces of Markdown say the same, however they are spelt: what a writer asks of what it wrote."""

from collections.abc import Iterable
from typing import Any

from markdown_it.token import Token

from quizapp.cards.draft import Draft
from quizapp.markdown import tokens_of


def same_card(one: Draft, other: Draft) -> bool:
    """True if two drafts are of one kind, and ask and answer the same. Ids and tags do not matter."""
    return (
        one.kind == other.kind and _said(one.prompt) == _said(other.prompt) and _said(one.answer) == _said(other.answer)
    )


def _said(markdown: str) -> list[Any]:
    return [_told(token) for token in tokens_of(markdown)]


def _told(token: Token) -> tuple[Any, ...]:
    if token.type == "inline":
        return (token.type, *_children(token.children or []))
    return token.type, token.tag, token.info, token.content, sorted(token.attrs.items())


def _children(tokens: Iterable[Token]) -> list[Any]:
    """The tokens with neighbouring texts joined: an escape parts them. A line that goes on is a blank."""
    said: list[Any] = []
    for token in tokens:
        text = " " if token.type == "softbreak" else token.content if token.type == "text" else None
        if text is not None and said and isinstance(said[-1], str):
            said[-1] += text
        elif text is not None:
            said.append(text)
        else:
            alternative = _children(token.children) if token.children else []
            said.append((token.type, token.tag, token.content, sorted(token.attrs.items()), alternative))
    return [one for one in said if one != ""]
