"""Use cases: what to study today, a review session, what a card shows of itself. Knows no front end."""
