"""The collection on disk: tables, migrations, the log and the schedule folded from it. Alone in using SQLAlchemy."""
