"""Text above and below the line, which Markdown has no marks for."""

_ABOVE = dict(
    zip(
        "0123456789+-−=()nixyabcdefghjklmoprstuvwzABDEGHIJKLMNOPRTUVW",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣʸᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
        strict=True,
    )
)
_BELOW = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))


def superscript(text: str) -> str:
    """`text`, which is Markdown, above the line: `²`, or `^` and the text where Unicode lacks a sign."""
    return _raised(text, _ABOVE, "^")


def subscript(text: str) -> str:
    """`text`, which is Markdown, below the line: `₂`, or `_` and the text where Unicode lacks a sign."""
    return _raised(text, _BELOW, "\\_")


def _raised(text: str, signs: dict[str, str], sign: str) -> str:
    bare = _bare(text)
    if not bare:
        return text
    if all(character in signs for character in bare):
        return "".join(signs[character] for character in bare)
    return f"{sign}{text.strip()}" if len(bare) == 1 else f"{sign}({text.strip()})"


def _bare(text: str) -> str:
    """The characters of a piece of Markdown, if it is nothing but text; marks of ours and escapes do not count."""
    return "".join(
        character for character in text.strip() if character != "\\" and not "\ufdd2" <= character <= "\ufdd4"
    )
