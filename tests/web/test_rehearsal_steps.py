"""The rehearsals of more than one step, by a visitor: each way to be wrong is explained, and nothing is left."""

import pytest

from tests.support.authenticator import SoftKey
from tests.support.visitor import Visitor, words
from tests.web.test_rehearsal import RIGHT, everything, other_than


@pytest.fixture(autouse=True)
def unchanged(sqlite_core, kirsten):
    """No row of any table is another afterwards: no event, no attempt, no count."""
    before = everything(sqlite_core)
    yield
    assert everything(sqlite_core) == before


def begin(visitor: Visitor, path: str) -> Visitor:
    visitor.get(path)
    assert visitor.h1.startswith(("Trin 1", "Step 1"))
    return visitor


def big(visitor: Visitor) -> str:
    """The digits that stand on a line of their own."""
    found = [span for span in visitor.all("span") if "big-digits" in (span.get("class") or "")]
    return words(found[0]).replace(" ", "")


def use(visitor: Visitor, answer) -> Visitor:
    """Let a key answer what the page asks, as the script does."""
    return visitor.submit(response=answer(visitor.by_id("security-key").get("data-options")))


def test_a_security_key_is_made_and_used_and_every_failure_is_said(visitor):
    begin(visitor, "/proev/security_key")
    key, other = SoftKey(), SoftKey()
    visitor.submit()
    assert "JavaScript" in visitor.errors[0]
    visitor.submit(response="{}")
    assert "Vi kunne ikke læse" in visitor.errors[0]
    asked = visitor.by_id("security-key").get("data-options") or ""
    assert '"residentKey": "discouraged"' in asked
    assert "Øvelse" in asked.encode().decode("unicode_escape")
    use(visitor, SoftKey(origin="https://phishing.example").register)
    assert len(visitor.errors) == 1
    use(visitor, key.register)
    assert visitor.h1 == "Trin 2 af 2: Prøv: Sikkerhedsnøgle eller adgangsnøgle"
    assert not visitor.errors
    other.user_handle = key.user_handle
    use(visitor, other.answer)
    assert "en anden nøgle" in visitor.errors[0]
    use(visitor, key.answer)
    assert visitor.path == "/proev"
    assert "Vi har ikke gemt noget om din nøgle" in visitor.text


def test_a_request_is_approved_with_its_number(visitor):
    begin(visitor, "/proev/approval_app").submit("Send en anmodning til min app")
    assert "Log på" in visitor.text
    assert "Den browser, du bruger nu" in visitor.text
    number = big(visitor)
    for _ in range(4):
        visitor.submit("Godkend", number=f"{(int(number) + 1) % 100:02d}")
        assert "ikke tallet på den anden skærm" in visitor.errors[0]
        assert big(visitor) == number
    visitor.submit("Godkend", number="1")
    assert visitor.errors
    visitor.submit("Godkend", number=number)
    assert visitor.path == "/proev"
    assert RIGHT["da"] in visitor.text


@pytest.mark.parametrize(
    ("button", "said"), [("Reject", "Nobody was logged on"), ("This was not me", "we end the try")]
)
def test_a_request_is_turned_down_and_another_one_sent(visitor, button, said):
    begin(visitor, "/en/try/approval_app").submit()
    visitor.submit(button)
    assert not visitor.errors
    assert said in visitor.text
    visitor.submit("Send a new request")
    assert visitor.submit("Approve", number=big(visitor)).path == "/en/try"


def test_a_code_is_heard_as_it_was_chosen(visitor):
    begin(visitor, "/proev/reader_page").submit("Vælg lyd eller tekst", form="deed")
    visitor.submit(how="both", speed="ordinary", pause="0", repeats="1", voice="en")
    visitor.submit("Hør koden")
    brisk = heard(visitor)
    visitor.submit("Vælg lyd eller tekst", form="deed")
    assert visitor.value("repeats") == "1"
    visitor.submit(speed="slow", pause="4", repeats="3")
    visitor.submit("Hør koden")
    assert heard(visitor) > 3 * brisk
    assert heard(visitor.submit("Hent en ny kode", form="deed")) > 3 * brisk
    visitor.submit(code=other_than(big(visitor)))
    assert "ikke den nyeste kode" in visitor.errors[0]
    visitor.submit(code=big(visitor))
    assert visitor.path == "/proev"
    assert RIGHT["da"] in visitor.text


def test_a_code_is_only_read(visitor):
    begin(visitor, "/en/try/reader_page").submit("Choose sound or text", form="deed")
    visitor.submit(how="text")
    visitor.submit("Show the code")
    assert not visitor.all("audio")
    assert visitor.submit(code=big(visitor)).path == "/en/try"


def heard(visitor: Visitor) -> int:
    """How many bytes the sound has."""
    (audio,) = visitor.all("audio")
    assert (audio.get("autoplay"), audio.get("preload")) == (None, "none")
    return len(visitor.client.get(str(audio.get("src"))).content)


def press(visitor: Visitor) -> str:
    """Press the button of the device; gives what its display shows."""
    visitor.submit("Tryk på enhedens knap", form="deed")
    return big(visitor)


def test_a_device_is_registered_with_two_codes_in_a_row_and_used(visitor):
    begin(visitor, "/proev/code_device").submit(serial="KV 1")
    assert "med dette nummer" in visitor.errors[0]
    serial = words(next(span for span in visitor.all("span") if span.get("class") == "digits"))
    visitor.submit(serial=serial.lower())
    first = press(visitor)
    visitor.submit(code=other_than(first))
    assert "ikke en kode fra din enhed" in visitor.errors[0]
    visitor.submit(code=first)
    assert visitor.h1.startswith("Trin 3 af 4")
    visitor.submit(code=first)
    assert "brugt" in visitor.errors[0]
    press(visitor)
    skipped = press(visitor)
    visitor.submit(code=skipped)
    assert "lige efter" in visitor.errors[0]
    last = press(visitor)
    visitor.submit(code=last)
    assert visitor.h1.startswith("Trin 4 af 4")
    for old in (last, skipped):
        visitor.submit(code=old)
        assert "brugt" in visitor.errors[0]
    visitor.submit(code=press(visitor))
    assert visitor.path == "/proev"
    assert RIGHT["da"] in visitor.text
