"""Stars and daggers above a symbol, where a star must not be taken for a sign of multiplication."""

import pytest

from quizapp.render import unicode_maths

STARS = [
    (r"w^*", "w*"),
    (r"D^{*}", "D*"),
    (r"f^\star", "f⋆"),
    (r"f^\ast", "f*"),
    (r"A^\dagger", "A†"),
    (r"A^\ddagger", "A‡"),
    (r"A^\dagger B", "A†B"),
    (r"w_*", "w_∗"),
    (r"w'^*", "w′*"),
    (r"\hat{w}^*", "ŵ*"),
    (r"x^*_i", "xᵢ*"),
    (r"\theta_\phi^*", "θ*_ϕ"),
    (r"\theta_\phi^* x", "θ_ϕ^(∗) x"),
    (r"{w^*}^2", "(w*)²"),
    (r"w^{*2}", "w^(∗2)"),
    (r"\|w - w^*\|", "‖w − w*‖"),
    (r"w^*, b^*", "w*, b*"),
    (r"a^* + b", "a* + b"),
    (r"a^* * b", "a* ∗ b"),
    (r"a^* b", "a^(∗)b"),
    (r"w^* x^*", "w^(∗)x*"),
    (r"f^\star g", "f^(⋆)g"),
    (r"a^*|b|", "a^(∗)|b|"),
    (r"a^* \log b", "a^(∗) log b"),
    (r"w^*/2", "w^(∗)/2"),
    (r"\frac{w^*}{2}", "(w*)/2"),
    (r"\frac{2}{w^*}", "2/w*"),
    (r"2^{a^* b}", "2^(a^(∗)b)"),
    (r"a^*(b + c)", "a^(∗)(b + c)"),
    (r"a^*(-b)", "a^(∗)(−b)"),
    (r"f^*(g^*(x))", "f*(g*(x))"),
    (r"D^*(x) = \frac{p(x)}{q(x)}", "D*(x) = p(x)/q(x)"),
    (r"V^*(s_{t+1}) = \max_a Q^*(s_{t+1}, a)", "V*(sₜ₊₁) = maxₐ Q*(sₜ₊₁, a)"),
]


@pytest.mark.parametrize(("tex", "expected"), STARS)
def test_a_star_above_is_part_of_a_name_and_never_multiplies(tex: str, expected: str) -> None:
    assert unicode_maths(tex) == expected
