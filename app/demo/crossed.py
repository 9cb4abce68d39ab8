"""Personas who have the new eID when the demo begins: to log on at once, and to try a second crossing."""

from typing import Any

from app.demo.citizen import NewEid, Persona
from app.demo.seeds import security_key, totp_seed


def _app(key: str, name: str) -> dict[str, Any]:
    return {"kind": "authenticator_app", "name": name, "seed": totp_seed(key)}


def _card(name: str = "Kodekort") -> dict[str, Any]:
    # The portal derives a card's codes from a key of its own: they are known only once the card is issued.
    return {"kind": "code_card", "name": name}


def _audio(name: str, mobile: str) -> dict[str, Any]:
    return {"kind": "audio_code", "name": name, "mobile": mobile}


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
)  # fmt: skip
