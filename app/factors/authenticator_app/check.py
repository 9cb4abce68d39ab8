"""The authenticator app: time-based codes (TOTP, RFC 6238) of six digits, each used once.

`credential.secret` is the seed, sealed; `credential.counter` is the last step whose code was used. It is a floor that
only rises: a code of that step or of an earlier one is never accepted again, whatever the clock does meanwhile.
"""

import hmac
from collections.abc import Mapping

import pyotp

from app.core import clock
from app.core.account import short_name
from app.core.factor import RIGHT, Check, Context, Question
from app.core.models import Credential
from app.core.sealed import seal, unseal

STEP_SECONDS = 30
CODE_DIGITS = 6
# RFC 6238 section 5.2: one step of delay is for the network, the typing and clocks that do not quite agree.
DRIFT_STEPS = 1
# 32 characters of base32 are 160 bits, the length that RFC 4226 section 4 (R6) recommends.
SEED_CHARACTERS = 32
PURPOSE = "credential.secret"


def prepare(context: Context, credential: Credential, _given: Mapping[str, str]) -> None:
    """Draw a new seed; nothing that the citizen sends can choose it."""
    set_seed(context, credential, pyotp.random_base32(SEED_CHARACTERS))


def set_seed(context: Context, credential: Credential, seed: str) -> None:
    """Keep a seed (base32 without padding, at least 160 bits), sealed. Raises ValueError for a shorter one."""
    if len(seed) < SEED_CHARACTERS:
        raise ValueError("the seed is shorter than 160 bits")
    credential.secret = seal(context.db, seed, PURPOSE)
    credential.counter = 0


def ask(_context: Context, _credential: Credential | None, *, requested: bool) -> Question:
    """Nothing is asked but the code that the app shows now."""
    return {}


def check(context: Context, credential: Credential, _question: Question, given: Mapping[str, str]) -> Check:
    """Judge a code, and raise the floor to its step. The row is locked meanwhile, so of two at once one wins.

    A code that was used already is no guess and does not count; every other wrong one does.
    """
    code = given.get("code", "")
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    matching = _steps_of(seed_of(context, credential), code)
    if not matching:
        return Check("wrong")
    if max(matching) <= credential.counter:
        return Check("used", counts=False)
    # The latest of them: were the same digits to come in two steps of the window, they would still be good only once.
    credential.counter = max(matching)
    return RIGHT


def seed_of(context: Context, credential: Credential) -> str:
    """The seed in base32."""
    return unseal(context.db, credential.secret, PURPOSE)


def setup_address(context: Context, credential: Credential) -> str:
    """The otpauth address that an app is set up with: seed, service name and whose account it is."""
    assert context.citizen is not None
    totp = pyotp.TOTP(seed_of(context, credential))
    return totp.provisioning_uri(
        name=short_name(context.db, context.citizen), issuer_name=context.settings.service_name
    )


def _steps_of(seed: str, code: str) -> list[int]:
    """The steps within the drift whose code this is; each is compared, whichever fits."""
    totp = pyotp.TOTP(seed, digits=CODE_DIGITS, interval=STEP_SECONDS)
    now = int(clock.now().timestamp()) // STEP_SECONDS
    steps = range(now - DRIFT_STEPS, now + DRIFT_STEPS + 1)
    return [step for step in steps if hmac.compare_digest(totp.generate_otp(step), code)]
