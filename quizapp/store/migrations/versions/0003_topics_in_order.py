"""A deck says in which order its topics come."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("topic", sa.Column("position", sa.Integer(), nullable=False, server_default="1000000"))
