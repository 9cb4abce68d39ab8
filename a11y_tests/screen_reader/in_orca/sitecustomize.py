"""Loaded by Orca's own Python when it starts: mends a race in python3-speechd that ends a reading half-way.

Its client begins to wait for the end of an utterance only after it has sent it (see the TODO in speechd/client.py,
SSIPClient.speak). Ours are spoken at once: an end that comes too early was dropped, and Orca waited for it for ever.
"""

from threading import Lock
from typing import Any

from speechd import client


class PatientHandler(client._CallbackHandler):  # type: ignore[misc]
    """Keeps what comes before anybody waits for it."""

    def __init__(self, client_id: int) -> None:
        super().__init__(client_id)
        self._early: dict[int, list[tuple[tuple[Any, ...], dict[str, Any]]]] = {}
        self._order = Lock()

    def __call__(self, msg_id: int, *args: Any, **kwargs: Any) -> None:
        """Something has come for a message: hand it on, or keep it."""
        with self._order:
            if msg_id not in self._callbacks:
                self._early.setdefault(msg_id, []).append((args, kwargs))
                return
        super().__call__(msg_id, *args, **kwargs)

    def add_callback(self, msg_id: int, callback: Any, event_types: Any) -> None:
        """Somebody waits from now on: first for what came before."""
        with self._order:
            super().add_callback(msg_id, callback, event_types)
            early = self._early.pop(msg_id, [])
        for args, kwargs in early:
            super().__call__(msg_id, *args, **kwargs)


client._CallbackHandler = PatientHandler
