"""Trying a factor out before one depends on it: with a practice credential that exists in the page's form alone.

A factor that can be tried has an attribute `rehearsal` and a template `rehearsal.html` beside its others. Its own
`check` judges; nothing is written, counted, locked or sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from app.core import clock
from app.core.crypto import Keys
from app.core.factor import Context, Factor, Question
from app.core.models import Credential, new_id
from app.ui.factor_pages import Shown

MINUTES = 60


@dataclass(frozen=True)
class Rehearsal:
    """begin: makes the practice credential ready, and asks it. show: what rehearsal.html needs besides `pages.show`."""

    begin: Callable[[Context, Credential], Question]
    show: Callable[[Context, Credential, Question], Shown]


@dataclass(frozen=True)
class Practice:
    """One try: the practice credential, and what it is asked."""

    credential: Credential
    question: Question

    @property
    def spoken(self) -> str:
        """The practice code that may be heard, or empty."""
        return str(self.question.get("spoken", ""))


def of(factor: Factor) -> Rehearsal | None:
    """How this factor is tried, or None where it can only be explained."""
    return getattr(factor, "rehearsal", None)


def begin(context: Context, factor: Factor, how: Rehearsal) -> Practice:
    """A new practice credential. It is never added to the database."""
    credential = _blank(factor.kind, f"practice-{new_id()}")
    return Practice(credential, how.begin(context, credential))


def pack(keys: Keys, practice: Practice) -> str:
    """The practice as a signed text for the form. A secret in it is sealed as in the database."""
    one = practice.credential
    kept = {"id": one.id, "kind": one.kind, "secret": one.secret, "data": one.data, "question": practice.question}
    return _signer(keys).dumps(kept)


def unpack(keys: Keys, kind: str, packed: str) -> Practice | None:
    """The practice from the form; None where it is not ours, is another factor's, or is older than an hour."""
    try:
        kept: dict[str, Any] = _signer(keys).loads(packed, max_age=MINUTES * 60)
    except BadData:
        return None
    if kept["kind"] != kind:
        return None
    credential = _blank(kind, kept["id"])
    credential.secret, credential.data = kept["secret"], kept["data"]
    return Practice(credential, kept["question"])


def _blank(kind: str, credential_id: str) -> Credential:
    """Its id is none that a citizen's credential can have: a practice card's codes are no real card's."""
    values: dict[str, Any] = {"counter": 0, "proofs": 0, "failures": 0, "data": {}, "created_at": clock.now()}
    return Credential(id=credential_id, kind=kind, status="active", **values)


def _signer(keys: Keys) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(keys.derive("cookie", "rehearsal"), salt="rehearsal")
