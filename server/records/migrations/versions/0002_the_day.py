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
    with op.batch_alter_table("sites") as sites:
        sites.add_column(sa.Column("weekly", sa.JSON()))
        sites.add_column(sa.Column("closures", sa.JSON(), nullable=False, server_default="[]"))
        sites.add_column(sa.Column("turns_at", sa.Time(), nullable=False, server_default="04:00:00"))
        sites.add_column(sa.Column("last_tickets_min", sa.Integer(), nullable=False, server_default="0"))
        sites.add_column(sa.Column("next_completes", sa.Boolean(), nullable=False, server_default=sa.true()))
        sites.add_column(sa.Column("recalls_before_absent", sa.Integer(), nullable=False, server_default="3"))
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
        for name in ("weekly", "closures", "turns_at", "last_tickets_min", "next_completes", "recalls_before_absent"):
            sites.drop_column(name)
