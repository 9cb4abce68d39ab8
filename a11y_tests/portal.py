"""What a tester needs to know of a running portal: its address, its people, and what it has sent them."""

import json
import re
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass

from a11y_tests.access import granted
from a11y_tests.people import People

SENT_SECONDS = 10


@dataclass(frozen=True)
class Portal:
    """A running portal in its demonstration. `beside`: the address of a second server for the same citizens, with
    other settings; "" where there is none."""

    url: str
    people: People
    beside: str = ""

    def messages(self, to: str) -> list[dict[str, str]]:
        """What was sent to an e-mail address or a telephone number, newest first."""
        address = f"{self.url}/demo/postkasse.json?" + urllib.parse.urlencode({"to": to})
        request = urllib.request.Request(address, headers=granted().headers_for(address))
        with urllib.request.urlopen(request, timeout=10) as answer:
            messages: list[dict[str, str]] = json.load(answer)["messages"]
        return messages

    def letter_to(self, cpr: str) -> str:
        """The words of the newest letter to a CPR number, which is where letters go. Raises StopIteration."""
        return next(message["body"] for message in self.messages("") if message["to"] == cpr)

    def code_sent(self, to: str, known: frozenset[str] = frozenset()) -> str:
        """The six digits in the newest message to somebody that is not `known` (ids of messages seen before)."""
        give_up = time.monotonic() + SENT_SECONDS
        while time.monotonic() < give_up:
            for message in self.messages(to):
                code = re.search(r"(?<!\d)\d{3} ?\d{3}(?!\d)", message["code"] or message["body"])
                if code and message["id"] not in known:
                    return code.group().replace(" ", "")
            time.sleep(0.1)
        raise AssertionError(f"no code was sent to {to}")
