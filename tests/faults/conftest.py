"""A failing test tells the seed that brings it back, and shares what tests of the command line begin with."""

import pytest

from tests.cli.conftest import own as own
from tests.cli.conftest import run as run
from tests.soak import SEED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """A failing test tells the seed that brings it back."""
    report = yield
    if isinstance(report, pytest.TestReport) and report.failed:
        report.sections.append(("seed", f"QUIZAPP_SEED={SEED}"))
    return report
