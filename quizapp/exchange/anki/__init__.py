"""Anki's packages, `.apkg` and `.colpkg`: collections of the old and the new format, their media and their history."""

from quizapp.exchange.anki.package import read_package

__all__ = ["read_package"]
