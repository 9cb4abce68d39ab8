"""A clock that a test moves."""

from datetime import UTC, datetime, timedelta


class MovingClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 9, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment it stands at."""
        return self.time

    def forward(self, **amount: float) -> None:
        """Move it on: `forward(minutes=5)`."""
        self.time += timedelta(**amount)
