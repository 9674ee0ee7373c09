"""Single steps of the library, each in a process of its own: `python -m benchmarks.library STEP HOME`."""
