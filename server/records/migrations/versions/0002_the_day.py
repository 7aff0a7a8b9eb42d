"""A site's day: its hours, its rules, its priorities and its ready notices; a limit for each need."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

# What a site of before was: always open, its day turning when nobody waits.
SITE_COLUMNS: tuple[sa.Column[Any], ...] = (
    sa.Column("weekly", sa.JSON()),
    sa.Column("closures", sa.JSON(), nullable=False, server_default="[]"),
    sa.Column("turns_at", sa.Time(), nullable=False, server_default="04:00:00"),
    sa.Column("last_tickets_min", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("next_completes", sa.Boolean(), nullable=False, server_default=sa.true()),
    sa.Column("recalls_before_absent", sa.Integer(), nullable=False, server_default="3"),
)


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("sites") as sites:
        for column in SITE_COLUMNS:
            sites.add_column(column.copy())
    with op.batch_alter_table("needs") as needs:
        needs.add_column(sa.Column("waiting_limit", sa.Integer()))
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
    with op.batch_alter_table("needs") as needs:
        needs.drop_column("waiting_limit")
    with op.batch_alter_table("sites") as sites:
        for column in SITE_COLUMNS:
            sites.drop_column(column.name)
