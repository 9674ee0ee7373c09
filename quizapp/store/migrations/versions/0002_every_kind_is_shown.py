"""Every kind of card is shown: there is no column any more that says which are."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.schema.types import TEXT

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.drop_index("ix_card_order", "card")
    with op.batch_alter_table("card") as card:
        card.drop_column("shown")
    op.create_index("ix_card_order", "card", ["archived_at", "deck", "topic", "position"])
    told = sa.table("fault", sa.column("mend", TEXT))
    op.execute(told.delete().where(told.c.mend == "this version does not show it yet"))
