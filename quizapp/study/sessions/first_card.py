"""The first card of a session, shown before there is a session: read at a glance, and seen until keys are heard.

Neither SQLAlchemy nor pydantic is imported for it: together they take longer than all the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, cast

from quizapp.cards.faced import Faced
from quizapp.scheduling.day import learners_day
from quizapp.store.engines.failures import NONSENSE
from quizapp.study.coming.agenda import Queue
from quizapp.study.coming.today import today
from quizapp.study.questions.asking import Ask

if TYPE_CHECKING:
    from quizapp.cards.models import Card
    from quizapp.config import Settings
    from quizapp.store.waiting.first_look import FirstLook
    from quizapp.study.sessions.scope import Scope

IN_ALL = frozenset({"kind", "prompt", "title", "explanation", "line"})
FIELDS: Mapping[str, frozenset[str]] = {
    "basic": IN_ALL | {"answer"},
    "reverse": IN_ALL | {"answer"},
    "cloze": IN_ALL | {"gaps"},
    "choice": IN_ALL | {"options"},
    "order": IN_ALL | {"items"},
    "points": IN_ALL | {"points"},
    "typed": IN_ALL | {"answer", "accepted"},
}
"""What faces have, by their kinds. Those are left out whose questions are made by what takes long to import."""

_LISTS = ("gaps", "items", "points", "accepted")


class Showing(Protocol):
    """What is shown of a session beside its card."""

    @property
    def topic_titles(self) -> Mapping[str, str]:
        """The titles of the card's topic, by language."""

    @property
    def done(self) -> int:
        """How many cards were answered."""

    @property
    def left(self) -> int:
        """How many are still to come, the one shown included."""

    @property
    def scope(self) -> "Scope":
        """Which cards it is about."""


@dataclass(frozen=True)
class FirstCard:
    """The card that a session would show first, and what is shown beside it."""

    card: "Card"
    topic_titles: Mapping[str, str]
    left: int
    scope: "Scope"
    done: int = 0

    def ask(self) -> Ask:
        """Its question."""
        return Ask(self.card, 1)


def first_card(look: "FirstLook", settings: "Settings", scope: "Scope", now: datetime) -> FirstCard | None:
    """The first card of a scope; None where there is none, or where it cannot be said at a glance. Raises StoreError.

    What other machines did comes in before a session begins.
    """
    if scope.practice or scope.tags or settings.sync_folder:
        return None
    day = learners_day(now, starts_at=settings.day_starts_at)
    queue = Queue(today(look.waits(day), settings).agenda(scope.decks).cut(scope.limit))
    id_ = queue.take()
    content = None if id_ is None else look.card(id_)
    if content is None or not _is_known(content):
        return None
    return FirstCard(_card(content), look.topic_titles(content["topic"]), len(queue) + 1, scope)


def _is_known(content: Mapping[str, Any]) -> bool:
    """False for what another version wrote, or what no version ever did: the models read it, or tell of it."""
    try:
        files = [place["file"] for place in content["places"].values()]
        return all(isinstance(file, str) for file in files) and all(map(_is_face, content["faces"].values()))
    except (*NONSENSE, AttributeError):
        return False


def _is_face(face: Mapping[str, Any]) -> bool:
    if frozenset(face) != FIELDS.get(face["kind"]):
        return False
    texts = [option["text"] for option in face.get("options", ())]
    texts += [text for name in _LISTS for text in face.get(name, ())]
    texts += [text for name, text in face.items() if name not in {*_LISTS, "options", "line"}]
    return all(isinstance(text, str) for text in texts)


@dataclass(frozen=True)
class _Card(Faced):
    """A card as far as it is shown: what its JSON says, not looked at any further."""

    id: str
    topic: str
    faces: Mapping[str, Any]
    places: Mapping[str, Any]


def _card(content: Mapping[str, Any]) -> "Card":
    faces = {language: _face(face) for language, face in content["faces"].items()}
    places = {language: SimpleNamespace(**place) for language, place in content["places"].items()}
    return cast("Card", _Card(content["id"], content["topic"], faces, places))


def _face(said: Mapping[str, Any]) -> SimpleNamespace:
    options = [SimpleNamespace(**option) for option in said.get("options", ())]
    several = sum(option.right for option in options) > 1
    return SimpleNamespace(**{**said, "options": options, "several": several})
