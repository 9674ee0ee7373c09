"""The keys at the end of a session."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

KEYS: list[BindingType] = [
    Binding("enter,space,ideographic_space,escape", "home", N_("Home"), id="closing.home"),
    Binding("m,right", "more", N_("Ten more"), id="closing.more"),
    Binding("b", "browse", N_("Browse all cards"), id="closing.browse"),
    Binding("a", "app.add", N_("Add cards"), id="closing.add"),
    Binding("u", "undo", N_("Undo the last answer"), id="closing.undo"),
    Binding("q", "quit", N_("Leave"), id="closing.quit"),
]
