"""Seeds are brought in: PSKC after RFC 6030, plain and encrypted, and CSV. The bad ones are told and stop nobody."""

import base64
import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from typer.testing import CliRunner

from app.cli import command_line
from app.core.models import Device
from app.core.sealed import unseal
from app.factors.code_device import bringing
from app.factors.code_device.pskc import Secret
from app.factors.code_device.records import Bad, Record, Unreadable

SEED = b"12345678901234567890"
# The key, MAC key, encrypted seed and MAC of the example in RFC 6030 section 6.1.
KEY = bytes.fromhex("12345678901234567890123456789012")
MAC_KEY_SEALED = "ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX"
SEED_SEALED = "AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv"
SEED_MAC = "Su+NvtQfmvfJzF6bmQiJqoLRExc="
NONE = Secret()
AES_128 = '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'


def sealed(body):
    return f"{AES_128}<xenc:CipherData><xenc:CipherValue>{body}</xenc:CipherValue></xenc:CipherData>"


def mac_method(name="http://www.w3.org/2000/09/xmldsig#hmac-sha1", key=f"<MACKey>{sealed(MAC_KEY_SEALED)}</MACKey>"):
    return f'<MACMethod Algorithm="{name}">{key}</MACMethod>'


NAMED_KEY = "<EncryptionKey><ds:KeyName>Pre-shared-key</ds:KeyName></EncryptionKey>"
DERIVED_KEY = """<EncryptionKey><xenc11:DerivedKey>
<xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
<pkcs5:PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt><IterationCount>1000</IterationCount>
<KeyLength>16</KeyLength><PRF/></pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod>
<xenc11:MasterKeyName>My Password 1</xenc11:MasterKeyName></xenc11:DerivedKey></EncryptionKey>"""


def package(secret, serial="987654321", kind="hotp", length=8, more="<Counter><PlainValue>0</PlainValue></Counter>"):
    return f"""<KeyPackage><DeviceInfo><Manufacturer>Maker</Manufacturer><SerialNo>{serial}</SerialNo></DeviceInfo>
<Key Id="12345678" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:{kind}"><Issuer>Issuer-A</Issuer>
<AlgorithmParameters><ResponseFormat Length="{length}" Encoding="DECIMAL"/></AlgorithmParameters>
<Data><Secret>{secret}</Secret>{more}</Data></Key></KeyPackage>"""


def container(*parts):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
 xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
 xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#">{"".join(parts)}</KeyContainer>""".encode()


def plain(seed=SEED):
    return f"<PlainValue>{base64.b64encode(seed).decode()}</PlainValue>"


def encrypted(body=SEED_SEALED, mac=SEED_MAC):
    return f"<EncryptedValue>{sealed(body)}</EncryptedValue><ValueMAC>{mac}</ValueMAC>"


def encrypt(key, value):
    padding = 16 - len(value) % 16
    encryptor = Cipher(AES(key), CBC(b"i" * 16)).encryptor()
    return b"i" * 16 + encryptor.update(value + bytes([padding]) * padding) + encryptor.finalize()


def read(data, secret=NONE):
    return list(bringing.entries(data, secret))


def reasons(data, secret=NONE):
    return [(one.where, one.reason) for one in read(data, secret) if isinstance(one, Bad)]


def test_a_plain_container():
    assert read(container(package(plain()))) == [Record("987654321", "hotp", SEED, digits=8)]


def test_a_timed_key_says_its_interval():
    more = "<Time><PlainValue>0</PlainValue></Time><TimeInterval><PlainValue>60</PlainValue></TimeInterval>"
    found = read(container(package(plain(), kind="totp", length=6, more=more)))
    assert found == [Record("987654321", "totp", SEED, digits=6, period=60)]


def test_the_encrypted_example_of_rfc_6030():
    data = container(NAMED_KEY, mac_method(), package(encrypted()))
    assert read(data, Secret(key=KEY)) == [Record("987654321", "hotp", SEED, digits=8)]


@pytest.mark.parametrize("mac", ["sha1", "sha256"])
def test_a_key_made_from_a_password(mac):
    key = hashlib.pbkdf2_hmac("sha1", b"qwerty", base64.b64decode("Ej7/PEpyEpw="), 1000, 16)
    body = encrypt(key, SEED)
    names = {
        "sha1": "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "sha256": "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
    }
    value_mac = base64.b64encode(hmac.digest(key, body, mac)).decode()
    secret = encrypted(base64.b64encode(body).decode(), value_mac)
    data = container(DERIVED_KEY, mac_method(names[mac], key=""), package(secret))
    assert [one.seed for one in read(data, Secret(password=b"qwerty"))] == [SEED]
    assert "MAC is wrong" in reasons(data, Secret(password=b"Qwerty"))[0][1]
    assert "neither key nor password" in reasons(data)[0][1]


