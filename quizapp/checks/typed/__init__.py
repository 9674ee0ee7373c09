"""Numbers and lists as learners type them: many spellings, one value."""
