"""What Anki calls the note types that it brings along, and their fields, in the languages it speaks.

From Anki's translations of `notetypes.ftl`. A note type that somebody copied keeps most of its name (`…-4f2a1`), so for
the longer ones only words are looked for.
"""

from enum import StrEnum

_TYPED = (
    *(
        "type in",
        "输入答案",
        "輸入答案",
        "eintippen",
        "saisissez la réponse",
        "teclear la respuesta",
        "digita la risposta",
    ),
    *(
        "digite a resposta",
        "解答を入力",
        "с вводом ответа",
        "wpisywanie odpowiedzi",
        "typ het antwoord",
        "вдрукуванням",
    ),
    *("napsat odpověď", "skriv in svaret", "nhập câu trả lời", "كتابة الجواب"),
)
_OPTIONAL = (
    *(
        "optional",
        "可选",
        "選擇性",
        "wahlweise",
        "optionnelle",
        "opcional",
        "opzionale",
        "任意",
        "по выбору",
        "opcjonalną",
    ),
    *("optioneel", "seçimli", "необов'язковою", "volitelná", "valbart", "tùy chọn", "اختيارية"),
)
_REVERSE = (
    *(
        "reversed",
        "翻转",
        "反向",
        "翻轉",
        "umgekehrte",
        "deux sens",
        "inversée",
        "invertida",
        "invertido",
        "inversa",
        "反転",
    ),
    *("обратной", "odwrotną", "omgekeerde", "ters kart", "зворотною", "obrácená", "omvänt", "thẻ ngược", "معكوسة"),
)
_CLOZE = (
    *(
        "cloze",
        "填空题",
        "克漏字",
        "lückentext",
        "texte à trous",
        "respuesta anidada",
        "omissão de palavras",
        "穴埋め問題",
    ),
    *("задание с пропусками", "luka", "boşluklu", "закритий текст", "doplňovačka", "lucktext", "điền chỗ trống"),
)
_BASIC = (
    *(
        "basic",
        "问答题",
        "基本型",
        "einfach",
        "basique",
        "básico",
        "basilare",
        "基本",
        "простая",
        "podstawowy",
        "basis",
        "temel",
    ),
    *("базовий", "základní", "grundläggande", "cơ bản", "أساسي"),
)
_FRONT = (
    *("front", "正面", "vorderseite", "recto", "anverso", "fronte", "frente", "表面", "przód", "voorkant", "ön", "líc"),
    *("framsida", "mặt trước", "передня сторона", "text", "文字", "文本", "texte", "texto", "testo"),
)
_BACK = (
    *("back", "背面", "rückseite", "verso", "reverso", "retro", "裏面", "tył", "achterkant", "geri", "rub", "baksida"),
    *("mặt sau", "зворотна сторона"),
)
_TAGS = ("tags", "标签", "標籤")


class Shape(StrEnum):
    """What a note type makes of its fields. `UNKNOWN` is asked as basic is."""

    BASIC = "basic"
    REVERSE = "reverse"
    OPTIONAL = "optional"
    TYPED = "typed"
    CLOZE = "cloze"
    UNKNOWN = "unknown"


def shape_of(notetype: str) -> Shape:
    """What a note type of this name does, as far as the name says it."""
    name = notetype.strip().casefold()
    if _says(name, _TYPED):
        return Shape.TYPED
    if _says(name, _REVERSE):
        return Shape.OPTIONAL if _says(name, _OPTIONAL) else Shape.REVERSE
    return Shape.CLOZE if name in _CLOZE else Shape.BASIC if name in _BASIC else Shape.UNKNOWN


def _says(name: str, words: tuple[str, ...]) -> bool:
    return any(word in name for word in words)


def is_front(label: str) -> bool:
    """True for what the first field is called."""
    return label.strip().casefold() in _FRONT


def is_back(label: str) -> bool:
    """True for what the second field is called."""
    return label.strip().casefold() in _BACK


def is_tags(label: str) -> bool:
    """True for what a column of tags is called."""
    return label.strip().casefold() in _TAGS
