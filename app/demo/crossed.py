"""Personas who have the new eID when the demo begins: to log on at once, and to try a second crossing."""

from typing import Any

from app.demo.citizen import NewEid, Persona
from app.demo.seeds import device_seed, security_key, totp_seed


def _app(key: str, name: str) -> dict[str, Any]:
    return {"kind": "authenticator_app", "name": name, "seed": totp_seed(key)}


def _card(name: str = "Kodekort") -> dict[str, Any]:
    # The portal derives a card's codes from a key of its own: they are known only once the card is issued.
    return {"kind": "code_card", "name": name}


def _audio(name: str, mobile: str) -> dict[str, Any]:
    return {"kind": "audio_code", "name": name, "mobile": mobile}


def _device(key: str, name: str, serial: str) -> dict[str, Any]:
    # Pressed for a code, which it speaks: counted from 0 (HOTP, six digits).
    return {"kind": "code_device", "name": name, "serial": serial, "seed": device_seed(key), "counter": 0}


def _codes() -> dict[str, Any]:
    # Derived as a card's codes are.
    return {"kind": "recovery_codes", "name": ""}


def _security_key(key: str, name: str) -> dict[str, Any]:
    return {"kind": "security_key", "name": name, **security_key(key)}


CROSSED = (
    Persona(
        key="crossed-app-and-card", given_name="Maja", family_name="Lindegaard", cpr="7010902314",
        nemid_number="210000302", user_id="majalinde", password="krydset90", factor="authenticator_app",
        need="Has crossed: authenticator app every day, code card in the drawer.",
        email="maja@example.dk", mobile="+4534412331",
        new=NewEid("maja.lindegaard", "tolv kraner over havnen", [
            _app("crossed-app-and-card", "Min telefon"), _card(),
        ]),
    ),
    Persona(
        key="crossed-card", given_name="Poul-Erik", family_name="Vinther", cpr="6303430259",
        nemid_number="210000310", password="5924", password_kind="B", factor="code_card",
        need="Has crossed with a code card alone and wants nothing else.",
        email="poulerik@example.dk",
        new=NewEid("poulerik43", "gamle heste trives ved fjorden", [_card()]),
    ),
    Persona(
        key="crossed-audio-and-card", given_name="Lone", family_name="Bjerregaard", cpr="7606661144",
        nemid_number="210000328", user_id="lonebj", password="lytte66", factor="audio_code",
        need="Has crossed: hears the code on the telephone, with a code card to fall back on.",
        email="lone@example.dk", mobile="+4534412333",
        new=NewEid("lone.lytter", "sangbog under sofapuden 66", [
            _audio("Min telefon", "+4534412333"), _card(),
        ]),
    ),
    Persona(
        key="crossed-app", given_name="Oliver", family_name="Hussain", cpr="6112972135",
        nemid_number="210000336", user_id="oliver.h", password="crossed97", factor="authenticator_app",
        need="Has crossed and reads English; the authenticator app is the only factor.", language="en",
        email="oliver@example.com", mobile="+4534412334",
        new=NewEid("oliver.hussain", "seven bicycles cross the bridge", [_app("crossed-app", "My phone")]),
    ),
    Persona(
        key="crossed-key-and-app", given_name="Asta", family_name="Skov-Hansen", cpr="8005851546",
        nemid_number="210000344", user_id="astask", password="noegle85", factor="security_key",
        need="Has crossed: a security key that logs on without password, and an app to fall back on.",
        email="asta@example.dk", mobile="+4534412335",
        new=NewEid("asta.skov-hansen", "tordenvejr bag granskoven 85", [
            _security_key("crossed-key-and-app", "Nøglebundtet"), _app("crossed-key-and-app", "Min telefon"),
        ]),
    ),
    Persona(
        key="crossed-device-and-card", given_name="Ulla", family_name="Kirkegaard", cpr="7208553084",
        nemid_number="210000351", user_id="ullak", password="taler1955", factor="code_device",
        need="Has crossed: a device that speaks the code, with a code card and recovery codes to fall back on.",
        email="ulla@example.dk", mobile="+4534412336",
        new=NewEid("ulla.kirkegaard", "graagaes over den lange dige", [
            _device("crossed-device-and-card", "Kodeoplæseren", "TALER-20260042"), _card(), _codes(),
        ]),
    ),
)  # fmt: skip
