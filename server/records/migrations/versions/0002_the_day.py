"""A site's day: its hours, its rules, its priorities and its ready notices; a limit for each need."""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Forward."""
    # What a site of before was: always open, its day turning when nobody waits.
    for column in (
        sa.Column("weekly", sa.JSON()),
        sa.Column("closures", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("turns_at", sa.Time(), nullable=False, server_default="04:00:00"),
        sa.Column("last_tickets_min", sa.Integer(), nullable=False, server_default="0"),
        # Words that both SQLite and PostgreSQL take for a truth, so that no table has to be built anew.
        sa.Column("next_completes", sa.Boolean(), nullable=False, server_default=sa.text("true")),
        sa.Column("recalls_before_absent", sa.Integer(), nullable=False, server_default="3"),
    ):
        op.add_column("sites", column)
    op.add_column("needs", sa.Column("waiting_limit", sa.Integer()))
    op.create_table(
        "priorities",
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("kiosk", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("site_id", sa.String(64), sa.ForeignKey("sites.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("notices")
    op.drop_table("priorities")
    op.drop_column("needs", "waiting_limit")
    for name in ("weekly", "closures", "turns_at", "last_tickets_min", "next_completes", "recalls_before_absent"):
        op.drop_column("sites", name)
