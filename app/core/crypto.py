"""Keys outside the database: encryption at rest, keyed digests, derived keys.

The key file holds one root key (digests, derived card codes, signatures) and one or more encryption keys with ids.
New values are encrypted under the current id; older ids stay readable until `app rotate-keys` has rewritten them.
A keyring that came from a file follows it: `fresh()` reads it anew once it was changed, so no server is restarted.
"""

import base64
import contextlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class CannotDecrypt(Exception):
    """The value was changed, belongs to another purpose, or its key is gone."""


@dataclass(frozen=True)
class Keys:
    """The keyring. `current` names the encryption key for new values; `source` is the file it was read from."""

    root: bytes = field(repr=False)
    encryption: dict[str, bytes] = field(repr=False)
    current: str
    source: Path | None = field(default=None, compare=False, repr=False)
    stamp: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)

    def encrypt(self, text: str, purpose: str) -> str:
        """AES-256-GCM with the purpose bound in; gives `<key id>.<base64url of nonce and ciphertext>`."""
        nonce = secrets.token_bytes(12)
        sealed = AESGCM(self.encryption[self.current]).encrypt(nonce, text.encode(), purpose.encode())
        return f"{self.current}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def decrypt(self, value: str, purpose: str) -> str:
        """The text behind `encrypt`. Raises CannotDecrypt."""
        key_id, _, body = value.partition(".")
        try:
            raw = base64.urlsafe_b64decode(body)
            return AESGCM(self._key(key_id)).decrypt(raw[:12], raw[12:], purpose.encode()).decode()
        except (KeyError, ValueError, InvalidTag) as error:
            raise CannotDecrypt(purpose) from error

    def _key(self, key_id: str) -> bytes:
        """The encryption key of this id: a rotation may have added it after this keyring was read."""
        return self.encryption[key_id] if key_id in self.encryption else self.fresh().encryption[key_id]

    def digest(self, text: str, purpose: str) -> str:
        """HMAC-SHA-256 under a key of its own for each purpose: look-up without readable values. 64 hex digits."""
        return hmac.digest(self.derive("digest", purpose), text.encode(), "sha256").hex()

    def derive(self, *path: str) -> bytes:
        """A 32-byte key for this path (HMAC chain as in HKDF-Expand, RFC 5869: distinct labels, distinct keys)."""
        key = self.root
        for part in path:
            key = hmac.digest(key, part.encode(), "sha256")
        return key

    def is_current(self, value: str) -> bool:
        """True where the value is encrypted under the current key."""
        return value.partition(".")[0] == self.current

    def with_new_key(self) -> "Keys":
        """A keyring whose new values use a fresh key; the older ones stay readable."""
        number = 1 + max(int(key_id[1:]) for key_id in self.encryption)
        fresh = {f"k{number}": secrets.token_bytes(32)}
        return replace(self, encryption={**self.encryption, **fresh}, current=f"k{number}")

    def only_current(self) -> "Keys":
        """The keyring without retired encryption keys."""
        return replace(self, encryption={self.current: self.encryption[self.current]})

    def fresh(self) -> "Keys":
        """This keyring, or what its file holds now where that was changed. A file that cannot be read is left be."""
        if self.source is None:
            return self
        try:
            return self if _stamp(os.stat(self.source)) == self.stamp else load_keys(self.source)
        except OSError:
            return self


def new_keys() -> Keys:
    """A fresh keyring."""
    return Keys(secrets.token_bytes(32), {"k1": secrets.token_bytes(32)}, "k1")


def load_keys(path: Path) -> Keys:
    """Read the key file; make it, readable by its owner only, where there is none."""
    if not path.exists():
        _make_keys(path)
    with path.open(encoding="ascii") as file:
        stamp = _stamp(os.fstat(file.fileno()))
        stored = json.load(file)
    encryption = {key_id: base64.b64decode(key) for key_id, key in stored["encryption"].items()}
    return Keys(base64.b64decode(stored["root"]), encryption, stored["current"], path, stamp)


def save_keys(path: Path, keys: Keys) -> None:
    """Write the key file whole or not at all (temporary file, fsync, rename), mode 0600."""
    stored = {
        "root": base64.b64encode(keys.root).decode(),
        "encryption": {key_id: base64.b64encode(key).decode() for key_id, key in keys.encryption.items()},
        "current": keys.current,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(stored, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync_folder(path.parent)


def _make_keys(path: Path) -> None:
    """The first key file. Two processes at once: one wins, and both read its file."""
    own = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    save_keys(own, new_keys())
    with contextlib.suppress(FileExistsError):
        os.link(own, path)
    own.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A new name in a folder is on disk only when the folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stamp(status: os.stat_result) -> tuple[int, int]:
    """Tells one version of the file from the next: every version is a new file that takes the name."""
    return status.st_ino, status.st_mtime_ns
