"""The environment, read once and typed.

Every setting is read from a variable with the prefix ``OVERGANG_`` and described here; `docs/operating.md` lists them
all, and a test holds that list complete.
"""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything an operator may set. Times say their unit in the name."""

    model_config = SettingsConfigDict(env_prefix="OVERGANG_", frozen=True, ignored_types=(cached_property,))

    # Where things are
    data: Path = Field(Path("data"), description="Folder of the database and the key file.")
    base_url: str = Field("http://localhost:8000", description="The address citizens use, without a path.")
    database_url: str = Field("", description="SQLAlchemy address; empty: SQLite in the data folder.")
    proxies: str = Field("127.0.0.1", description="Addresses whose X-Forwarded-For is believed, by comma.")
    demo: bool = Field(False, description="Demo country: mailbox page shown, messages kept and not sent.")
    maintenance: bool = Field(False, description="Show the maintenance page on every address.")

    # What the schemes and the service are called
    service_name: str = Field("Overgang", description="Name of the portal, in titles and messages.")
    old_scheme: str = Field("NemID", description="Name of the scheme that citizens leave.")
    new_scheme: str = Field("Nyt NemID", description="Name of the scheme that citizens cross to.")
    closing_date: date = Field(date(2027, 10, 31), description="Last day on which the old scheme works.")
    support_phone: str = Field("+4572000000", description="Telephone of the support, E.164.")
    support_email: str = Field("hjaelp@example.dk", description="Written contact of the support.")

    # Passwords: OWASP's Argon2id parameters
    argon2_memory_kib: int = Field(19 * 1024, description="Argon2id memory in KiB.")
    argon2_passes: int = Field(2, description="Argon2id passes.")
    argon2_queue: int = Field(200, description="Password checks that may wait; above that: 503.")

    workers: int = Field(1, description="Processes that serve; each checks passwords on its share of the cores.")

    # Time limits. WCAG 2.2.1: each is told, warned of, and can be extended.
    idle_minutes: int = Field(30, description="A session ends after this long without use.")
    absolute_hours: int = Field(24, description="A session ends after this long in any case (SP 800-63B-4, AAL2).")
    warning_minutes: int = Field(5, description="How long before the end the citizen is warned.")
    attempt_minutes: int = Field(30, description="How long an unfinished log-on or crossing may rest.")
    fresh_minutes: int = Field(5, description="How long a proof counts as fresh for a change.")
    code_minutes: int = Field(10, description="How long a sent or spoken code can be used.")

    # Recovery of a lost password or factor
    recovery_wait_hours: int = Field(24, description="How long a recovery waits, so that the citizen can stop it.")
    letters_dir: str = Field("", description="Folder where letters are laid for the printing house; empty: none.")

    # Limits of guessing
    free_tries: int = Field(5, description="Wrong passwords before delays begin.")
    first_delay_seconds: int = Field(30, description="First delay; it doubles at each further failure.")
    longest_delay_seconds: int = Field(3600, description="The longest delay.")
    failures_before_human: int = Field(100, description="Failures in a row before a person must help.")
    source_failures: int = Field(200, description="Failures from one address in fifteen minutes before 429.")
    alarm_failures: int = Field(1000, description="Failures in the whole service in a minute: alarm event.")

    # Sending
    smtp_host: str = Field("", description="SMTP server; empty: e-mail is not sent.")
    smtp_port: int = Field(587, description="SMTP port.")
    smtp_tls: Literal["starttls", "tls", "none"] = Field("starttls", description="How SMTP is protected.")
    smtp_user: str = Field("", description="SMTP user name.")
    smtp_password: str = Field("", description="SMTP password.")
    smtp_ca_file: str = Field("", description="CA file for the SMTP server; empty: the system's.")
    mail_from: str = Field("noreply@example.dk", description="Sender of e-mails.")
    sms_url: str = Field("", description="HTTP gateway for SMS; empty: SMS is not sent.")
    sms_token: str = Field("", description="Bearer token of the SMS gateway.")
    sms_from: str = Field("Overgang", description="Sender of SMS.")
    call_url: str = Field("", description="HTTP gateway for telephone calls; empty: no calls.")
    call_token: str = Field("", description="Bearer token of the call gateway.")
    call_from: str = Field("", description="Number that calls come from.")
    sip_uri: str = Field(
        "", description="SIP trunk, sip:host:port, in place of the HTTP gateway; empty: none."
    )
    sip_registrar: str = Field("", description="Registrar of the SIP trunk, sip:host:port; empty: no registration.")
    sip_user: str = Field("", description="User name at the SIP trunk.")
    sip_password: str = Field("", description="Password at the SIP trunk.")
    sip_address: str = Field("", description="Our address as the SIP trunk sees it; empty: as the route has it.")
    sip_first_port: int = Field(30_000, description="First UDP port for the sound of calls; two are used for each.")
    sip_last_port: int = Field(30_199, description="Last UDP port for the sound of calls.")
    sip_ring_seconds: int = Field(30, description="How long a telephone rings before the call is given up.")
    delivery_timeout_seconds: int = Field(10, description="How long a gateway may take to answer.")

    @property
    def https(self) -> bool:
        """True where citizens use https: then cookies are Secure and carry the `__Host-` prefix."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def host(self) -> str:
        """Host name of the portal: the WebAuthn rpId."""
        return urlsplit(self.base_url).hostname or "localhost"

    @property
    def database(self) -> str:
        """The SQLAlchemy address in force."""
        return self.database_url or f"sqlite:///{self.data / 'overgang.sqlite'}"
