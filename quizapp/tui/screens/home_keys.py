"""The keys of home."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

KEYS: list[BindingType] = [
    # With priority over the list of decks, which keeps enter to itself even while it is empty.
    Binding("enter,space,ideographic_space", "study", N_("Study the chosen deck"), id="home.study", priority=True),
    Binding("c", "cram", N_("Practise the chosen deck, whatever is due"), id="home.cram"),
    Binding("m", "more", N_("Ten more than the day's limits"), id="home.more"),
    Binding("b", "browse", N_("Browse all cards"), id="home.browse"),
    Binding("a", "app.add", N_("Add cards"), id="home.add"),
    Binding("s", "statistics", N_("Statistics"), id="home.statistics"),
    Binding("g", "day", N_("A day in view: the plan for it, and readiness on it"), id="home.day"),
    Binding("l", "language", N_("Switch between English and Chinese"), id="home.language"),
    Binding("comma,，", "settings", N_("Settings"), id="home.settings"),
    Binding("f", "faults", N_("What is wrong in card files"), id="home.faults"),
    Binding("r", "reread", N_("Read the card files again"), id="home.reread"),
    Binding("u", "undo", N_("Undo what was done last today"), id="home.undo"),
    Binding("q", "quit", N_("Leave"), id="home.quit"),
]
