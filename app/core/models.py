"""What the core keeps. Portable column types only: the same schema on SQLite and PostgreSQL.

Names ending in `_digest` are keyed digests for look-up; columns made by `sealed` hold text encrypted under a key that
is not in the database, and are read and written through `app.core.sealed`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, ForeignKey, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.columns import Base, Digest, Id, Moment, RowNumber, new_id, sealed

__all__ = ["Base", "Moment", "new_id", "sealed"]


class Citizen(Base):
    """A person in the new scheme. `status`: crossing, active, blocked or closed."""

    __tablename__ = "citizen"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    status: Mapped[str] = mapped_column(String(16), default="crossing", index=True)
    cpr_digest: Mapped[str | None] = mapped_column(Digest, unique=True)
    cpr: Mapped[str] = sealed("citizen.cpr")
    name: Mapped[str] = sealed("citizen.name")
    protected: Mapped[bool] = mapped_column(Boolean, default=False)
    language: Mapped[str] = mapped_column(String(2), default="da")
    identity_level: Mapped[int] = mapped_column(Integer, default=2)
    user_id_digest: Mapped[str | None] = mapped_column(Digest, unique=True)
    user_id: Mapped[str | None] = sealed("citizen.user_id")
    password_hash: Mapped[str | None] = mapped_column(Text)
    notify: Mapped[str] = mapped_column(String(16), default="new")
    preferences: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    email: Mapped[str | None] = sealed("citizen.email")
    mobile: Mapped[str | None] = sealed("citizen.mobile")
    mobile_changed_at: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)
    crossed_at: Mapped[datetime | None] = mapped_column(Moment)
    blocked_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    last_logon_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Credential(Base):
    """One factor of a citizen. `kind` names the factor, `data` is the factor's own; secrets stand in `secret`, sealed.

    `status`: pending (being activated), active, disabled (too many failures), removed. One with `expires_at` in the
    past is no way in any more, whatever its status.
    """

    __tablename__ = "credential"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = sealed("credential.name", default="")
    status: Mapped[str] = mapped_column(String(16), default="pending")
    lookup_digest: Mapped[str | None] = mapped_column(Digest, unique=True)
    secret: Mapped[str | None] = sealed("credential.secret")
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    counter: Mapped[int] = mapped_column(BigInteger, default=0)
    proofs: Mapped[int] = mapped_column(Integer, default=0)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)
    activated_at: Mapped[datetime | None] = mapped_column(Moment)
    last_used_at: Mapped[datetime | None] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Device(Base):
    """A code device that an operator brought in. It is of the credential whose `lookup_digest` is its serial's digest.

    `kind`: hotp or totp (RFC 4226, RFC 6238). `floor` is the last counter or time step whose code was used: it only
    rises, whoever has the device. `drift`: by how many steps its clock is ahead. `form`: display, speaking or braille.
    """

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    serial_digest: Mapped[str] = mapped_column(Digest, unique=True)
    serial: Mapped[str] = sealed("device.serial")
    seed: Mapped[str] = sealed("device.seed")
    kind: Mapped[str] = mapped_column(String(8))
    algorithm: Mapped[str] = mapped_column(String(8))
    digits: Mapped[int] = mapped_column(Integer)
    period: Mapped[int] = mapped_column(Integer)
    floor: Mapped[int] = mapped_column(BigInteger)
    drift: Mapped[int] = mapped_column(Integer, default=0)
    form: Mapped[str] = mapped_column(String(16))
    imported_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class LegacyIdentity(Base):
    """A citizen of the old scheme, as imported. `status`: active, locked, blocked or awaiting_activation.

    `card_keys` holds 148 entries of a four-digit number and a keyed digest of its key: nothing to read in it.
    `used` is a bitmap as hexadecimal; `asked` the sticky question (a position on the card).
    """

    __tablename__ = "legacy_identity"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    citizen_id: Mapped[str | None] = mapped_column(ForeignKey("citizen.id"), index=True)
    status: Mapped[str] = mapped_column(String(24))
    cpr_digest: Mapped[str] = mapped_column(Digest, unique=True)
    nemid_digest: Mapped[str] = mapped_column(Digest, unique=True)
    user_id_digest: Mapped[str | None] = mapped_column(Digest, unique=True)
    cpr: Mapped[str] = sealed("legacy.cpr")
    nemid_number: Mapped[str] = sealed("legacy.nemid_number")
    user_id: Mapped[str | None] = sealed("legacy.user_id")
    name: Mapped[str] = sealed("legacy.name")
    protected: Mapped[bool] = mapped_column(Boolean, default=False)
    language: Mapped[str] = mapped_column(String(2), default="da")
    password_hash: Mapped[str] = mapped_column(Text)
    password_kind: Mapped[str] = mapped_column(String(1))
    card_number: Mapped[str] = sealed("legacy.card_number")
    card_keys: Mapped[bytes] = mapped_column(LargeBinary)
    used: Mapped[str] = mapped_column(String(64), default="0")
    asked: Mapped[int | None] = mapped_column(Integer)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Crossing(Base):
    """How far a citizen has come from the old scheme to the new. One row a citizen, kept for the record."""

    __tablename__ = "crossing"

    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), primary_key=True)
    terms_version: Mapped[str | None] = mapped_column(String(16))
    terms_accepted_at: Mapped[datetime | None] = mapped_column(Moment)
    terms_declined_at: Mapped[datetime | None] = mapped_column(Moment)
    contact_done: Mapped[bool] = mapped_column(Boolean, default=False)
    factor_kind: Mapped[str | None] = mapped_column(String(32))
    credential_id: Mapped[str | None] = mapped_column(Id)
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)
    started_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(Integer, default=1)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Session(Base):
    """A browser's session, known by the digest of its id.

    `stage`: password (a factor is still to be proven), passkey (a security key is asked, nobody is known yet),
    legacy (the old card's key is asked), crossing, recovery (proofs are gathered), recovered (what was lost may be
    replaced), or logged_on. `challenge` is what was asked, or None; `enrolment`
    is what a factor that is being activated in this session was asked, or None. `helper_until` and `helper_kind`
    belong to the helper mode (`app.core.helper`), None where it is off.
    """

    __tablename__ = "session"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    token_digest: Mapped[str] = mapped_column(Digest, unique=True)
    stage: Mapped[str] = mapped_column(String(16))
    citizen_id: Mapped[str | None] = mapped_column(ForeignKey("citizen.id"), index=True)
    legacy_id: Mapped[str | None] = mapped_column(ForeignKey("legacy_identity.id"), index=True)
    level: Mapped[int] = mapped_column(Integer, default=0)
    method: Mapped[str | None] = mapped_column(String(32))
    challenge: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    enrolment: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    return_to: Mapped[str] = mapped_column(Text, default="")
    required_level: Mapped[int] = mapped_column(Integer, default=1)
    device: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    idle_until: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment, index=True)
    fresh_until: Mapped[datetime | None] = mapped_column(Moment)
    patience: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    helper_until: Mapped[datetime | None] = mapped_column(Moment)
    helper_kind: Mapped[str | None] = mapped_column(String(16))
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)


class ContactCode(Base):
    """A code sent to confirm an e-mail address or a mobile number; one open code a citizen and channel."""

    __tablename__ = "contact_code"

    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(8), primary_key=True)
    value: Mapped[str] = sealed("contact.value")
    code_digest: Mapped[str] = mapped_column(Digest)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    sends: Mapped[int] = mapped_column(Integer, default=1)
    sent_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)


class Counter(Base):
    """Failures in a row of one subject of the throttle."""

    __tablename__ = "counter"

    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class Draft(Base):
    """What was typed in a form when the session ended, without secrets, for the same citizen to go on with."""

    __tablename__ = "draft"

    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), primary_key=True)
    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    fields: Mapped[str] = sealed("draft.fields")
    saved_at: Mapped[datetime] = mapped_column(Moment)


class OutboxMessage(Base):
    """A message to be sent, or sent. `purpose` names it, `params` (sealed JSON) fills it; the words are found when it
    is sent, in the citizen's language. Outside the demo `params` is emptied once the message is sent."""

    __tablename__ = "outbox"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    citizen_id: Mapped[str | None] = mapped_column(ForeignKey("citizen.id"), index=True)
    channel: Mapped[str] = mapped_column(String(8))
    purpose: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(2))
    recipient: Mapped[str] = sealed("outbox.recipient")
    params: Mapped[str] = sealed("outbox.params")
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    useless_after: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    failure: Mapped[str] = mapped_column(String(200), default="")


class Event(Base):
    """One line of the audit trail; `digest` chains it to the line before."""

    __tablename__ = "event"

    number: Mapped[int] = mapped_column(RowNumber, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[str] = mapped_column(String(40))
    citizen_id: Mapped[str | None] = mapped_column(Id)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    digest: Mapped[str] = mapped_column(Digest)
    __table_args__ = (Index("event_of_citizen", "citizen_id", "number"),)


class EventHead(Base):
    """The end of the audit chain: one row, locked while a line is added."""

    __tablename__ = "event_head"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[int] = mapped_column(RowNumber, default=0)
    digest: Mapped[str] = mapped_column(Digest, default="")
