"""settings for the person

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    with op.batch_alter_table("citizen", schema=None) as batch_op:
        batch_op.add_column(sa.Column("preferences", sa.JSON(), nullable=True))

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("patience", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    """Back to the one before."""
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_column("patience")

    with op.batch_alter_table("citizen", schema=None) as batch_op:
        batch_op.drop_column("preferences")
