"""The numbers of the dilated-convolution cards, found by walking back through the taps."""

from tests.content.sections import EACH_LANGUAGE, asked, notes, section

DECK, TOPIC = "06-convolution", "dilated-convolution"


def positions_read(dilations: list[int], kernel: int = 3) -> set[int]:
    """Input positions, on one axis, that can reach the output at position 0 of a stride-1 stack."""
    taps = range(-(kernel // 2), kernel // 2 + 1)
    reached = {0}
    for dilation in reversed(dilations):
        reached = {position + dilation * tap for position in reached for tap in taps}
    return reached


def span(positions: set[int]) -> int:
    return max(positions) - min(positions) + 1


def output_size(size: int, padding: int, dilation: int, kernel: int = 3) -> int:
    """Number of places where the dilated kernel fits into the padded line."""
    reach = dilation * (kernel - 1)
    return sum(start + reach < size + 2 * padding for start in range(size + 2 * padding))


def card(language: str, card_id: str) -> str:
    return section(DECK, TOPIC, language, card_id)


@EACH_LANGUAGE
def test_the_interview_card_states_the_spans_of_dilations_1_to_3(language: str) -> None:
    spans = [str(span(positions_read([d]))) for d in (1, 2, 3)]
    assert spans == ["3", "5", "7"]
    text = card(language, "interview")
    assert {"en": "spans 3, 5, 7", "zh": "跨度为3、5、7"}[language] in text
    assert {"en": "kernel with dilation 3; it is 7", "zh": "应为7"}[language] in text


@EACH_LANGUAGE
def test_the_effective_kernel_is_the_gap_and_matches_counting(language: str) -> None:
    for kernel in (3, 5, 7):
        for dilation in (1, 2, 3, 4):
            counted = span(positions_read([dilation], kernel))
            assert counted == dilation * (kernel - 1) + 1 == kernel + (kernel - 1) * (dilation - 1)
    text = card(language, "effective-kernel")
    assert "==d(k−1)+1==" in text
    assert "`k + (k−1)(d−1)`" in text


@EACH_LANGUAGE
def test_one_layer_sees_11_positions_at_dilation_5(language: str) -> None:
    text = " ".join(card(language, "rf-single-layer").split())
    assert asked(text) == [3, 3, 11]
    fitting = [d for d in range(1, 20) if span(positions_read([d])) == 11]
    assert len(fitting) == 1
    assert f"}} {fitting[0]} | d={fitting[0]} | " in text
    assert {"en": f"so d = {fitting[0]}", "zh": f"得d = {fitting[0]}"}[language] in text
    assert "`d·(3−1)+1 = 11`" in text
    assert [span(positions_read([d])) for d in (1, 2, 3, 4)] == [3, 5, 7, 9]
    assert {"en": "is 3, 5, 7, 9", "zh": "3、5、7、9"}[language] in text
    by_mistake = [d for d in range(1, 20) if 3 * d - 1 == 11]
    assert {"en": f"lead to d = {by_mistake[0]}", "zh": f"得出d = {by_mistake[0]}"}[language] in text
    assert 3 * 3 - 1 == 8 != span(positions_read([3]))


@EACH_LANGUAGE
def test_six_layers_of_doubling_dilation_reach_100_positions(language: str) -> None:
    reached = [span(positions_read([2**layer for layer in range(depth)])) for depth in range(1, 8)]
    assert reached == [2 ** (depth + 1) - 1 for depth in range(1, 8)]
    fewest = next(depth for depth, reach in enumerate(reached, start=1) if reach >= 100)
    plain = next(depth for depth in range(1, 99) if span(positions_read([1] * depth)) >= 100)
    before, after = reached[fewest - 2 : fewest]
    text = card(language, "rf-stack")
    assert f"\n{fewest}\n" in text
    assert {"en": f"five reach {before}, six {after}", "zh": f"五层为{before}，六层为{after}"}[language] in text
    assert {"en": f"it would take {plain}", "zh": f"要{plain}层才够"}[language] in text
    alone, stacked = span(positions_read([4])), span(positions_read([1, 2, 4]))
    assert {
        "en": f"spans {alone}, the stack of 1, 2 and 4 spans {stacked}",
        "zh": f"跨度是{alone}，1、2、4三层叠起来是{stacked}",
    }[language] in text.replace("\n", " ")


@EACH_LANGUAGE
def test_dilation_leaves_the_weights_as_they_are(language: str) -> None:
    text = card(language, "weights")
    assert f"`3·3·64·64 = {3 * 3 * 64 * 64}`" in text
    right = {"en": "- [x] It stays the same", "zh": "- [x] 保持不变"}
    assert right[language] in text
    dense = span(positions_read([4]))
    assert f"{dense}×{dense}" in text
    assert str(dense * dense) in text
    assert dense * dense == 9 * len(positions_read([4])) ** 2


@EACH_LANGUAGE
def test_padding_3_keeps_the_size_at_dilation_3(language: str) -> None:
    text = card(language, "same-padding")
    assert [p for p in range(10) if output_size(40, p, dilation=3) == 40] == [3]
    assert "\n3\n" in text
    assert "`d(k−1)/2 = 3·2/2 = 3`" in text
    assert output_size(40, 1, dilation=3) == 40 - 4
    assert {"en": "shrink by 4", "zh": "缩小4"}[language] in text
    assert output_size(40, 0, dilation=3) == 40 - 6
    assert {"en": "takes 6 positions off", "zh": "少掉6个位置"}[language] in text


@EACH_LANGUAGE
def test_equal_rates_read_7_of_13_and_the_fix_reads_all(language: str) -> None:
    text = card(language, "gridding")
    reached = positions_read([2, 2, 2])
    assert (len(reached), span(reached)) == (7, 13)
    assert asked(text) == [3, 3, 2, 2, 2, 13, 13]
    assert "\n7\n" in text
    assert {"en": "7 of 13 per axis", "zh": "13个中读到7个"}[language] in text
    assert (7 * 7, 13 * 13) == (49, 169)
    assert "49" in text
    assert "169" in text
    stated = {
        "en": ["2, 4, 8 reads 15 of 29", "1, 2, 5 read all 17 of 17", "reads 21 of 25"],
        "zh": ["2、4、8在29个位置里只读到15个", "1、2、5则17个全部读到", "25个里只读到21个"],
    }
    counts = [(len(positions_read(rates)), span(positions_read(rates))) for rates in ([2, 4, 8], [1, 2, 5], [1, 2, 9])]
    assert counts == [(15, 29), (17, 17), (21, 25)]
    joined = " ".join(text.split())
    assert all(phrase in joined for phrase in stated[language])


def test_neighbouring_outputs_of_equal_rates_share_no_position() -> None:
    here = positions_read([2, 2, 2])
    assert here.isdisjoint({position + 1 for position in here})


@EACH_LANGUAGE
def test_the_table_of_the_notes_is_counted(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ") and line[2].isdigit()
    ]
    assert len(rows) == 5
    for rates, width, read in rows:
        reached = positions_read([int(rate) for rate in rates.split(",")])
        assert (int(width), int(read)) == (span(reached), len(reached))
