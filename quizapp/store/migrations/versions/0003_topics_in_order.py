"""A deck says in which order its topics come."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.types import WHOLE

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("topic", sa.Column("position", WHOLE, nullable=False, server_default="1000000"))
