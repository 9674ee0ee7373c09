"""What the columns of a table of cards are called, in English and Chinese, and which of them a row has."""

from collections.abc import Sequence
from dataclasses import dataclass

_NAMES = {
    "prompt": "prompt front question q term word 正面 问题 問題 题目 題目 提问 提問 单词 單詞",
    "answer": "answer back a definition meaning translation 背面 反面 答案 回答 解答 释义 釋義",
    "explanation": "explanation explanations note notes extra comment hint 解释 解釋 说明 說明 备注 備註 注释 註釋",
    "tags": "tags tag labels label 标签 標籤",
    "deck": "deck decks 牌组 牌組 卡组 卡組",
    "kind": "kind type 类型 類型 种类 種類",
    "id": "id guid 编号 編號",
}
_ROLE = {name: role for role, names in _NAMES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column, from 0, holds what: `places` by role, each once; `more` are those shown below the answer.

    `unknown` are the names of those among `more` that nobody knows. `width` is how many columns there are.
    """

    places: dict[str, int]
    more: tuple[int, ...]
    unknown: tuple[str, ...] = ()
    width: int = 3


WITHOUT_HEADER = Columns({"prompt": 0, "answer": 1}, (2,))
"""A table without names: prompt, answer, explanation."""


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns that a row names, if it is a header: it names a prompt and another column that is known."""
    roles = [_ROLE.get(name.strip().casefold(), "") for name in header]
    if "prompt" not in roles or len({role for role in roles if role}) < 2:
        return None
    places = {role: roles.index(role) for role in _NAMES if role in roles and role != "explanation"}
    more = [index for index in range(len(roles)) if index not in places.values() and header[index].strip()]
    unknown = tuple(header[index].strip() for index in more if roles[index] != "explanation")
    return Columns(places, tuple(more), unknown, len(roles))
