"""The keys of the statistics screen."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

KEYS: list[BindingType] = [
    Binding("right", "deck(1)", N_("The next deck"), id="statistics.next-deck"),
    Binding("left", "deck(-1)", N_("The deck before"), id="statistics.previous-deck"),
    Binding("tab,n", "section(1)", N_("The next section"), id="statistics.next"),
    Binding("shift+tab,p", "section(-1)", N_("The section before"), id="statistics.previous"),
    Binding("down,j", "scroll_by(1)", N_("Down"), id="statistics.down"),
    Binding("up,k", "scroll_by(-1)", N_("Up"), id="statistics.up"),
    Binding("w", "explain", N_("What the figures mean"), id="statistics.explain"),
    Binding("g", "day", N_("A day in view: the plan for it, and readiness on it"), id="statistics.day"),
    Binding("t", "keep", N_("Keep the plan: new cards follow it; or drop it"), id="statistics.keep"),
    Binding("c", "practise", N_("Practise what comes only after the day"), id="statistics.practise"),
    Binding("a", "app.add", N_("Add cards"), id="statistics.add"),
    Binding("l", "language", N_("Switch between English and Chinese"), id="statistics.language"),
    Binding("escape,q,s", "leave", N_("Back"), id="statistics.leave"),
]
