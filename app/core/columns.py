"""The column types that the models share. Portable: the same on SQLite and PostgreSQL."""

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Integer, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC without a zone (SQLite has none)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """To the database: UTC, without its zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """From the database: aware again."""
        return value.replace(tzinfo=UTC) if value else None


Id = String(36)
Digest = String(64)
# SQLite numbers rows only in a column declared INTEGER.
RowNumber = BigInteger().with_variant(Integer, "sqlite")


def new_id() -> str:
    """A random UUID as text."""
    return str(uuid.uuid4())


def sealed(purpose: str, **options: Any) -> MappedColumn[Any]:
    """A column of encrypted text. The purpose is bound into it, and `app.core.rotation` finds the column by it."""
    return mapped_column(Text, info={"sealed": purpose}, **options)


class Base(DeclarativeBase):
    """The declarative base."""
