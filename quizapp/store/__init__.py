"""The collection on disk: tables, migrations, the log and the schedule folded from it, backups. Alone in using SQLAlchemy."""
