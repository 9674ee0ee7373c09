"""What the cards of convolution-vs-correlation state about kernels that are turned round."""

from tests.content.sections import EACH_LANGUAGE, notes, section

DECK, TOPIC = "06-convolution", "convolution-vs-correlation"

Signal = dict[int, int]
Kernel = list[list[int]]


def correlation(f: Signal, g: Signal) -> Signal:
    """(f⋆g)[n] = Σ f[n+m]·g[m], where it is not empty."""
    places = sorted({a - b for a in f for b in g})
    return {n: sum(f.get(n + m, 0) * weight for m, weight in g.items()) for n in places}


def convolution(f: Signal, g: Signal) -> Signal:
    """(f∗g)[n] = Σ f[m]·g[n−m], where it is not empty."""
    places = sorted({a + b for a in f for b in g})
    return {n: sum(value * g.get(n - m, 0) for m, value in f.items()) for n in places}


def mirrored(f: Signal) -> Signal:
    return {-n: value for n, value in sorted(f.items(), reverse=True)}


def turned(kernel: Kernel) -> Kernel:
    return [row[::-1] for row in kernel[::-1]]


F, G, H = {0: 2, 1: -1, 2: 5}, {0: 3, 1: 4}, {0: 1, 1: -2, 2: 7}


@EACH_LANGUAGE
def test_swapped_operands_reverse_a_correlation_and_leave_a_convolution(language: str) -> None:
    assert convolution(F, G) == convolution(G, F)
    assert correlation(G, F) == mirrored(correlation(F, G)) != correlation(F, G)
    text = section(DECK, TOPIC, language, "swap")
    assert {"en": "==reversed==", "zh": "==左右翻转=="}[language] in text
    assert "`(g⋆f)[n] = (f⋆g)[−n]`" in text


def test_convolution_associates_and_correlation_does_not() -> None:
    assert convolution(convolution(F, G), H) == convolution(F, convolution(G, H))
    assert correlation(correlation(F, G), H) != correlation(F, correlation(G, H))


def test_two_correlations_in_a_row_are_one_with_the_convolved_kernel() -> None:
    assert correlation(correlation(F, G), H) == correlation(F, convolution(G, H))


@EACH_LANGUAGE
def test_only_sobel_of_the_four_kernels_changes_when_turned(language: str) -> None:
    gauss = [[a * b for b in (1, 4, 6, 4, 1)] for a in (1, 4, 6, 4, 1)]
    laplacian = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
    mean = [[1, 1, 1]] * 3
    sobel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    assert all(turned(kernel) == kernel for kernel in (gauss, laplacian, mean))
    assert turned(sobel) == [[-weight for weight in row] for row in sobel]
    text = section(DECK, TOPIC, language, "fixed-kernel")
    right = next(line for line in text.splitlines() if line.startswith("- [x]"))
    assert "Sobel" in right
    assert str(laplacian[1][1]).replace("-", "−") in text


def test_the_input_gradient_of_a_correlation_is_a_convolution_with_its_kernel() -> None:
    size, upstream = 6, dict(enumerate([2, -3, 1, 4, 5]))
    by_hand = {i: sum(upstream.get(i - m, 0) * weight for m, weight in G.items()) for i in range(size)}
    assert by_hand == convolution(upstream, G)


@EACH_LANGUAGE
def test_the_notes_turn_letters_by_half_a_circle(language: str) -> None:
    upper, lower = turned([["a", "b"], ["c", "d"]])  # type: ignore[list-item]
    lines = notes(DECK, TOPIC, language).splitlines()
    assert any(line.startswith("a b") and line.endswith(" ".join(map(str, upper))) for line in lines)
    assert any(line.startswith("c d") and line.endswith(" ".join(map(str, lower))) for line in lines)
