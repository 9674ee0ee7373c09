"""The keys of an exercise. All of them work while code is written."""

from textual.binding import Binding, BindingType

from quizapp.wording import N_

KEYS: list[BindingType] = [
    Binding("ctrl+r,f5", "run", N_("Run the code against the tests"), id="exercise.run", priority=True),
    Binding("ctrl+t", "hint", N_("Show the hint; the grade is Hard at best"), id="exercise.hint", priority=True),
    Binding("ctrl+o", "editor", N_("Write in your own editor"), id="exercise.editor", priority=True),
    Binding("ctrl+g", "give_up", N_("Give up, and see the solution"), id="exercise.give-up", priority=True),
    Binding("ctrl+l", "start_over", N_("Start over; ctrl+z brings it back"), id="exercise.start-over", priority=True),
    Binding("f3,ctrl+up", "scroll_task(-1)", N_("The task: up"), id="exercise.task-up", priority=True),
    Binding("f4,ctrl+down", "scroll_task(1)", N_("The task: down"), id="exercise.task-down", priority=True),
    Binding("f7", "scroll_result(-1)", N_("The result: up"), id="exercise.result-up", priority=True),
    Binding("f8", "scroll_result(1)", N_("The result: down"), id="exercise.result-down", priority=True),
    Binding("escape,ctrl+c", "stop", N_("Stop the run"), id="exercise.stop", priority=True),
    Binding("escape", "leave", N_("Back to the card; the code stays"), id="exercise.leave", priority=True),
]
