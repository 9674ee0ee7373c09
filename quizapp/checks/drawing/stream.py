"""Numbers that look random and are not: the same for a seed on every machine and in every Python."""

from hashlib import sha256

from quizapp.checks.errors import Unfit
from quizapp.checks.limits import LENGTH, work
from quizapp.i18n import F_


class Stream:
    """An endless row of bits that depends on nothing but the seed and the attempt (SHA-256 in counter mode)."""

    def __init__(self, seed: int, attempt: int = 0) -> None:
        self._key = f"quizapp/{seed}/{attempt}/".encode()
        self._counter = 0
        self._pool = self._bits = 0
        self._values = LENGTH

    def below(self, count: int) -> int:
        """One of 0 … count - 1, each as likely as the others. Raises Unfit where too many were drawn."""
        work(1)
        self._values -= 1
        if self._values < 0:
            raise Unfit(F_("more than {most} values in one draw", most=LENGTH))
        bits = (count - 1).bit_length()
        drawn = self._take(bits)
        while drawn >= count:
            drawn = self._take(bits)
        return drawn

    def _take(self, bits: int) -> int:
        while self._bits < bits:
            block = sha256(self._key + str(self._counter).encode()).digest()
            self._pool |= int.from_bytes(block, "little") << self._bits
            self._bits += 8 * len(block)
            self._counter += 1
        taken = self._pool & ((1 << bits) - 1)
        self._pool >>= bits
        self._bits -= bits
        return taken
