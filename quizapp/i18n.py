"""The interface's language: gettext, with English as the source text.

`use` says which language `_` and `ngettext` speak from now on. Translations lie in `quizapp/locale`; `make messages`
brings them up to date.
"""

import gettext as _gettext
from pathlib import Path

from quizapp.language import Language

LOCALES = Path(__file__).parent / "locale"
_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: Language) -> None:
    """Speaks `language` from now on."""
    global _current
    _current = _gettext.NullTranslations() if language == "en" else _gettext.translation("quizapp", LOCALES, [language])


def _(message: str) -> str:
    """`message` in the language in use."""
    return _current.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that `count` wants, in the language in use."""
    return _current.ngettext(one, many, count)
