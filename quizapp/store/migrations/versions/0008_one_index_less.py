"""What was answered on a day is found by the log's index of days: each answer writes two pages less."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.drop_index("ix_schedule_answered", "schedule")
