"""recoveries

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

import app.core.models

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table of recoveries."""
    op.create_table(
        "recovery",
        sa.Column("citizen_id", sa.String(length=36), nullable=False),
        sa.Column("serial", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("proofs", sa.JSON(), nullable=False),
        sa.Column("stop_digest", sa.String(length=64), nullable=True),
        sa.Column("device_digest", sa.String(length=64), nullable=True),
        sa.Column("requested_at", app.core.models.Moment(), nullable=False),
        sa.Column("ready_at", app.core.models.Moment(), nullable=False),
        sa.Column("expires_at", app.core.models.Moment(), nullable=False),
        sa.Column("ended_at", app.core.models.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"]),
        sa.PrimaryKeyConstraint("citizen_id"),
        sa.UniqueConstraint("stop_digest"),
    )
