"""Fixtures of the recovery's tests."""

from tests.core.conftest import person, time  # noqa: F401  (fixtures)
