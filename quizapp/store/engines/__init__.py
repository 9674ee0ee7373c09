"""The two engines: how a database is opened, what it does in a way of its own, and what is told when it fails."""
