"""Which ways of sending the settings give, the demo's mailbox, and when a message is tried again."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from app.core.contact import ContactError
from app.delivery.backoff import GIVE_UP, LONGEST, next_try
from app.delivery.call import CallGateway
from app.delivery.email import EmailGateway
from app.delivery.gateways import gateways_from
from app.delivery.mailbox import MailboxGateway
from app.delivery.sip import SipCalls
from app.delivery.sms import SmsGateway
from app.settings import Settings

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)


def settings(**changed):
    return Settings(**({"smtp_host": "", "sms_url": "", "call_url": "", "sip_uri": "", "demo": False} | changed))


def test_only_what_is_set_up_can_send():
    assert gateways_from(settings()) == {}
    full = gateways_from(
        settings(smtp_host="mail.example.dk", sms_url="https://sms.example.dk/", call_url="https://call.example.dk/")
    )
    assert {channel: type(gateway) for channel, gateway in full.items()} == {
        "email": EmailGateway,
        "sms": SmsGateway,
        "call": CallGateway,
    }


def test_the_demo_takes_everything_and_sends_nothing(message):
    gateways = gateways_from(settings(demo=True, smtp_host="mail.example.dk", sms_url="https://sms.example.dk/"))
    assert set(gateways) == {"email", "sms", "call", "letter"}
    for gateway in gateways.values():
        assert isinstance(gateway, MailboxGateway)
        assert asyncio.run(gateway.send(message())) is None


def test_a_sip_trunk_goes_before_the_http_gateway():
    gateways = gateways_from(settings(sip_uri="sip:trunk.example.dk", call_url="https://call.example.dk/"))
    assert isinstance(gateways["call"], SipCalls)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sms_url": "http://sms.example.dk/"},
        {"call_url": "http://call.example.dk/"},
        {"sip_uri": "trunk.example.dk"},
        {"sip_uri": "sip:trunk.example.dk", "sip_registrar": "tel:+4570101010"},
        {"smtp_host": "mail.example.dk", "smtp_tls": "none", "smtp_user": "portal"},
        {"smtp_host": "mail.example.dk", "mail_from": "not an address"},
    ],
)
def test_a_wrong_setting_is_told_at_the_start(wrong):
    with pytest.raises((ValueError, ContactError)):
        gateways_from(settings(**wrong))


def test_pauses_grow_up_to_an_hour_and_end_after_a_day():
    moment, pauses = NOW, []
    for tries in range(1, 1000):
        again = next_try(tries, moment)
        if again is None:
            break
        pauses.append(again - moment)
        moment = again
    assert pauses[:4] == [timedelta(seconds=seconds) for seconds in (15, 30, 60, 120)]
    assert pauses == sorted(pauses)
    assert max(pauses) == LONGEST
    assert GIVE_UP - LONGEST < moment - NOW <= GIVE_UP
    assert next_try(10_000, NOW) is None
