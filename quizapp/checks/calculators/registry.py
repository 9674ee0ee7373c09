"""Which functions expressions may call: each calculator puts itself here."""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

REGISTERED: dict[str, Callable[..., Any]] = {}


def calculator(function: Function) -> Function:
    """Makes a pure function callable by its name in every expression."""
    assert function.__name__ not in REGISTERED, f"two calculators are called {function.__name__}"
    REGISTERED[function.__name__] = function
    return function
