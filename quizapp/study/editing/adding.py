"""What would come of a form as it stands: the card, what is wrong with it and where, what is still missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizapp.cards.draft import Draft
from quizapp.cards.faults import Fault
from quizapp.cards.languages import topic_of
from quizapp.cards.models import Card
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from quizapp.cards.writing import section_of
from quizapp.i18n import _
from quizapp.language import EVERY
from quizapp.study.editing.form import Form
from quizapp.study.editing.troubles import PROMPT, Trouble, as_typed, told_of_kind
from quizapp.study.editing.unreadable import odd_tags, told_of_tag, unreadable


@dataclass(frozen=True)
class Proposal:
    """A form as it would be written: a draft a language, the text of each, the card, and what is wrong.

    `card` is None where nothing can be read yet; `missing` are (language, field) that are still empty.
    """

    form: Form
    drafts: Mapping[str, Draft]
    sections: Mapping[str, str]
    card: Card | None
    troubles: tuple[Trouble, ...]
    missing: tuple[tuple[str, str], ...]

    @property
    def faults(self) -> tuple[Trouble, ...]:
        """What keeps the card from being added."""
        return tuple(trouble for trouble in self.troubles if trouble.fatal)

    @property
    def ready(self) -> bool:
        """True if it can be added as it stands."""
        return self.card is not None and not self.faults and not self.missing

    @property
    def title(self) -> str:
        """What lists would call it: for finding cards like it."""
        return next(iter(self.card.faces.values())).title if self.card else ""


def proposed(form: Form) -> Proposal:
    """What would come of the form. Pure, and as fast as reading a card: within milliseconds."""
    missing = tuple(_missing(form))
    complete = [language for language in form.languages if all(language != lacking for lacking, _field in missing)]
    odd = odd_tags(form)
    readable = form.model_copy(update={"tags": tuple(tag for tag in form.tags if tag not in odd)})
    drafts = {language: readable.draft(language) for language in complete}
    named = _with_one_id(drafts)
    sections = {language: section_of(draft) for language, draft in named.items()}
    parts = {language: _part(form, language, text) for language, text in sections.items()}
    troubles = [*_beside_each_other(form), *map(told_of_tag, odd), *_of_parts(form, parts, sections)]
    sound = {language: part for language, part in parts.items() if _is_sound(form, part)}
    card = None
    if sound:
        topic, faults = topic_of(sound.values())
        card = topic.cards[0].model_copy(update={"topic": form.topic, "deck": form.deck})
        troubles += _of_disagreement(form, sound, sections, faults)
    return Proposal(form, named, sections, card, tuple(dict.fromkeys(troubles)), missing)


def file_of(language: str) -> str:
    """The name under which a language's text is read: of no file that there is."""
    return "card.md" if language == EVERY else f"card.{language}.md"


def _missing(form: Form) -> Iterator[tuple[str, str]]:
    for language in form.languages or ("",):
        texts = form.text(language)
        yield from ((language, field) for field in texts.lacking(form.kind))


def _with_one_id(drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    """In two languages a card has one id: the one that follows from the first language's prompt."""
    if len(drafts) < 2 or next(iter(drafts.values())).id:
        return dict(drafts)
    cards = parse_file(section_of(next(iter(drafts.values()))).encode(), "card.md", "").cards
    id_ = cards[0].id if cards else "card"
    return {language: draft.model_copy(update={"id": id_}) for language, draft in drafts.items()}


def _part(form: Form, language: str, text: str) -> FilePart:
    content = text.encode("utf-8", "surrogatepass")
    return parse_file(content, file_of(language), form.deck).model_copy(update={"topic": form.topic or "card"})


def _is_sound(form: Form, part: FilePart) -> bool:
    return len(part.cards) == 1 and part.cards[0].face.kind == form.kind


def _of_parts(form: Form, parts: Mapping[str, FilePart], sections: Mapping[str, str]) -> Iterator[Trouble]:
    for language, part in parts.items():
        texts, section = form.text(language), sections[language]
        why = None if _is_sound(form, part) or len(part.cards) > 1 else unreadable(form, language)
        for fault in part.faults:
            if why is None or fault.note:
                yield as_typed(fault, language, texts, section)
        yield from told_of_kind(form, language, part, why)


def _of_disagreement(
    form: Form, parts: Mapping[str, FilePart], sections: Mapping[str, str], faults: Iterable[Fault]
) -> Iterator[Trouble]:
    """Faults that show only when the languages lie side by side."""
    languages = {part.file: language for language, part in parts.items()}
    for fault in faults:
        if fault.file in languages and not fault.note:
            language = languages[fault.file]
            said = fault.model_copy(update={"what": fault.what.partition("`: ")[2] or fault.what})
            mend = _("make the languages agree") if len(parts) > 1 else fault.mend
            yield as_typed(said.model_copy(update={"mend": mend}), language, form.text(language), sections[language])


def _beside_each_other(form: Form) -> Iterator[Trouble]:
    if EVERY in form.languages and len(form.languages) > 1:
        what, mend = _("a card for all languages stands alone"), _("empty it, or the other language")
        yield Trouble(EVERY, PROMPT, 0, what, mend)
