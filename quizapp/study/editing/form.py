"""A card while it is being written in the form: what stands in its fields."""

from collections.abc import Mapping

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Frozen, Kind
from quizapp.i18n import _
from quizapp.language import EVERY
from quizapp.study.editing.plain_lines import with_marks
from quizapp.wording import N_

FORM_LANGUAGES = ("en", "zh", EVERY)
"""What a card may be written in, in the order in which the form offers them; for all languages comes last."""

_NAMES = {"en": "English", "zh": "中文", EVERY: N_("all languages")}

FIRST_LANGUAGES = ("en", EVERY, "zh")
"""The language that says what is computed comes first, as in a topic's files."""


def language_name(language: str) -> str:
    """What a language is called; those of cards call themselves."""
    return _(_NAMES[language])


class Texts(Frozen):
    """What a card says in one language: Markdown, as it is typed."""

    prompt: str = ""
    answer: str = ""

    @property
    def begun(self) -> bool:
        """True once anything stands there."""
        return bool(self.prompt.strip() or self.answer.strip())

    def lacking(self, kind: Kind) -> tuple[str, ...]:
        """The fields (`prompt`, `answer`) that a card of this kind needs and that are empty; a cloze has no answer."""
        needed = ("prompt",) if kind == "cloze" else ("prompt", "answer")
        return tuple(field for field in needed if not getattr(self, field).strip())


class Form(Frozen):
    """The fields as they stand. `deck` and `topic` are as typed: an id, a title, or nothing.

    `texts` is keyed by language (`en`, `zh` or `every`); a language without text is not written. `id` is empty where it
    follows from the prompt.
    """

    kind: Kind = "basic"
    deck: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()
    id: str = ""
    texts: Mapping[str, Texts] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which something is written."""
        return tuple(language for language in FIRST_LANGUAGES if self.text(language).begun)

    def first_language(self, wanted: str) -> str:
        """The one to show first: the wanted one, where something is written in it or nothing in any."""
        return wanted if wanted in self.languages or not self.languages else self.languages[0]

    def next_language(self, shown: str) -> str:
        """The one to write in after this. A card for all languages stands alone: beside another it is passed over."""
        offered = FORM_LANGUAGES if {*self.languages} <= {EVERY} or EVERY in self.languages else FORM_LANGUAGES[:-1]
        after = FORM_LANGUAGES[FORM_LANGUAGES.index(shown) + 1 :]
        return next((language for language in after if language in offered), offered[0])

    def text(self, language: str) -> Texts:
        """What is written in a language."""
        return self.texts.get(language, Texts())

    def draft(self, language: str) -> Draft:
        """The card in one language: plain lines turned into the list that its kind wants."""
        texts = self.text(language)
        answer = with_marks(self.kind, texts.answer.strip("\n").rstrip())
        return Draft(kind=self.kind, prompt=texts.prompt.strip(), answer=answer, id=self.id, tags=self.tags)

    def emptied(self) -> "Form":
        """The form for the next card, which goes where this one went."""
        return self.model_copy(update={"texts": {}, "id": ""})


def form_of(drafts: Mapping[str, Draft], deck: str, topic: str) -> Form:
    """The form of a card that is written already."""
    first = next(drafts[language] for language in FIRST_LANGUAGES if language in drafts)
    texts = {language: Texts(prompt=draft.prompt, answer=draft.answer) for language, draft in drafts.items()}
    return Form(kind=first.kind, deck=deck, topic=topic, tags=first.tags, id=first.id, texts=texts)
