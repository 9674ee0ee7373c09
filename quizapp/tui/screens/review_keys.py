"""The keys of a review. Digits, space, enter and arrows are enough; letters are extras."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

_DIGITS = [
    Binding(f"{digit},{chr(ord('０') + digit)}", f"digit({digit})", show=False, id=f"review.digit-{digit}")
    for digit in range(10)
]

KEYS: list[BindingType] = [
    Binding("space,ideographic_space", "proceed('space')", N_("Show the answer, or mark"), id="review.space"),
    Binding("enter", "proceed('enter')", N_("Answer, or take the suggested grade"), id="review.enter"),
    *_DIGITS,
    Binding("up", "step(-1)", N_("Up"), id="review.up"),
    Binding("down", "step(1)", N_("Down"), id="review.down"),
    Binding("pageup", "page(-1)", N_("A page up"), id="review.page-up"),
    Binding("pagedown", "page(1)", N_("A page down"), id="review.page-down"),
    Binding("ctrl+t,h", "hint", N_("A computed question's hint"), id="review.hint"),
    Binding("r,left", "practise(False)", N_("Practise: the same numbers again"), id="review.same"),
    Binding("f,right", "practise(True)", N_("Practise: new numbers"), id="review.fresh"),
    Binding("u", "undo", N_("Undo"), id="review.undo"),
    Binding("l", "language", N_("The card's other language"), id="review.language"),
    Binding("n", "notes", N_("The topic's notes"), id="review.notes"),
    Binding("i", "history", N_("The card's history"), id="review.history"),
    Binding("o", "open", N_("Open an image or a link of the card"), id="review.open"),
    Binding("a", "app.add", N_("Add cards"), id="review.add"),
    Binding("e", "edit", N_("Edit the card in your editor"), id="review.edit"),
    Binding("E", "change", N_("Change the card in the form"), id="review.change"),
    Binding("z", "bury", N_("Bury: not before tomorrow"), id="review.bury"),
    Binding("x", "suspend", N_("Suspend: not before it is resumed"), id="review.suspend"),
    Binding("escape,q", "leave", N_("End the session"), id="review.leave"),
]
