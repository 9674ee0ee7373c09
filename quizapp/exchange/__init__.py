"""Cards from other programs, and for them: one module a format."""
