"""A card in one language as a person writes it down, before it stands in a file."""

from quizapp.cards.faces import Frozen, Kind


class Draft(Frozen):
    """The texts of a card, all of them Markdown, and its marks.

    `prompt` may have several blocks: the first line becomes the heading. `answer` is everything below the prompt: the
    answer proper, a task list (choice), a numbered list (order), a bullet list (points), or a `check` or `exercise`
    fence, each with the explanation after it; for a cloze, whose gaps stand in the prompt, the explanation alone.
    `id` is empty where it follows from the prompt. `tags` are the card's own, beside its topic's.
    """

    kind: Kind = "basic"
    prompt: str
    answer: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
