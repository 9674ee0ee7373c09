"""The review line by line, for screen readers, pipes, and terminals that can do little."""
