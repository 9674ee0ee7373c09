"""`quizapp`, also as `python -m quizapp`."""

import gc
import io
import os
import sys
from typing import TextIO

INTERRUPTED = 130


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    try:
        _open_closed()
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            # Text that a terminal's encoding lacks must not end a review.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        sys.stdout = _whole(sys.stdout)
        from quizapp.cli.ending import ended
        from quizapp.cli.prompting import ANSWERS, COMPLETES

        answer = ANSWERS.get(tuple(sys.argv[1:]))
        if answer and COMPLETES not in os.environ:
            gc.disable()  # prompts are told before there is any garbage
            sys.exit(ended(answer))
        from quizapp.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _open_closed() -> None:
    """Streams that the caller closed are empty, or lead nowhere: else files of ours would take their numbers."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  pathlib takes long


def _whole(stream: TextIO) -> TextIO:
    """The stream, if it writes all that it is given or fails.

    Where PYTHONUNBUFFERED is set, what a full disk did not take of a large output would be lost without a word.
    """
    if not isinstance(stream, io.TextIOWrapper) or not isinstance(stream.buffer, io.RawIOBase):
        return stream
    buffered = io.BufferedWriter(stream.buffer)
    return io.TextIOWrapper(buffered, stream.encoding, stream.errors, line_buffering=True)


if __name__ == "__main__":
    main()
