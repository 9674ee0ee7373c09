"""The fields of a card that is being written, in one language at a time."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from quizapp.i18n import _
from quizapp.study.editing.completing import TOPIC, Nameable, tags_in
from quizapp.study.editing.form import FIRST_LANGUAGES, Form, Texts
from quizapp.study.editing.templates import is_template, template
from quizapp.study.editing.troubles import DECK, PROMPT, TAGS, Trouble
from quizapp.tui.widgets.completed_input import CompletedInput
from quizapp.tui.widgets.field_area import FieldArea
from quizapp.tui.widgets.kind_picker import KindPicker
from quizapp.tui.widgets.language_line import LanguageLine
from quizapp.visible import one_line


class CardForm(Vertical):
    """Kind, deck, topic and tags; prompt and answer in the language that is shown."""

    DEFAULT_CSS = """
    CardForm { height: 1fr; width: 1fr; }
    CardForm Horizontal { height: 1; }
    CardForm .mark { width: 1; visibility: hidden; }
    CardForm .label { width: 9; height: 1; color: $foreground 70%; }
    CardForm .kept { width: 1fr; height: 1; }
    CardForm FieldArea { margin-left: 1; }
    CardForm #written-prompt { height: 1fr; min-height: 4; max-height: 9; }
    CardForm #written-answer { height: 2fr; min-height: 4; }
    """

    class Changed(Message):
        """Something was written, or chosen."""

    def __init__(self, known: Nameable | None = None) -> None:
        super().__init__(id="form")
        self.known = known or Nameable()
        self.language = "en"
        self._form = Form()
        self._mistakes: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield from self._row(_("Kind"), KindPicker())
        yield from self._row(_("Deck"), CompletedInput("deck", lambda text: self.known.matches(DECK, text)))
        yield from self._row(_("Topic"), CompletedInput("topic", self._topics))
        yield from self._row(_("Tags"), CompletedInput("tags", lambda text: self.known.matches(TAGS, text)))
        yield LanguageLine()
        yield FieldArea("written-prompt")
        yield FieldArea("written-answer")

    def on_mount(self) -> None:
        """Names that stand in borders."""
        self.query_one("#topic", Input).placeholder = _("empty: the usual one")
        self.query_one("#tags", Input).placeholder = _("empty: none")
        self._tell_usual()
        self._prompt.entitle(_("Prompt"))
        self._answer.entitle(_("Answer"))

    def know(self, known: Nameable) -> None:
        """What there is to complete with, from now on."""
        self.known = known
        self._tell_usual()

    # What stands in it

    @property
    def form(self) -> Form:
        """The fields as they stand; a template that nobody wrote into is no answer."""
        here = Texts(prompt=self._prompt.text, answer="" if self._is_untouched else self._answer.text)
        changed = {
            "kind": self.query_one(KindPicker).kind,
            "deck": self._value("deck"),
            "topic": self._value("topic"),
            "tags": tags_in(self._value("tags")),
            "texts": {name: texts for name, texts in {**self._form.texts, self.language: here}.items() if texts.begun},
        }
        return self._form.model_copy(update=changed)

    def show(self, form: Form, language: str) -> None:
        """Another card."""
        self._form = form
        self.query_one(KindPicker).show(form.kind)
        for name, value in (("deck", form.deck), ("topic", form.topic), ("tags", " ".join(form.tags))):
            self.query_one(f"#{name}", Input).value = one_line(value)
        self._show_texts(language)

    def switch_language(self, mistakes: tuple[str, ...]) -> None:
        """The next language; a check has something to say to the same `mistakes` in each.

        The cursor stays in its field, but an answer waits until there is a prompt.
        """
        self._form, self._mistakes = self.form, mistakes
        self._show_texts(self._form.next_language(self.language))
        if self.area.has_focus and not self._prompt.text.strip():
            self.begin()

    def keep_place(self) -> None:
        """The deck and the topic cannot be changed, of a card that stands somewhere: they are text, and no fields."""
        for name in ("deck", "topic"):
            field = self.query_one(f"#{name}", Input)
            field.display = False
            self.query_one(f"#row-{name}", Horizontal).mount(Static(field.value, classes="kept", markup=False))

    # Where one is

    @property
    def offered(self) -> list[str]:
        """What is offered to complete the line that is written now."""
        focused = self.screen.focused
        return list(focused.matches) if isinstance(focused, CompletedInput) else []

    @property
    def area(self) -> FieldArea:
        """The field with the cursor, or the answer."""
        focused = self.screen.focused
        return focused if isinstance(focused, FieldArea) else self._answer

    def begin(self) -> None:
        """To the prompt."""
        self.screen.set_focus(self._prompt)

    def go_where(self, faults: Sequence[Trouble], missing: Sequence[tuple[str, str]]) -> None:
        """To the first thing that is wrong, else to the first that is missing."""
        if faults:
            self.go_to(faults[0])
        elif missing:
            self.go_to_field(*missing[0])

    def go_to(self, trouble: Trouble) -> None:
        """To what is wrong."""
        if not trouble.language:
            self.query_one(f"#{trouble.field}", Input).focus()
            return
        self.go_to_field(trouble.language, trouble.field)
        if trouble.line:
            self.area.go_to(trouble.line)

    def go_to_field(self, language: str, field: str) -> None:
        """To the prompt or the answer in a language; in the one that is shown, where none is named."""
        if language and language != self.language:
            self._form = self.form
            self._show_texts(language)
        self.screen.set_focus(self._prompt if field == PROMPT else self._answer)

    # What happens in it

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _moved(self) -> None:
        """A sign stands before the line one is in: colours may be missing."""
        for row in self.query(Horizontal):
            row.query_one(".mark").visible = self.screen.focused in row.children

    @on(KindPicker.Picked)
    def _picked(self, event: KindPicker.Picked) -> None:
        event.stop()
        self._offer_template()
        self._show_languages()
        self.post_message(self.Changed())

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _written(self, event: Message) -> None:
        event.stop()
        self._show_languages()
        self._tell_usual()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def _show_texts(self, language: str) -> None:
        self.language = language
        texts = self._form.text(language)
        self._prompt.begin(texts.prompt)
        self._answer.begin(texts.answer)
        self._offer_template()
        self._show_languages()

    def _offer_template(self) -> None:
        """In an answer into which nobody has written yet."""
        text = self._answer.text
        if is_template(text, self._mistakes):
            kind = self.query_one(KindPicker).kind
            offered = template(kind, self._mistakes, further=self._is_further)
            if offered != text:
                self._answer.begin(offered)
                self._answer.go_to(1)

    @property
    def has_template(self) -> bool:
        """True if the answer that is shown holds a template that is no answer."""
        return bool(self._answer.text.strip()) and self._is_untouched

    @property
    def _is_untouched(self) -> bool:
        """True if a template stands in the answer as it was offered: not where the card that is shown says just that.

        In a further language it may stay as it is, once there is a prompt.
        """
        answer = self._answer.text
        offered = is_template(answer, self._mistakes) and answer != self._form.text(self.language).answer
        return offered and not (self._is_further and self._prompt.text.strip())

    @property
    def _is_further(self) -> bool:
        """True if a language before this one says what is computed."""
        before = FIRST_LANGUAGES[: FIRST_LANGUAGES.index(self.language)]
        return any(self._form.text(language).answer.strip() for language in before)

    def _show_languages(self) -> None:
        self.query_one(LanguageLine).tell(self.form, self.language)

    def _tell_usual(self) -> None:
        """What an empty deck means: a topic that there is has one."""
        known = self.known.topic(self._value("topic")) is not None
        usual = _("empty: as the topic's") if known else _("empty: the usual one")
        self.query_one("#deck", Input).placeholder = usual

    def _topics(self, text: str) -> list[str]:
        return self.known.matches(TOPIC, text, self._value("deck"))

    def _row(self, label: str, field: Widget) -> ComposeResult:
        with Horizontal(id=f"row-{field.id}" if field.id else None):
            yield Static("▸", classes="mark")
            yield Static(label, classes="label", markup=False)
            yield field

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    @property
    def _prompt(self) -> FieldArea:
        return self.query_one("#written-prompt", FieldArea)

    @property
    def _answer(self) -> FieldArea:
        return self.query_one("#written-answer", FieldArea)
