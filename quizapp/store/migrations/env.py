"""Alembic's way in: runs the migrations on the connection it is given, inside that connection's transaction."""

from alembic import context

from quizapp.store.schema.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by rebuilding it
    transactional_ddl=False,  # the caller's transaction holds all of it
)
context.run_migrations()
