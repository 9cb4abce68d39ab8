"""Alembic's environment: runs in the connection that `Database.upgrade` gives, or makes one for autogenerate."""

from alembic import context

from app.core.recovery import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
