"""What waits is counted without reading cards: the schedule knows decks and families, cards whether they are begun."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.types import TEXT, WHOLE

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("card", sa.Column("begun", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("schedule", sa.Column("deck", TEXT, nullable=True))
    op.add_column("schedule", sa.Column("topic", TEXT, nullable=True))
    op.add_column("schedule", sa.Column("family", TEXT, nullable=True))
    for table, index in (
        *(("card", "ix_card_order"), ("topic", "ix_topic_deck"), ("log", "ix_log_day"), ("log", "ix_log_undoes")),
        *(("schedule", "ix_schedule_due"), ("schedule", "ix_schedule_introduced")),
    ):
        op.drop_index(index, table)
    op.execute("UPDATE card SET begun = TRUE WHERE id IN (SELECT card FROM schedule WHERE introduced IS NOT NULL)")
    op.execute(
        "UPDATE schedule SET family = (SELECT family FROM card WHERE id = schedule.card),"
        " deck = (SELECT deck FROM card WHERE id = schedule.card AND archived_at IS NULL),"
        " topic = (SELECT topic FROM card WHERE id = schedule.card AND archived_at IS NULL)"
    )
    op.create_index("ix_card_order", "card", ["archived_at", "deck", "begun", "topic", "position"])
    op.create_index("ix_topic_order", "topic", ["deck", "position", "id"])
    op.create_index("ix_log_day", "log", ["day", "at", "what", "milliseconds"])
    undo = sa.text("undoes IS NOT NULL")
    op.create_index("ix_log_undoes", "log", ["undoes"], sqlite_where=undo, postgresql_where=undo)
    columns = ["due", "interval", "deck", "suspended", "buried_until", "answered", "card", "family"]
    op.create_index("ix_schedule_due", "schedule", columns)
    op.create_table(
        "counts",
        sa.Column("turn", WHOLE, autoincrement=False, nullable=False),
        sa.Column("rows", WHOLE, nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("counts", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_counts"),
    )
