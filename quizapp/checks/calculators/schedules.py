"""Learning rates over time; `t` counts the scheduler's steps done, from 0."""

from fractions import Fraction
from math import cos, pi

from quizapp.checks.calculators.arguments import count, number
from quizapp.checks.calculators.exactness import bounded, positive, ratio, real
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import BITS
from quizapp.checks.values import Number
from quizapp.i18n import F_


@calculator
def warmup_lr(base: Number, t: int, warmup: int, start_factor: Number = 0) -> Number:
    """Linear warm-up from start_factor base at t = 0 to base at t = warmup, constant afterwards. Exact.

    Source: torch.optim.lr_scheduler.LinearLR, whose start_factor is 1/3 where none is given.
    """
    done = min(count(t, "t", 0), count(warmup, "warmup", 1))
    factor = number(start_factor, "start_factor")
    return bounded(number(base, "base") * (factor + (1 - factor) * ratio(done, warmup)))


@calculator
def cosine_lr(base: Number, t: Number, t_max: Number, eta_min: Number = 0) -> Number:
    """eta_min + (base - eta_min) (1 + cos(pi t / t_max)) / 2 (torch's CosineAnnealingLR, Loshchilov 2017)."""
    share = real(ratio(number(t, "t"), positive(t_max, "t_max")), "t")
    least = real(eta_min, "eta_min")
    return bounded(least + (real(base, "base") - least) * (1 + cos(pi * share)) / 2)


@calculator
def step_lr(base: Number, t: int, step_size: int, gamma: Number = Fraction(1, 10)) -> Number:
    """base gamma^floor(t / step_size) (torch.optim.lr_scheduler.StepLR). Exact for exact numbers."""
    times = count(t, "t", 0) // count(step_size, "step_size", 1)
    factor = number(gamma, "gamma")
    if isinstance(factor, float):
        return bounded(real(base, "base") * factor**times)
    bits = max(factor.numerator.bit_length(), factor.denominator.bit_length())
    if times * bits > BITS and factor not in (0, 1):
        raise Unfit(F_("gamma to the power of {times} is too long a number", times=times))
    return bounded(number(base, "base") * factor**times)
