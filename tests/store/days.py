"""All that is said of a day, to hold one way of asking against another."""

from quizapp.store.waiting.waits import Waits


def said_of_a_day(waits: Waits | None) -> list[str]:
    """The answers to every question that the rules of the queue put, written: another kind of number is no equal."""
    assert waits is not None, "there is a database"
    counted = [sorted(waits.groups()), sorted(map(str, waits.done())), sorted(waits.new_counts().items())]
    read = [waits.again(), waits.answered(), waits.next_due(), waits.due(), waits.new()]
    listed = [waits.of_groups(waits.groups()), *(list(waits.new_of(deck)) for deck in waits.decks())]
    return list(map(str, [*counted, *read, *listed]))
