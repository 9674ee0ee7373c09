"""Files that put cards into other topics are found without reading what all files say."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    lends = sa.text("""part LIKE '%"of":"%'""")
    op.create_index("ix_source_file_lends", "source_file", ["topic"], sqlite_where=lends, postgresql_where=lends)
