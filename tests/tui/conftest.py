"""What the interface's tests share."""

from typing import Any

import pytest
from textual._compositor import Compositor

from quizapp.tui.app import QuizApp


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program would send to a terminal is not made, a fifth of the work: there is none.

    `Screen.text` draws all that stands on the screen, whenever a test looks at it.
    """
    render_update = Compositor.render_update

    def forget(self: Compositor, *how: Any, **said: Any) -> Any:
        if self.root is None or not isinstance(self.root.app, QuizApp):
            return render_update(self, *how, **said)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", forget)
