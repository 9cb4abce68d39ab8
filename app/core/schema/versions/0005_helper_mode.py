"""helper mode

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

import app.core.columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("helper_until", app.core.columns.Moment(), nullable=True))
        batch_op.add_column(sa.Column("helper_kind", sa.String(length=16), nullable=True))


def downgrade() -> None:
    """Back to the one before."""
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_column("helper_kind")
        batch_op.drop_column("helper_until")
