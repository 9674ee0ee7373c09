"""How many bytes numbers take."""

from quizapp.checks.calculators.arguments import one_of
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.values import Value

DTYPES = {
    "float64": 8, "int64": 8, "float32": 4, "int32": 4, "float16": 2, "bfloat16": 2, "int16": 2,
    "int8": 1, "uint8": 1, "bool": 1,
}  # fmt: skip
UNITS = {
    "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12,
    "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40,
}  # fmt: skip


@calculator
def dtype_bytes(dtype: Value) -> int:
    """Bytes of one number: 4 of "float32", 2 of "float16" and "bfloat16", 1 of "int8" (PyTorch's torch.dtype)."""
    return DTYPES[one_of(dtype, "dtype", DTYPES)]


@calculator
def unit_bytes(unit: Value) -> int:
    """Bytes of a unit: MB is 10^6, MiB is 2^20 (IEC 80000-13)."""
    return UNITS[one_of(unit, "unit", UNITS)]
