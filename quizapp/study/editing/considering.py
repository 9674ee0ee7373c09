"""A form looked at from every side: what would come of it, what is wrong, what is like it, how it will be asked."""

from dataclasses import dataclass, field
from datetime import datetime

from quizapp.study.editing.adding import Proposal, proposed
from quizapp.study.editing.completing import Nameable, known
from quizapp.study.editing.duplicates import Alike, Prompts
from quizapp.study.editing.files import Added, Target, add
from quizapp.study.editing.form import Form
from quizapp.study.editing.previewing import preview, tried
from quizapp.study.editing.troubles import Trouble
from quizapp.study.opening import Desk
from quizapp.study.questions.asking import Ask


@dataclass
class Surroundings:
    """What a new card comes to: the decks, topics and tags there are, and every card's prompt."""

    known: Nameable = field(default_factory=Nameable)
    prompts: Prompts = field(default_factory=Prompts)


@dataclass(frozen=True)
class View:
    """How the card is to be shown: in which language, answered or not, with which of a check's variants."""

    language: str
    answered: bool = False
    variant: int = 0


@dataclass(frozen=True)
class Considered:
    """The proposal, where the card goes, its question (None where there is none yet), and cards like it.

    `misplaced` is what is wrong with where it goes, `doubts` what showed when a check was tried out: most likely wrong,
    but there is a card, and its author may know better.
    """

    proposal: Proposal
    target: Target
    ask: Ask | None = None
    misplaced: tuple[Trouble, ...] = ()
    doubts: tuple[Trouble, ...] = ()
    alike: tuple[Alike, ...] = ()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """All that is wrong, worst first, each once."""
        every = dict.fromkeys([*self.misplaced, *self.proposal.troubles, *self.doubts])
        return tuple(sorted(every, key=lambda trouble: not trouble.fatal))

    @property
    def faults(self) -> tuple[Trouble, ...]:
        """What keeps the card from being added."""
        return (*self.misplaced, *self.proposal.faults)

    @property
    def same(self) -> Alike | None:
        """A card that asks the very same."""
        return next((alike for alike in self.alike if alike.same), None)


def surroundings(desk: Desk) -> Surroundings:
    """What the collection holds. Takes about a second for 20,000 cards: not for the interface's thread."""
    prompts = Prompts((card.id, card.titles) for card in desk.collection.listed())
    return Surroundings(known(desk), prompts)


def considered(form: Form, around: Surroundings, view: View, but: str = "") -> Considered:
    """Looks at a form. `but` is the card that is being changed, which is not like itself.

    A check is drawn a few times, which takes a while: not for the interface's thread.
    """
    proposal = proposed(form)
    alike = around.prompts.like(proposal.title, but) if proposal.title else []
    ask = preview(proposal.card, view.language, view.answered, view.variant) if proposal.card else None
    target, misplaced = around.known.target(form), tuple(around.known.troubles(form))
    return Considered(proposal, target, ask, misplaced, tried(proposal), tuple(alike))


def save(desk: Desk, seen: Considered, around: Surroundings, now: datetime) -> Added:
    """Writes a card into the learner's folder, and knows of it from then on.

    Raises UsageError or StoreError, and then nothing is written.
    """
    added = add(desk, seen.target, seen.proposal.drafts, now)
    if seen.proposal.card is not None:
        faces = seen.proposal.card.faces.items()
        around.prompts.add(added.card, {language: face.title for language, face in faces})
    return added
