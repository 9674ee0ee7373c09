"""Lists and searches have a table of their own, filled when the card files are next read."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.types import TEXT, WHOLE

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "listing",
        sa.Column("card", TEXT, nullable=False),
        sa.Column("topic", TEXT, nullable=False),
        sa.Column("position", WHOLE, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("titles", TEXT, nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("id_folded", TEXT, nullable=False),
        sa.Column("deck_folded", TEXT, nullable=False),
        sa.Column("topic_folded", TEXT, nullable=False),
        sa.Column("tags_folded", TEXT, nullable=False),
        sa.Column("text_folded", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_listing_card", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("card", name="pk_listing"),
    )
    op.create_index("ix_listing_place", "listing", ["topic", "position", "card"])
    op.execute("UPDATE source_file SET changed = -1, digest = ''")
