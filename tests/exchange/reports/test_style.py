"""Colours: legible in light and dark (WCAG 2.1: 4.5 to 1 for text, 3 to 1 for what pictures say)."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from quizapp.exchange.reports.style import DARK, LIGHT, style

BOTH = [LIGHT, DARK]


def _luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_it_is_defined() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", BOTH)
def test_text_is_legible(colours: Mapping[str, str]) -> None:
    for text in ("text", "quiet"):
        for behind in ("ground", "panel"):
            assert _contrast(colours[text], colours[behind]) >= 4.5, (text, behind)


@pytest.mark.parametrize("colours", BOTH)
def test_bars_stand_out(colours: Mapping[str, str]) -> None:
    assert _contrast(colours["bar"], colours["ground"]) >= 3
    assert _contrast(colours["bar"], colours["track"]) >= 3


@pytest.mark.parametrize("colours", BOTH)
def test_each_level_stands_out_more_than_the_one_below_it(colours: Mapping[str, str]) -> None:
    found = [_contrast(colours[f"level-{level}"], colours["ground"]) for level in range(5)]
    assert all(after / before >= 1.3 for before, after in pairwise(found))
    assert found[-1] >= 7


def test_every_colour_is_in_both_modes_and_none_is_undefined() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert set(re.findall(r"var\(--([\w-]+)\)", style())) == LIGHT.keys()


def test_dark_is_for_screens_that_ask_for_it() -> None:
    dark = style().index("@media screen and (prefers-color-scheme: dark)")
    assert style().index(DARK["ground"]) > dark > style().index(LIGHT["ground"])
    assert "@media print" in style()


def test_on_a_phone_each_bar_has_the_whole_width_so_that_they_compare() -> None:
    phone = style().split("@media (max-width: 34rem)")[1]
    (area,) = re.findall(r"\.bars \.bar \{ grid-area: ([^;]+);", phone)
    assert area == "2 / 1 / auto / -1"


def test_on_paper_what_a_picture_means_stays_on_its_sheet() -> None:
    paper = style().split("@media print")[1]
    assert ".legend, .meaning { break-before: avoid; }" in paper
