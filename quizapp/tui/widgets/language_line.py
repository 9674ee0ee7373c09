"""The languages of a card that is being written: which is shown, and how far each is."""

from collections.abc import Iterator

from quizapp.render import Span
from quizapp.study.editing.form import FORM_LANGUAGES, Form, language_name
from quizapp.tui.widgets.prose import Prose


class LanguageLine(Prose):
    """One line: `✓` where all that the kind needs is written, `…` where some of it is, `·` where nothing is."""

    DEFAULT_CSS = """
    LanguageLine { height: 1; }
    """

    def tell(self, form: Form, shown: str) -> None:
        """Tells of a form, of which one language is shown."""
        self.show([tuple(_spans(form, shown))])


def _spans(form: Form, shown: str) -> Iterator[Span]:
    for language in FORM_LANGUAGES:
        here = language == shown
        text = f"{'▸' if here else ' '}{language_name(language)} {_how_far(form, language)}  "
        yield Span(text, "strong" if here else "dim")


def _how_far(form: Form, language: str) -> str:
    texts = form.text(language)
    if not texts.begun:
        return "·"
    return "…" if texts.lacking(form.kind) else "✓"
