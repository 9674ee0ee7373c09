"""What the columns of a table of cards are called, in the languages of many, and which of them a row has."""

from collections.abc import Sequence
from dataclasses import dataclass

_NAMES = {
    "prompt": "prompt front question q term word 正面 问题 問題 题目 題目 提问 提問 单词 單詞 表面 vorderseite "
    "frage begriff wort recto terme mot anverso frente pregunta término palabra fronte domanda termine parola "
    "pergunta palavra voorkant vraag woord przód pytanie słowo вопрос слово термин 앞면 질문 단어",
    "answer": "answer back a definition meaning translation 背面 反面 答案 回答 解答 释义 釋義 裏面 答え 意味 "
    "rückseite antwort bedeutung übersetzung verso réponse définition traduction signification reverso respuesta "
    "definición traducción significado retro risposta definizione traduzione significato resposta definição "
    "tradução achterkant antwoord betekenis vertaling tył odpowiedź tłumaczenie znaczenie ответ перевод значение "
    "определение 뒷면 답 뜻",
    "explanation": "explanation explanations note notes extra comment hint 解释 解釋 说明 說明 备注 備註 注释 "
    "註釋 erklärung hinweis explication remarque explicación nota spiegazione explicação uitleg пояснение",
    "tags": "tags tag labels label 标签 標籤 タグ schlagwörter étiquettes etiquetas etichette теги",
    "deck": "deck decks 牌组 牌組 卡组 卡組 デッキ stapel paquet mazo mazzo baralho колода",
    "kind": "kind type 类型 類型 种类 種類 typ tipo",
    "id": "id guid 编号 編號",
}
"""By what they hold: in English, Chinese, Japanese, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
Russian and Korean."""

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


_LONGEST_NAME = 20

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


def columns_given(header: Sequence[str]) -> Columns:
    """The columns of a row that is said to name them: those with unknown names are prompt, answer, explanation."""
    found = columns_of(header)
    if found:
        return found
    more = tuple(index for index in range(2, len(header)))
    return Columns({"prompt": 0, "answer": 1}, more, tuple(header[index].strip() for index in more), len(header))


def may_name_columns(row: Sequence[str]) -> bool:
    """True if a row looks as if it named columns: a few words in each field, and no two fields alike."""
    names = [field.strip() for field in row if field.strip()]
    return len(names) > 1 and len(set(names)) == len(names) and all(map(_is_name, names))


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and all(char.isalpha() or char in " _-" for char in text)
