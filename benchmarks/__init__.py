"""How fast the program is: `python -m benchmarks`, or `make bench`."""
