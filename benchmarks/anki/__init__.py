"""The same steps in Anki's own library (PyPI: anki): `python -m benchmarks.anki STEP FOLDER`, where Python has it."""
