"""The keys of the browse screen. Letters act while the table has the focus; in the search they are text."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

KEYS: list[BindingType] = [
    Binding("slash,／", "search", N_("Search"), id="browse.search"),
    Binding("space,ideographic_space", "mark", N_("Mark the card, or take the mark away"), id="browse.mark"),
    Binding("ctrl+a", "mark_all", N_("Mark all that were found, or none"), id="browse.mark-all"),
    Binding("s", "sort", N_("Sort by the next column"), id="browse.sort"),
    Binding("S", "reverse", N_("Sort the other way round"), id="browse.reverse"),
    Binding("tab,v,enter", "preview", N_("Show or hide the preview"), id="browse.preview"),
    Binding("right", "preview_page(1)", N_("Preview: a page down"), id="browse.preview-down"),
    Binding("left", "preview_page(-1)", N_("Preview: a page up"), id="browse.preview-up"),
    Binding("l", "language", N_("The cards' other language"), id="browse.language"),
    Binding("i", "history", N_("The card's history"), id="browse.history"),
    Binding("x", "suspend", N_("Suspend: not before it is resumed"), id="browse.suspend"),
    Binding("y", "resume", N_("Resume: it comes again"), id="browse.resume"),
    Binding("z", "bury", N_("Bury: not before tomorrow"), id="browse.bury"),
    Binding("R", "reset", N_("Reset: new again"), id="browse.reset"),
    Binding("e", "edit", N_("Edit the card in your editor"), id="browse.edit"),
    Binding("E", "change", N_("Change the card in the form"), id="browse.change"),
    Binding("a", "app.add", N_("Add cards"), id="browse.add"),
    Binding("t", "tag", N_("Put tags on, take tags off"), id="browse.tag"),
    Binding("m", "move", N_("Move to another deck or topic"), id="browse.move"),
    Binding("d,delete", "delete", N_("Throw into the trash"), id="browse.delete"),
    Binding("u", "undo", N_("Undo"), id="browse.undo"),
    Binding("down", "to_table", show=False),
    Binding("escape,q", "leave", N_("Out of the search, then back"), id="browse.leave"),
]
