"""Our two themes: quiet grounds, one colour for what matters; contrast of text at least 7 to 1."""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="quizapp-dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#9ece6a",
    accent="#e0af68",
    warning="#e0af68",
    error="#ff8a9a",
    success="#9ece6a",
    foreground="#d5daf0",
    background="#16181f",
    surface="#1c1f29",
    panel="#242836",
)

LIGHT = Theme(
    name="quizapp-light",
    dark=False,
    primary="#1f4fa8",
    secondary="#2f6f1d",
    accent="#8a4b00",
    warning="#8a4b00",
    error="#a8162d",
    success="#2f6f1d",
    foreground="#1c2030",
    background="#fbfbf8",
    surface="#f3f3ee",
    panel="#e8e8e1",
)


def theme_names() -> list[str]:
    """All that may be worn, ours first."""
    return [DARK.name, LIGHT.name, *sorted(BUILTIN_THEMES)]
