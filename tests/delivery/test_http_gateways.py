"""Text messages and calls, sent to a real HTTP server that answers well, badly, late or not at all."""

import asyncio
import base64
import io
import time
import wave

import pytest

from app.delivery.call import CallGateway
from app.delivery.endpoint import Endpoint
from app.delivery.message import DeliveryFailed
from app.delivery.sms import SmsGateway
from app.ui.speech import speak_code, speak_phrase


def sms(gateway, timeout_s=5):
    return SmsGateway(Endpoint(gateway.url, "hemmeligt", timeout_s=timeout_s), sender="Overgang")


def call(gateway):
    return CallGateway(Endpoint(gateway.url, "hemmeligt", timeout_s=5), caller="+4572000000")


def failure(gateway, message) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        asyncio.run(gateway.send(message))
    return failed.value


def test_half_a_character_does_not_stop_a_message(http_gateway, message):
    asyncio.run(sms(http_gateway).send(message(body="Kode \ud800 123456")))
    assert http_gateway.requests[0]["json"]["text"] == "Kode ? 123456"


def test_a_text_message_reaches_the_gateway(http_gateway, message):
    asyncio.run(sms(http_gateway).send(message(body="Din kode er 123456\n\n@localhost #123456 æøå")))
    (request,) = http_gateway.requests
    assert request["json"] == {
        "to": "+4520123456",
        "text": "Din kode er 123456\n\n@localhost #123456 æøå",
        "from": "Overgang",
        "reference": "0f3a",
    }
    assert request["headers"]["Authorization"] == "Bearer hemmeligt"
    assert request["path"] == "/messages"


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_every_2xx_is_success(http_gateway, message, status):
    http_gateway.answers = [status]
    asyncio.run(sms(http_gateway).send(message()))
    assert len(http_gateway.requests) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 410, 422])
def test_a_refused_message_is_not_tried_again(http_gateway, message, status):
    http_gateway.answers = [status]
    failed = failure(sms(http_gateway), message())
    assert failed.permanent
    assert str(status) in failed.reason


@pytest.mark.parametrize("status", [401, 408, 429, 500, 502, 503, 504])
def test_a_fault_that_passes_may_be_tried_again(http_gateway, message, status):
    http_gateway.answers = [status, 200]
    failed = failure(sms(http_gateway), message())
    assert not failed.permanent
    assert str(status) in failed.reason
    asyncio.run(sms(http_gateway).send(message()))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(http_gateway, message, status):
    http_gateway.answers = [status]
    assert not failure(sms(http_gateway), message()).permanent
    assert [request["path"] for request in http_gateway.requests] == ["/messages"]


def test_a_late_answer_is_a_temporary_failure(http_gateway, message):
    http_gateway.delay_s = 2
    started = time.monotonic()
    failed = failure(sms(http_gateway, timeout_s=0.3), message())
    assert time.monotonic() - started < 1.5
    assert not failed.permanent
    assert "in time" in failed.reason


def test_an_answer_that_drips_keeps_the_time_out_too(http_gateway, message):
    http_gateway.drip = True
    started = time.monotonic()
    assert not failure(sms(http_gateway, timeout_s=0.5), message()).permanent
    assert time.monotonic() - started < 2


def test_nobody_at_the_address_is_a_temporary_failure(message):
    nobody = SmsGateway(Endpoint("http://127.0.0.1:1/", "", timeout_s=5), sender="Overgang")
    assert not failure(nobody, message()).permanent


@pytest.mark.parametrize(
    "recipient", ["", "20123456", "+45\n20123456", "mette@example.dk", "+0123456789", "+4520123456\n"]
)
def test_what_is_no_number_is_refused_before_anything_is_sent(http_gateway, message, recipient):
    assert failure(sms(http_gateway), message(recipient=recipient)).permanent
    assert failure(call(http_gateway), message(recipient=recipient, body="123456")).permanent
    assert http_gateway.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "http://sms.example.dk/",
        "ftp://127.0.0.1/",
        "sms.example.dk",
        "",
        "http://127.0.0.1.example.dk/",
        "https://",
        "https://a:99999/",
        "https://[::1",
    ],
)
def test_an_unprotected_address_is_refused_at_the_start(url):
    with pytest.raises(ValueError, match="https"):
        Endpoint(url, "hemmeligt", timeout_s=5)


@pytest.mark.parametrize("token", ["hemmeligt\r\nX-More: 1", "hæmmeligt", "hemmeligt\n"])
def test_a_token_that_no_header_can_carry_is_refused_at_the_start(token):
    with pytest.raises(ValueError, match="ASCII"):
        Endpoint("https://sms.example.dk/", token, timeout_s=5)


def test_a_call_in_a_language_without_clips_is_danish(http_gateway, message):
    asyncio.run(call(http_gateway).send(message(channel="call", body="123456", lang="kl")))
    assert http_gateway.requests[0]["json"]["lang"] == "da"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_call_carries_prompt_and_code_apart(http_gateway, message, lang):
    asyncio.run(call(http_gateway).send(message(channel="call", body="123456", lang=lang)))
    sent = http_gateway.requests[0]["json"]
    prompt, code, goodbye = (base64.b64decode(sound) for sound in [sent["prompt"], *sent["after_key"]])
    assert prompt == speak_phrase("press_1", lang)
    assert code == speak_code("123456", lang)
    assert goodbye == speak_phrase("goodbye", lang)
    assert (sent["to"], sent["from"], sent["lang"]) == ("+4520123456", "+4572000000", lang)
    assert (sent["wait_for_key"], sent["reference"]) == ("1", "0f3a")
    assert sent["prompt_times"] * sent["wait_seconds"] >= 20
    with wave.open(io.BytesIO(code)) as sound:
        assert sound.getnframes() / sound.getframerate() > 10
    assert "123456" not in str({key: value for key, value in sent.items() if key != "to"})


@pytest.mark.parametrize("body", ["", "Din kode er 123456", "12 34", "12345x"])
def test_a_call_speaks_digits_only(http_gateway, message, body):
    failed = failure(call(http_gateway), message(channel="call", body=body))
    assert failed.permanent
    assert http_gateway.requests == []
    assert not body or body not in failed.reason


def test_nothing_personal_shows_in_a_repr_or_reason(http_gateway, message, caplog):
    caplog.set_level("DEBUG", logger="app")
    caplog.set_level("INFO", logger="httpx")
    http_gateway.answers = [400]
    failed = failure(sms(http_gateway), message())
    shown = f"{message()!r} {failed!r} {failed.__cause__!r} {caplog.text}"
    for secret in ("20123456", "123456", "hemmeligt"):
        assert secret not in shown
