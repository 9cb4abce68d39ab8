"""How a device is tied to a set-up: by the pairing code (`app.core.pairing`), and by its own key from then on."""

from collections.abc import Mapping
from typing import Any

from app.core.factor import Context
from app.core.models import Credential
from app.core.pairing import LENGTH as LENGTH
from app.core.pairing import SIGNS as SIGNS
from app.core.pairing import code_of as code_of
from app.core.pairing import ends as ends
from app.core.pairing import fold as fold
from app.core.pairing import groups as groups
from app.core.pairing import is_code as is_code
from app.core.pairing import renew as renew
from app.core.pairing import waiting_for as waiting_for
from app.core.sealed import digest


def is_paired(credential: Credential) -> bool:
    """True where a device holds the key of this credential."""
    return "public_key" in credential.data


def tie(context: Context, credential: Credential, device: Mapping[str, Any], device_id: str) -> None:
    """The device is the credential's from now on; the code is used up. `device`: public_key and its label."""
    credential.secret = None
    credential.data = {**credential.data, **device}
    credential.lookup_digest = digest(context.db, f"device:{device_id}", "approval_app")
