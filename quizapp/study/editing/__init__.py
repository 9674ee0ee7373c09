"""Cards written, changed, moved and thrown away: only what was asked for changes in the learner's files."""
