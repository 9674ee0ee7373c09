"""What can be wrong with something to be computed. None of these is a fault of the program."""

from quizapp.visible import one_line


class ExpressionError(Exception):
    """An expression that cannot be read or evaluated: what is wrong, where (a character's offset), what to do.

    The texts may quote a deck; they are safe to show.
    """

    def __init__(self, what: str, mend: str, offset: int | None = None) -> None:
        self.what, self.mend, self.offset = one_line(what), one_line(mend), offset
        super().__init__(f"{self.what}: {self.mend}")


class Unfit(Exception):
    """Raised by a calculator whose arguments make no sense together; one line, such as `kernel 5 exceeds input 3`."""
