"""A stranger's network costs little, whatever it says."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.networks import Network, NetworkError, read_network
from quizapp.checks.networks.layers import KINDS

HUGE = "1000000000"
HOSTILE = {
    "a great many repeats": f"repeat {HUGE}\n" * 16 + "relu\n" + "end\n" * 16,
    "repeats of empty paths": f"repeat {HUGE}\nbranch\nand\nend\nend",
    "repeats of nothing": f"repeat {HUGE}\n" * 16 + "end\n" * 16,
    "too many blocks": "residual\n" * 2000,
    "channels that double": "repeat 4000\nbranch\nand\nend\nend",
    "maps that grow": f"repeat 4000\nupsample {HUGE}\nend",
    "a shape of many values": f"reshape {HUGE}x{HUGE}x{HUGE}x{HUGE}",
    "a number of many digits": "conv " + "9" * 15_000,
    "a shape of many axes": "reshape " + "1x" * 7_000 + "1",
    "many faults": "c\n" * 9_000,
    "a long text": "relu\n" * 4_001,
}
FIELDS = {
    "strides that multiply": f"repeat 4000\nconv 1 k=9 s=3 p={HUGE}\nend",
    "kernels that add up": f"repeat 4000\nconv 1 k={HUGE} s={HUGE} p={HUGE}\nend",
}


@pytest.mark.parametrize("lines", FIELDS.values(), ids=FIELDS.keys())
def test_a_field_does_not_grow_beyond_all_bounds(lines: str) -> None:
    with pytest.raises(NetworkError, match="the receptive field grows beyond all bounds"):
        read_network(f"input 1x8x8\n{lines}")


@pytest.mark.parametrize("lines", (HOSTILE | FIELDS).values(), ids=(HOSTILE | FIELDS).keys())
def test_it_is_refused_at_once(lines: str) -> None:
    began = time.process_time()
    with pytest.raises(NetworkError) as caught:
        read_network(f"input 1x8x8\n{lines}")
    assert time.process_time() - began < 1
    assert caught.value.line >= 1
    assert len(caught.value.further) <= 100


def test_as_many_layers_as_allowed_are_read() -> None:
    assert len(read_network("input 8\nrepeat 3\n" + "relu\n" * 1364 + "end").layers) == 4092


def test_as_many_blocks_as_allowed_are_read() -> None:
    lines = ["input 8", *["residual"] * 16, "relu", *["end"] * 16]
    assert read_network("\n".join(lines)).shape == (8,)
    with pytest.raises(NetworkError, match="more than 16 blocks"):
        read_network("\n".join(["input 8", *["residual"] * 17, "relu", *["end"] * 17]))


_BLOCKS = ["residual", "shortcut", "branch", "and", "gate", "repeat", "end"]
_GIVEN = "k=3 s=2 p=1 p=same d=2 8 2 heads=2 bias=no g=2 k=1x2 ceil=yes 4x4 # = x k=".split()  # noqa: SIM905
_WORDS = st.sampled_from([*KINDS, *_BLOCKS, *_GIVEN])
_LINES = st.lists(st.lists(_WORDS, min_size=1, max_size=4).map(" ".join), max_size=12)


@given(_LINES, st.sampled_from(["8x16x16", "8x16", "16", "8x4x4x4"]))
def test_any_lines_are_a_network_or_a_fault_of_one_of_them(lines: list[str], entering: str) -> None:
    found = _read("\n".join([f"input {entering}", *lines]))
    if isinstance(found, NetworkError):
        assert 1 <= found.line <= len(lines) + 1
        assert found.what
        assert found.mend
    else:
        assert found.params >= 0
        assert all(size >= 1 for row in found.layers for size in row.shape)


@given(st.text(max_size=60))
def test_any_text_is_a_network_or_a_fault(text: str) -> None:
    found = _read(text)
    assert isinstance(found, Network) or found.line <= text.count("\n") + 1


def _read(text: str) -> Network | NetworkError:
    try:
        return read_network(text)
    except NetworkError as fault:
        return fault
