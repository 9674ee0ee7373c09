"""Paths as people read them."""

import os
from pathlib import Path


def shorter(path: str | Path) -> str:
    """`path` seen from the current folder, where that is shorter."""
    try:
        seen = os.path.relpath(path)
    except (ValueError, OSError):  # another drive; the current folder is gone
        return str(path)
    return min(str(path), seen, key=len)
