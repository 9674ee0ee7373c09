"""Lists and searches have a table of their own, filled when the card files are next read."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "listing",
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("id_folded", sa.Text(), nullable=False),
        sa.Column("deck_folded", sa.Text(), nullable=False),
        sa.Column("topic_folded", sa.Text(), nullable=False),
        sa.Column("tags_folded", sa.Text(), nullable=False),
        sa.Column("text_folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_listing_card", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("card", name="pk_listing"),
    )
    op.create_index("ix_listing_place", "listing", ["topic", "position", "card"])
    op.execute("UPDATE source_file SET changed = -1, digest = ''")
