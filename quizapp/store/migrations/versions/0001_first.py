"""The first schema."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.types import TEXT, WHOLE

revision = "0001"
down_revision = None

_APPEND_ONLY = {
    "sqlite": """
CREATE TRIGGER log_{verb} BEFORE {verb} ON log
BEGIN SELECT RAISE(ABORT, 'the log is append only'); END
""",
    "postgresql": """
CREATE FUNCTION log_{verb}() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN RAISE EXCEPTION ''the log is append only''; END';
CREATE TRIGGER log_{verb} BEFORE {verb} ON log EXECUTE FUNCTION log_{verb}()
""",
}


def upgrade() -> None:
    op.create_table(
        "source_file",
        sa.Column("path", TEXT, nullable=False),
        sa.Column("root", TEXT, nullable=False),
        sa.Column("deck", TEXT, nullable=False),
        sa.Column("topic", TEXT, nullable=False),
        sa.Column("size", WHOLE, nullable=False),
        sa.Column("changed", WHOLE, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("reader", WHOLE, nullable=False),
        sa.Column("part", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("path", name="pk_source_file"),
    )
    op.create_index("ix_source_file_topic", "source_file", ["topic"])
    op.create_table(
        "fault",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("file", TEXT, nullable=False),
        sa.Column("line", WHOLE, nullable=False),
        sa.Column("column", WHOLE, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("mend", TEXT, nullable=False),
        sa.Column("note", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fault"),
    )
    op.create_index("ix_fault_file", "fault", ["file"])
    op.create_table(
        "deck",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("position", WHOLE, nullable=False),
        sa.Column("titles", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deck"),
    )
    op.create_table(
        "topic",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("deck", TEXT, nullable=False),
        sa.Column("content", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["deck"], ["deck.id"], name="fk_topic_deck"),
        sa.PrimaryKeyConstraint("id", name="pk_topic"),
    )
    op.create_index("ix_topic_deck", "topic", ["deck"])
    op.create_table(
        "card",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("topic", TEXT, nullable=False),
        sa.Column("deck", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("languages", TEXT, nullable=False),
        sa.Column("position", WHOLE, nullable=False),
        sa.Column("family", TEXT, nullable=False),
        sa.Column("tags", TEXT, nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("content", TEXT, nullable=False),
        sa.Column("digest", TEXT, nullable=False),
        sa.Column("file", TEXT, nullable=False),
        sa.Column("line", WHOLE, nullable=False),
        sa.Column("archived_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["topic"], ["topic.id"], name="fk_card_topic"),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
    )
    op.create_index("ix_card_topic", "card", ["topic"])
    op.create_index("ix_card_order", "card", ["archived_at", "shown", "deck", "topic", "position"])
    op.create_table(
        "log",
        sa.Column("uuid", TEXT, nullable=False),
        sa.Column("card", TEXT, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("grade", sa.SmallInteger(), nullable=True),
        sa.Column("undoes", TEXT, nullable=True),
        sa.Column("milliseconds", WHOLE, nullable=True),
        sa.Column("answered", TEXT, nullable=False),
        sa.Column("device", TEXT, nullable=False),
        sa.CheckConstraint("grade BETWEEN 0 AND 5", name="ck_log_grade"),
        sa.CheckConstraint("(what = 'undo') = (undoes IS NOT NULL)", name="ck_log_undoes"),
        sa.PrimaryKeyConstraint("uuid", name="pk_log"),
    )
    op.create_index("ix_log_day", "log", ["day"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
    op.create_index("ix_log_card_at", "log", ["card", "at"])
    op.create_table(
        "schedule",
        sa.Column("card", TEXT, nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("interval", WHOLE, nullable=False),
        sa.Column("easiness", WHOLE, nullable=False),
        sa.Column("repetitions", WHOLE, nullable=False),
        sa.Column("lapses", WHOLE, nullable=False),
        sa.Column("unsettled", sa.Boolean(), nullable=False),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("buried_until", sa.Date(), nullable=True),
        sa.Column("introduced", sa.Date(), nullable=True),
        sa.Column("answered", sa.Date(), nullable=True),
        sa.Column("last", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("card", name="pk_schedule"),
    )
    op.create_index("ix_schedule_due", "schedule", ["due", "suspended"])
    op.create_index("ix_schedule_introduced", "schedule", ["introduced"])
    op.create_index("ix_schedule_answered", "schedule", ["answered"])
    op.create_table(
        "setting",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(_APPEND_ONLY[op.get_bind().dialect.name].format(verb=verb))
