"""A check's tests, which nobody has to write: drawn many times, answered rightly and wrongly, every text filled."""

from quizapp.checks.examining.examination import SEEDS, Examined, examine
from quizapp.checks.examining.statistics import Statistics
from quizapp.checks.examining.texts import Texts

__all__ = ["SEEDS", "Examined", "Statistics", "Texts", "examine"]