def test_a_changed_value_is_found_by_its_mac_and_stops_nobody_else():
    changed = SEED_SEALED[:-4] + "AAAA"
    data = container(NAMED_KEY, mac_method(), package(encrypted(changed), serial="1"), package(encrypted(), serial="2"))
    found = read(data, Secret(key=KEY))
    assert [type(one) for one in found] == [Bad, Record]
    assert found[0].where == "serial 1"
    assert "MAC is wrong" in found[0].reason


def test_what_is_encrypted_without_a_mac_is_refused():
    data = container(NAMED_KEY, package(encrypted()))
    assert "names no MAC" in reasons(data, Secret(key=KEY))[0][1]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (package(plain(b"short")), "128"),
        (package(plain(), kind="ocra"), "hotp or totp"),
        (package(plain(), length=5), "6 to 8"),
        (package("<PlainValue>***</PlainValue>"), "base64"),
        (
            package("<PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue>", more="").replace("Secret>", "Nothing>"),
            "secret",
        ),
        (package(plain(), serial="&#8238;1"), "serial number"),
        (package(plain(), more="<Counter><PlainValue>-1</PlainValue></Counter>"), "whole number"),
    ],
)
def test_a_bad_key_is_told_and_the_good_one_kept(bad, reason):
    found = read(container(bad, package(plain(), serial="2")))
    assert reason in found[0].reason
    assert found[1].serial == "2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DTD"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>', "DTD"),
        (b"<x>", "broken"),
        (b"<x/>", "KeyContainer"),
        (b"<x>" * 40, "deep"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"", "first line"),
        (b"name,seed\n", "first line"),
        (b"x" * (bringing.MOST_BYTES + 1), "16 MiB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read(data)


CSV = f"""serial,type,seed,digits,period,counter,form
A 1,HOTP,{SEED.hex()},6,,5,speaking
B-2,totp,{base64.b32encode(SEED).decode().lower()},8,60,,

C3,totp,{SEED.hex()},9,30,,
D4,totp,nothing!,6,30,,
E5,totp
F6,totp,{SEED.hex()[:20]},6,30,,
G7,totp,{SEED.hex()},6,30,,whispering
"""


def test_csv_keeps_the_good_lines():
    found = read(CSV.encode())
    assert found[:2] == [
        Record("A1", "hotp", SEED, counter=5, form="speaking"),
        Record("B2", "totp", SEED, digits=8, period=60),
    ]
    assert [one.where for one in found[2:]] == ["line 5", "line 6", "line 7", "line 8", "line 9"]
    assert SEED.hex()[:20] not in str(found[2:])


def run(core, *arguments):
    # The fixture's core has keys of its own; the command makes a data folder with its own.
    return CliRunner().invoke(command_line(), [*arguments, "--data", str(core.settings.data)])


def test_bringing_in_twice_changes_nothing(core):
    def bring(data):
        told = []
        done = bringing.bring_in(core.database, bringing.entries(data, NONE), form="braille", on_bad=told.append)
        return (done.added, done.unchanged, done.bad), told

    assert bring(CSV.encode())[0] == (2, 0, 5)
    assert bring(CSV.encode())[0] == (0, 2, 5)
    other = CSV.replace(SEED.hex(), SEED[::-1].hex()).encode()
    counts, told = bring(other)
    assert counts == (0, 1, 6)
    assert told[0].where == "serial A1"
    with core.database.read() as db:
        devices = {unseal(db, one.serial, "device.serial"): one for one in db.query(Device)}
        assert unseal(db, devices["A1"].seed, "device.seed") == SEED.hex()
    assert (devices["A1"].form, devices["A1"].floor, devices["B2"].form) == ("speaking", 4, "braille")


def test_the_command(sqlite_core, tmp_path):
    (tmp_path / "seeds.xml").write_bytes(container(NAMED_KEY, mac_method(), package(encrypted())))
    (tmp_path / "key").write_text(f"{KEY.hex()}\n")
    arguments = ("import-devices", str(tmp_path / "seeds.xml"))
    without = run(sqlite_core, *arguments)
    assert without.exit_code == 1
    assert "serial 987654321: it is encrypted" in without.stderr
    done = run(sqlite_core, *arguments, "--key-file", str(tmp_path / "key"), "--form", "speaking")
    assert (done.exit_code, done.stdout) == (0, "1 added, 0 already here, 0 bad\n")
    assert run(sqlite_core, *arguments, "--form", "loud").exit_code == 2
    (tmp_path / "seeds.xml").write_text("<!DOCTYPE x><x/>")
    refused = run(sqlite_core, *arguments)
    assert (refused.exit_code, "DTD" in refused.stderr) == (2, True)
