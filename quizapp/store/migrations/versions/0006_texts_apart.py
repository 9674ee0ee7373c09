"""Searches read texts beside nothing else, in the order of a topic's cards."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.tables import ROOM
from quizapp.store.schema.types import TEXT, WHOLE

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("topic", sa.Column("number", WHOLE, nullable=False, server_default="0"))
    op.execute(
        "UPDATE topic SET number = numbered.number"
        " FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM topic) AS numbered"
        " WHERE numbered.id = topic.id"
    )
    op.drop_index("ix_topic_order", "topic")
    op.create_index("ix_topic_order", "topic", ["deck", "position", "id"], unique=True)
    op.create_index("ix_deck_order", "deck", ["position", "id"], unique=True)
    op.execute("CREATE TABLE listed AS SELECT * FROM listing")
    op.drop_table("listing")
    op.create_table(
        "listing",
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("card", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("titles", TEXT, nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("id_folded", TEXT, nullable=False),
        sa.Column("deck_folded", TEXT, nullable=False),
        sa.Column("topic_folded", TEXT, nullable=False),
        sa.Column("tags_folded", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_listing"),
        sa.UniqueConstraint("card", name="uq_listing_card"),
        sa.ForeignKeyConstraint(["card"], ["card.id"], name="fk_listing_card", ondelete="CASCADE"),
    )
    op.create_table(
        "listing_text",
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("card", TEXT, nullable=False),
        sa.Column("folded", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["number"], ["listing.number"], name="fk_listing_text_number", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_listing_text"),
    )
    op.execute(
        f"INSERT INTO listing SELECT topic.number * {ROOM} - 1"  # noqa: S608  a number of our own
        " + row_number() OVER (PARTITION BY topic.id ORDER BY listed.position, listed.card),"
        " card, kind, titles, edited, id_folded, deck_folded, topic_folded, tags_folded"
        " FROM listed JOIN topic ON topic.id = listed.topic"
    )
    op.execute(
        "INSERT INTO listing_text SELECT listing.number, listing.card, listed.text_folded"
        " FROM listing JOIN listed ON listed.card = listing.card ORDER BY listing.number"
    )
    op.drop_table("listed")
