"""What was done on a machine, and taken back: the model that a collection is held against."""

from dataclasses import dataclass, field

from quizapp.scheduling.log import What


@dataclass(frozen=True)
class Deed:
    """What was done, and taken back never or once: the model of a row."""

    number: int
    card: str
    what: What
    day: int
    device: str


@dataclass
class Log:
    """The deeds that a machine knows of, and which of them were taken back."""

    deeds: set[Deed] = field(default_factory=set)
    undone: set[Deed] = field(default_factory=set)

    def copy(self) -> "Log":
        return Log(set(self.deeds), set(self.undone))

    @property
    def standing(self) -> list[Deed]:
        return sorted(self.deeds - self.undone, key=lambda deed: deed.number)

    def suspended(self, card: str) -> bool:
        sleep = [deed.what for deed in self.standing if deed.card == card and deed.what in (What.SUSPEND, What.RESUME)]
        return sleep[-1:] == [What.SUSPEND]
