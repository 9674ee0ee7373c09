"""What home tells beside what waits: how much of each deck there is and is learned, and how much was answered when.

Standard library only: see `statements`.
"""

from quizapp.store.statements.texts import Ask, Statement
from quizapp.store.waiting.counts import Activity, DeckCounts

# Counted apart, each by what is small: joined, 100,000 cards take eight times as long.
_DECK_COUNTS = Statement(
    """
SELECT deck, CAST(sum(cards) AS BIGINT), CAST(sum(learned) AS BIGINT) FROM (
    SELECT deck, count(*) AS cards, 0 AS learned FROM card WHERE archived_at IS NULL GROUP BY deck
    UNION ALL
    SELECT deck, 0, count(*) FROM schedule WHERE deck IS NOT NULL AND repetitions > 0 GROUP BY deck
) AS counted GROUP BY deck
"""
)
_ANSWERS = "what IN ('answer', 'practice', 'imported')"
# All are counted by the index on days alone, and those that were taken back are subtracted.
_ACTIVITY = Statement(
    f"""
SELECT day, CAST(sum(answers) AS BIGINT), CAST(sum(spent) AS BIGINT), CAST(sum(timed) AS BIGINT) FROM (
    SELECT day, count(*) AS answers, coalesce(sum(milliseconds), 0) AS spent, count(milliseconds) AS timed
    FROM log WHERE {_ANSWERS} GROUP BY day
    UNION ALL
    SELECT day, -count(*), -coalesce(sum(milliseconds), 0), -count(milliseconds)
    FROM log WHERE {_ANSWERS} AND (uuid, card) IN (SELECT undoes, card FROM log WHERE undoes IS NOT NULL)
    GROUP BY day
) AS counted GROUP BY day ORDER BY day
""",  # noqa: S608  put together from the constant above
    days=(0,),
)
_FAULT_COUNT = Statement("SELECT count(*) FROM fault WHERE NOT note")


def deck_counts(ask: Ask) -> dict[str, DeckCounts]:
    """Deck to how many cards it has, and how many of them are learned."""
    return {deck: DeckCounts(cards, learned) for deck, cards, learned in ask(_DECK_COUNTS)}


def activity(ask: Ask) -> Activity:
    """How much was answered on each day, undone answers left out."""
    days = [day for day in ask(_ACTIVITY) if day[1]]
    spent, timed = sum(day[2] for day in days), sum(day[3] for day in days)
    return Activity({day[0]: day[1] for day in days}, spent / timed / 1000 if spent else None)


def fault_count(ask: Ask) -> int:
    """How many faults there are in card files, mere notes left out."""
    ((count,),) = ask(_FAULT_COUNT)
    return int(count)
