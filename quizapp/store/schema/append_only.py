"""The triggers that keep the log's rows as they are, in SQLite. Standard library only."""

from collections.abc import Sequence

TRIGGERS: Sequence[str] = [
    f"CREATE TRIGGER log_{verb} BEFORE {verb} ON log\nBEGIN SELECT RAISE(ABORT, 'the log is append only'); END"
    for verb in ("UPDATE", "DELETE")
]
"""As SQLite keeps them: of any other schema than ours, too."""
