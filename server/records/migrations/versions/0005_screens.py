"""The waiting room: where counters lie, its screens, the messages they tell."""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Forward."""
    op.add_column("counters", sa.Column("way", sa.String(16)))
    op.add_column("counters", sa.Column("place", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "screens",
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("counters", sa.JSON(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("distance_m", sa.Float(), nullable=False),
        sa.Column("diagonal_in", sa.Float(), nullable=False),
        sa.Column("voice", sa.Boolean(), nullable=False),
        sa.Column("mute", sa.JSON(), nullable=False),
        sa.Column("ways", sa.JSON(), nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("messages")
    op.drop_table("screens")
    op.drop_column("counters", "place")
    op.drop_column("counters", "way")
