"""How much an expression may cost, whoever wrote it: a stranger's deck can compute a value and do nothing else."""

from contextvars import ContextVar, Token
from types import TracebackType

from quizapp.checks.errors import Unfit
from quizapp.i18n import F_

STEPS = 20_000
"""Steps of one evaluation: operations, elements gone through, calculators' inner steps. Under 20 ms."""
BITS = 2048
"""Size of an integer, and of a fraction's numerator and denominator."""
LENGTH = 4096
"""Elements of a list, characters of a text."""
DEPTH = 8
"""How deep lists may lie in lists."""


class Budget:
    """What is left of the steps of one evaluation; `with` it, for everything that is computed within.

    Within another budget it can spend no more than that one has left, and what it spends is spent there too, with a
    `price` for being computed at all.
    """

    __slots__ = ("_given", "_outer", "_price", "_token", "left")

    def __init__(self, steps: int = STEPS, price: int = 0) -> None:
        self.left = self._given = steps
        self._price = price
        self._outer: Budget | None = None
        self._token: Token[Budget | None] | None = None

    def __enter__(self) -> "Budget":
        self._outer = _current.get()
        if self._outer is not None:
            self.left = self._given = min(self.left, max(self._outer.left, 0))
        self._token = _current.set(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._token is not None:
            _current.reset(self._token)
        if self._outer is not None:
            self._outer.left -= self._given - max(self.left, 0) + self._price


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


def budget(steps: int = STEPS) -> Budget:
    """A budget of so many steps."""
    return Budget(steps)


def work(steps: int) -> None:
    """Called by a calculator before a loop of so many steps. Raises Unfit where that is too much."""
    current = _current.get()
    if current is None:
        current = Budget()
    current.left -= steps
    if current.left < 0:
        raise Unfit(F_("more steps than one expression may take"))
