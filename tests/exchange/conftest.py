"""What tests of whole imports share."""

from tests.study.editing.conftest import learning

__all__ = ["learning"]
