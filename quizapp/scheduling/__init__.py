"""When a card comes again: grades, SM-2, the learner's day, and the fold of the log. Pure: no clock, no I/O."""
