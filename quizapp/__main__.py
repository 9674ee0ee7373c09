"""`quizapp`, also as `python -m quizapp`."""

import io
import sys

INTERRUPTED = 130


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    try:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            # Text that a terminal's encoding lacks must not end a review.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        from quizapp.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
