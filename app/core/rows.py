"""Rows that are made when they are first needed, and locked while they are changed."""

from typing import Any, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DbSession

from app.core.models import Base

Row = TypeVar("Row", bound=Base)


def locked_row(db: DbSession, model: type[Row], key: Any, /, **fresh: Any) -> Row:
    """The row with this primary key, locked; made of `fresh` where there is none.

    Two makers at once: the second waits, and finds the first's.
    """
    found = db.get(model, key, with_for_update=True, populate_existing=True)
    if found is not None:
        return found
    try:
        with db.begin_nested():
            made = model(**fresh)
            db.add(made)
        return made
    except IntegrityError:
        return db.get_one(model, key, with_for_update=True, populate_existing=True)
