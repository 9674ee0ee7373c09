"""What `quizapp serve` starts for each tab: the interface, at home. It is not meant to be typed."""

from quizapp.cli.ending import told
from quizapp.cli.interface import show_interface
from quizapp.errors import QuizappError


def main() -> int:
    """Runs the interface, its screen a browser's; the exit status. What keeps it from starting goes to stderr."""
    try:
        show_interface()
    except QuizappError as error:
        return told(error)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
