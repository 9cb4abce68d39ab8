"""One call's signalling over UDP (RFC 3261): register where the trunk wants it, dial, hang up.

`aiosipua` speaks SIP; what it leaves to its user is done here: requests are sent again until they are heard
(17.1), a refusal is acknowledged (17.1.1.3) and counts once, requests in the call go where the answer says
(12.1.2), and an answer that crosses a CANCEL is taken and ended (9.1).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from aiosipua import (
    IncomingCall,
    OutgoingCall,
    Registration,
    SdpMessage,
    SipDigestAuth,
    SipRequest,
    SipResponse,
    SipUAC,
    SipUAS,
)
from aiosipua.dialog import DialogState
from aiosipua.headers import CSeq, parse_uri, stringify_cseq, stringify_uri

from app.delivery.message import DeliveryFailed
from app.delivery.trunk import Trunk, Udp, resolved, route_to

# At INFO the library writes whom it calls; who is called by the portal is nobody's business (GDPR, article 5).
logging.getLogger("aiosipua").setLevel(logging.WARNING)

T1 = 0.5
"""Seconds before a request is sent again the first time; twice as long each time (RFC 3261, 17.1.1.1)."""
TRYING = 5.0
"""Seconds that an ending may take: a BYE or CANCEL that nobody hears is given up."""

BUSY = {486, 600}
NOBODY = {408, 480, 487}
NEVER = {404, 410, 484, 485, 603, 604}
"""No such number, or the person has declined: another try does not help, or is not wanted."""


class Line:
    """A way to the trunk for one call; use it with `async with`. `ended` is set when the other side hangs up."""

    def __init__(self, trunk: Trunk) -> None:
        self._trunk = trunk
        self._auth = SipDigestAuth(trunk.user, trunk.password) if trunk.user else None
        self._heard: dict[tuple[str, str], asyncio.Event] = {}
        self._refused: set[str] = set()
        self._call: OutgoingCall | None = None
        self._given_up = False
        self._final = asyncio.Event()
        self._bye: SipRequest | None = None
        self._registration: Registration | None = None
        self.on_ended: Callable[[], None] = lambda: None
        self.on_moved: Callable[[tuple[str, int]], None] = lambda _: None

    async def __aenter__(self) -> Line:
        self._remote = await resolved(self._trunk.uri)
        self.local_ip = route_to(self._remote)
        self.shown_ip = self._trunk.address or self.local_ip
        self._transport = Udp(local_addr=(self.local_ip, 0))
        self._uac = SipUAC(self._transport)
        self._uas = SipUAS(self._transport, uac=self._uac)
        self._uas.on_invite = lambda call: call.reject(486)  # nobody calls the portal
        self._uas.on_bye = lambda _call, _request: self.on_ended()
        self._uas.on_reinvite = self._reinvited
        await self._uas.start()
        self._pass_on, self._transport.on_message = self._transport.on_message, self._received
        advertised = (self.shown_ip, self._transport.local_addr[1])
        self._uac.advertised_addr = self._uas.advertised_addr = advertised
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await self.hang_up()
            if self._registration:
                await self._until_heard(self._registration.unregister(), TRYING)
        finally:
            await self._uas.stop()

    async def register(self) -> None:
        """Register for the length of the call, where the trunk wants it. Raises DeliveryFailed."""
        if not self._trunk.registrar:
            return
        uri = parse_uri(self._trunk.registrar)
        done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        aor = f"sip:{self._trunk.user}@{uri.host}"
        registrar = await resolved(self._trunk.registrar)
        self._registration = Registration(self._uac, aor, registrar, auth=self._auth, expires=600)
        self._registration.on_registered = lambda _: done.done() or done.set_result(200)
        self._registration.on_failed = lambda _, status, __: done.done() or done.set_result(status)
        await self._until_heard(self._registration.register(), self._trunk.wait_s)
        status = await _within(done, self._trunk.wait_s)
        if status != 200:
            self._registration = None
            raise DeliveryFailed(f"the registrar answered {status or 'nothing'}", permanent=False)

    async def dial(self, number: str, offer: SdpMessage) -> SdpMessage:
        """Call the number; gives the answer's media. Raises DeliveryFailed: busy, nobody there, refused."""
        self._offer = offer
        trunk, loop = self._trunk, asyncio.get_running_loop()
        result: asyncio.Future[int] = loop.create_future()
        self._call = call = self._uac.send_invite(
            f"sip:{trunk.caller or trunk.user or 'anonymous'}@{trunk.host}",
            f"sip:{number}@{trunk.host}",
            self._remote,
            offer,
            auth=self._auth,
        )
        call.on_answer = lambda _: result.done() or result.set_result(200)
        call.on_rejected = lambda _, status, __: result.done() or result.set_result(status)
        if not await self._invite_heard(call):
            self._given_up = True
            raise DeliveryFailed("the trunk did not answer", permanent=False)
        status = await _within(result, trunk.ring_s)
        if status != 200:
            raise _refusal(status)
        if call.sdp_answer is None or call.sdp_answer.rtp_address is None:
            raise DeliveryFailed("the trunk answered without sound", permanent=False)
        return call.sdp_answer

    async def hang_up(self) -> None:
        """End the call, or the ringing. Waits until the trunk has heard it, not longer than some seconds."""
        call, self._given_up = self._call, True
        if call is None:
            return
        if call.dialog.state == DialogState.CONFIRMED:
            self._bye = self._uac.send_bye(call.dialog, self._remote)
        elif call.dialog.state == DialogState.EARLY and self._event(call.invite).is_set():
            self._final.clear()
            await self._until_heard(self._uac.send_cancel(call), TRYING)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TRYING):
                    await self._final.wait()
        if self._bye is not None:
            await self._until_heard(self._bye, TRYING)

    async def _invite_heard(self, call: OutgoingCall) -> bool:
        """True where something was heard of the INVITE; it may be another one by then, with our password in it."""
        sent = None
        while sent is not call.invite:
            sent = call.invite
            if not await self._until_heard(sent, self._trunk.wait_s):
                return False
        return True

    async def _until_heard(self, request: SipRequest, longest_s: float) -> bool:
        """Send a request again and again until there is an answer of any kind; False where there is none."""
        heard, pause, waited = self._event(request), T1, 0.0
        while waited < longest_s:
            step = min(pause, longest_s - waited)
            try:
                async with asyncio.timeout(step):
                    await heard.wait()
                return True
            except TimeoutError:
                pause, waited = pause * 2, waited + step
                self._transport.send(request, self._remote)
        return False

    def _event(self, message: SipRequest | SipResponse) -> asyncio.Event:
        branch, cseq = message.via[0].branch or "", message.cseq
        return self._heard.setdefault((branch, cseq.method if cseq else ""), asyncio.Event())

    def _received(self, message: SipRequest | SipResponse, source: tuple[str, int]) -> None:
        if isinstance(message, SipResponse):
            if not message.via or message.cseq is None:
                return
            self._event(message).set()
            if message.cseq.method == "INVITE" and not self._is_new(message):
                return
        if self._pass_on is not None:
            self._pass_on(message, source)

    def _is_new(self, response: SipResponse) -> bool:
        """Whether an answer to an INVITE has still to be dealt with. The refused are acknowledged each time."""
        if response.status_code < 200:
            return True
        branch = response.via[0].branch or ""
        sent = self._uac.transactions.client_transactions.get((branch, "INVITE"))
        if sent is None or sent.request is None or self._call is None:
            return False
        self._final.set()
        if response.status_code >= 300:
            self._acknowledge_refusal(sent.request, response)
            first = branch not in self._refused
            self._refused.add(branch)
            return first
        self._follow(response)
        if self._given_up and self._bye is None:
            self._end_crossed(response)
        return not self._given_up

    def _acknowledge_refusal(self, invite: SipRequest, response: SipResponse) -> None:
        ack = SipRequest(method="ACK", uri=invite.uri)
        ack.headers.append("Via", invite.headers.get("via")[0])
        for name, message in (("From", invite), ("To", response), ("Call-ID", invite), ("Max-Forwards", invite)):
            ack.headers.set_single(name, message.get_header(name) or "")
        assert invite.cseq is not None
        ack.headers.set_single("CSeq", stringify_cseq(CSeq(seq=invite.cseq.seq, method="ACK")))
        self._transport.send(ack, self._remote)

    def _follow(self, response: SipResponse) -> None:
        """What comes in this call goes to the answer's contact, by the way that the answer came."""
        assert self._call is not None
        dialog = self._call.dialog
        if response.contact:
            dialog.remote_target = stringify_uri(response.contact[0].uri)
        dialog.route_set = list(reversed(response.get_header_values("record-route")))

    def _end_crossed(self, response: SipResponse) -> None:
        """Somebody answered just when we gave up: take the answer, and end it."""
        assert self._call is not None
        assert response.cseq is not None
        dialog = self._call.dialog
        dialog.remote_tag = (response.to_addr.tag if response.to_addr else None) or ""
        ack = dialog.create_request("ACK", via_host=self.shown_ip, via_port=self._transport.local_addr[1])
        ack.headers.set_single("CSeq", stringify_cseq(CSeq(seq=response.cseq.seq, method="ACK")))
        self._transport.send(ack, self._remote)
        dialog.state = DialogState.CONFIRMED
        self._bye = self._uac.send_bye(dialog, self._remote)

    def _reinvited(self, call: IncomingCall) -> None:
        """The trunk refreshes the call, or moves its sound."""
        if call.sdp_offer is not None and call.sdp_offer.rtp_address is not None:
            self.on_moved(call.sdp_offer.rtp_address)
        call.accept(self._offer)


def _refusal(status: int | None) -> DeliveryFailed:
    if status is None or status in NOBODY:
        return DeliveryFailed("nobody answered the call", permanent=False)
    if status in BUSY:
        return DeliveryFailed("the line is busy", permanent=False)
    return DeliveryFailed(f"the trunk answered {status}", permanent=status in NEVER)


async def _within(result: asyncio.Future[int], seconds: float) -> int | None:
    """The result, or None where it does not come in time."""
    done, _ = await asyncio.wait({result}, timeout=seconds)
    return result.result() if done else None
