"""What the package offers, and what importing it must not cost."""

import subprocess
import sys

import quizapp.render


def test_the_public_names_are_these() -> None:
    assert sorted(quizapp.render.__all__) == [
        "Gaps",
        "Line",
        "Notation",
        "Span",
        "difference",
        "fold",
        "lay_out",
        "plain_text",
        "unicode_maths",
        "width_of",
    ]
    assert all(hasattr(quizapp.render, name) for name in quizapp.render.__all__)


def test_importing_it_loads_neither_pygments_nor_textual() -> None:
    program = (
        "import sys, quizapp.render; print({name.split('.')[0] for name in sys.modules} & {'pygments', 'textual'})"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "set()"
