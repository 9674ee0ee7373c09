"""The keys of the form. All of them work while a field is written, where letters are text."""

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingType

from quizapp.i18n import _
from quizapp.wording import N_

KEYS: list[BindingType] = [
    Binding("ctrl+s", "save", N_("Add the card, and begin the next"), id="adding.save", priority=True),
    Binding("ctrl+l", "language", N_("The card in another language"), id="adding.language", priority=True),
    Binding("f2", "preview", N_("The form, or the preview"), id="adding.preview", priority=True),
    Binding("f3", "answered", N_("The preview: asked, or answered"), id="adding.answered", priority=True),
    Binding("ctrl+r,f5", "variant", N_("The preview: other numbers"), id="adding.variant", priority=True),
    Binding("f6,ctrl+up", "scroll(-1)", N_("The preview: up"), id="adding.up", priority=True),
    Binding("f7,ctrl+down", "scroll(1)", N_("The preview: down"), id="adding.down", priority=True),
    Binding("ctrl+o", "editor", N_("Write the field in your own editor"), id="adding.editor", priority=True),
    Binding("ctrl+t", "take_back", N_("Take the last card added back"), id="adding.take-back", priority=True),
    Binding("escape", "leave", N_("Leave"), id="adding.leave", priority=True),
]


def labels(changes: bool, preview: bool | None, answered: bool, check: bool) -> Mapping[str, str]:
    """What keys do now, most wanted first, by action: where a card is added, or one that is there changed.

    `preview` says which of the two is shown where there is room for one, None where there is for both.
    """
    said = {"save": _("save") if changes else _("add"), "leave": _("leave"), "language": "中/EN"}
    if preview is not None:
        said["preview"] = _("form") if preview else _("preview")
    said["answered"] = _("asked") if answered else _("answered")
    if check:
        said["variant"] = _("other numbers")
    return {**said, "editor": _("editor")}


def explained() -> Sequence[str]:
    """What the help says of the form, below its keys."""
    from quizapp.tui.widgets.kind_picker import LETTERS, kinds_of  # with all kinds of cards

    named = _(", ").join(f"{letter} {kind}" for letter, kind in LETTERS.items())
    kinds = _(", ").join(kinds_of("c"))
    return [
        _("Where the kind stands, a letter chooses it: {letters}.").format(letters=named),
        _("{letter} pressed again goes through {kinds}.").format(letter="c", kinds=kinds),
    ]
