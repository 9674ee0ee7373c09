"""A day in view is named, or taken away."""

from datetime import date
from typing import ClassVar

from quizapp.i18n import _
from quizapp.tui.screens.naming import Check, NamingScreen
from quizapp.wording import N_


class DayScreen(NamingScreen):
    """The day as it was written; an empty text where none is to be in view any more, None where all stays as it is."""

    KEYS: ClassVar[str] = N_("⏎ takes it; empty: no day any more · esc leaves it")
    FORMS: ClassVar[str] = N_("2027-01-15, +30 (in 30 days), tomorrow")

    def __init__(self, day: date | None, check: Check) -> None:
        told = _("Then there is a plan until that day, and readiness is told for it.")
        super().__init__(_("Which day?"), told, lambda _text: [], check, day.isoformat() if day else "")

    def nothing(self) -> None:
        """There is to be no day."""
        self.dismiss("")
