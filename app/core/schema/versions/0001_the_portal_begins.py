"""the portal begins

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

import app.core.models

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "citizen",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("cpr_digest", sa.String(length=64), nullable=True),
        sa.Column("cpr", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("identity_level", sa.Integer(), nullable=False),
        sa.Column("user_id_digest", sa.String(length=64), nullable=True),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("notify", sa.String(length=16), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("mobile", sa.Text(), nullable=True),
        sa.Column("mobile_changed_at", app.core.models.Moment(), nullable=True),
        sa.Column("created_at", app.core.models.Moment(), nullable=False),
        sa.Column("crossed_at", app.core.models.Moment(), nullable=True),
        sa.Column("blocked_at", app.core.models.Moment(), nullable=True),
        sa.Column("closed_at", app.core.models.Moment(), nullable=True),
        sa.Column("last_logon_at", app.core.models.Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cpr_digest"),
        sa.UniqueConstraint("user_id_digest"),
    )
    with op.batch_alter_table("citizen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citizen_status"), ["status"], unique=False)

    op.create_table(
        "counter",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", app.core.models.Moment(), nullable=True),
        sa.Column("changed_at", app.core.models.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "event",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", app.core.models.Moment(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("citizen_id", sa.String(length=36), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("event_of_citizen", ["citizen_id", "number"], unique=False)

    op.create_table(
        "event_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "contact_code",
        sa.Column("citizen_id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sends", sa.Integer(), nullable=False),
        sa.Column("sent_at", app.core.models.Moment(), nullable=False),
        sa.Column("expires_at", app.core.models.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("citizen_id", "channel"),
    )
    op.create_table(
        "credential",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("citizen_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("lookup_digest", sa.String(length=64), nullable=True),
        sa.Column("secret", sa.Text(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("proofs", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", app.core.models.Moment(), nullable=True),
        sa.Column("created_at", app.core.models.Moment(), nullable=False),
        sa.Column("activated_at", app.core.models.Moment(), nullable=True),
        sa.Column("last_used_at", app.core.models.Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("lookup_digest"),
    )
    with op.batch_alter_table("credential", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_credential_citizen_id"), ["citizen_id"], unique=False)

    op.create_table(
        "crossing",
        sa.Column("citizen_id", sa.String(length=36), nullable=False),
        sa.Column("terms_version", sa.String(length=16), nullable=True),
        sa.Column("terms_accepted_at", app.core.models.Moment(), nullable=True),
        sa.Column("terms_declined_at", app.core.models.Moment(), nullable=True),
        sa.Column("contact_done", sa.Boolean(), nullable=False),
        sa.Column("factor_kind", sa.String(length=32), nullable=True),
        sa.Column("credential_id", sa.String(length=36), nullable=True),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("started_at", app.core.models.Moment(), nullable=False),
        sa.Column("finished_at", app.core.models.Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("citizen_id"),
    )
    op.create_table(
        "draft",
        sa.Column("citizen_id", sa.String(length=36), nullable=False),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("saved_at", app.core.models.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("citizen_id", "path"),
    )
    op.create_table(
        "legacy_identity",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("citizen_id", sa.String(length=36), nullable=True),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("cpr_digest", sa.String(length=64), nullable=False),
        sa.Column("nemid_digest", sa.String(length=64), nullable=False),
        sa.Column("user_id_digest", sa.String(length=64), nullable=True),
        sa.Column("cpr", sa.Text(), nullable=False),
        sa.Column("nemid_number", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("password_kind", sa.String(length=1), nullable=False),
        sa.Column("card_number", sa.Text(), nullable=False),
        sa.Column("card_keys", sa.LargeBinary(), nullable=False),
        sa.Column("used", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", app.core.models.Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cpr_digest"),
        sa.UniqueConstraint("nemid_digest"),
        sa.UniqueConstraint("user_id_digest"),
    )
    with op.batch_alter_table("legacy_identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_legacy_identity_citizen_id"), ["citizen_id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("citizen_id", sa.String(length=36), nullable=True),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("created_at", app.core.models.Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", app.core.models.Moment(), nullable=True),
        sa.Column("useless_after", app.core.models.Moment(), nullable=True),
        sa.Column("sent_at", app.core.models.Moment(), nullable=True),
        sa.Column("failure", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_citizen_id"), ["citizen_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_created_at"), ["created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_next_try_at"), ["next_try_at"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("citizen_id", sa.String(length=36), nullable=True),
        sa.Column("legacy_id", sa.String(length=36), nullable=True),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=32), nullable=True),
        sa.Column("challenge", sa.JSON(), nullable=True),
        sa.Column("enrolment", sa.JSON(), nullable=True),
        sa.Column("return_to", sa.Text(), nullable=False),
        sa.Column("required_level", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.Column("created_at", app.core.models.Moment(), nullable=False),
        sa.Column("seen_at", app.core.models.Moment(), nullable=False),
        sa.Column("idle_until", app.core.models.Moment(), nullable=False),
        sa.Column("ends_at", app.core.models.Moment(), nullable=False),
        sa.Column("fresh_until", app.core.models.Moment(), nullable=True),
        sa.Column("revoked_at", app.core.models.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["citizen_id"],
            ["citizen.id"],
        ),
        sa.ForeignKeyConstraint(
            ["legacy_id"],
            ["legacy_identity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_digest"),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_citizen_id"), ["citizen_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_ends_at"), ["ends_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_legacy_id"), ["legacy_id"], unique=False)

    # ### end Alembic commands ###


def downgrade() -> None:
    """Drop every table."""
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_legacy_id"))
        batch_op.drop_index(batch_op.f("ix_session_ends_at"))
        batch_op.drop_index(batch_op.f("ix_session_citizen_id"))

    op.drop_table("session")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_next_try_at"))
        batch_op.drop_index(batch_op.f("ix_outbox_created_at"))
        batch_op.drop_index(batch_op.f("ix_outbox_citizen_id"))

    op.drop_table("outbox")
    with op.batch_alter_table("legacy_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_legacy_identity_citizen_id"))

    op.drop_table("legacy_identity")
    op.drop_table("draft")
    op.drop_table("crossing")
    with op.batch_alter_table("credential", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credential_citizen_id"))

    op.drop_table("credential")
    op.drop_table("contact_code")
    op.drop_table("event_head")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("event_of_citizen")

    op.drop_table("event")
    op.drop_table("counter")
    with op.batch_alter_table("citizen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citizen_status"))

    op.drop_table("citizen")
    # ### end Alembic commands ###
