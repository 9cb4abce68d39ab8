"""The Nu Html Checker of W3C and WHATWG (npm vnu-jar) on the page's source, as a server of its own on this machine."""

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from typing import Any

from a11y_tests.engines.engine import CannotJudge, CannotStart, EngineFinding, package, version_of
from a11y_tests.engines.mapped import LISTED, all_of
from a11y_tests.engines.places import Source
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import LIGHT
from a11y_tests.evaluation.subject import Subject

HOST, START_SECONDS, ANSWER_SECONDS = "127.0.0.1", 300, 120
# Quick to start and small; its grammar needs a deeper stack than Java's own.
SETTINGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx384m",
    "-Xss4m",
    f"-Dnu.validator.servlet.bind-address={HOST}",
)
QUOTED = re.compile("“[^”]*”")


class Nu:
    """The Nu Html Checker. Raises CannotStart where it or Java is not installed."""

    name, worlds = "Nu Html Checker", LIGHT
    proof = "An “…” element must have an “…” attribute, except under certain conditions."

    def __init__(self) -> None:
        home, java = package("vnu-jar"), shutil.which("java")
        if java is None:
            raise CannotStart("the Nu Html Checker needs Java (Debian: default-jre-headless)")
        self.version = version_of(home)
        self.criteria = all_of(self.name)
        port = _free_port()
        self._address = f"http://{HOST}:{port}/?out=json"
        jar = str(home / "build" / "dist" / "vnu.jar")
        command = [java, *SETTINGS, "-cp", jar, "nu.validator.servlet.Main", str(port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._is_ready = False

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the source as it was served; of the page's tree where that is not known.

        Raises CannotJudge; the first time, CannotStart where it does not come up.
        """
        self._wait()
        html = subject.html or subject.page.content()
        source = Source(html, subject.snapshot)
        found = [self._finding(source, one) for one in self._messages(html)]
        # What it says beside errors is advice on style, but for what bears on a criterion.
        return [one for one in found if one.verdict is Verdict.FAILED or one.criteria]

    def _messages(self, html: str) -> list[dict[str, Any]]:
        headers = {"Content-Type": "text/html; charset=utf-8"}
        request = urllib.request.Request(self._address, html.encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
                messages: list[dict[str, Any]] = json.load(response)["messages"]
        except (OSError, ValueError, KeyError) as error:
            raise CannotJudge(f"{self.name}: {error!r}") from error
        broken = [one["message"] for one in messages if one["type"] == "non-document-error"]
        if broken:
            raise CannotJudge(f"{self.name}: {'; '.join(broken)}")
        return messages

    def _finding(self, source: Source, one: dict[str, Any]) -> EngineFinding:
        message = one["message"]
        patterns = LISTED[self.name]
        criteria = next((tuple(patterns[pattern]) for pattern in patterns if re.match(pattern, message)), ())
        # Its messages are its rules' only names: their first sentence, whatever they quote.
        rule = QUOTED.sub("“…”", re.split(r"(?<=\.) ", message)[0])
        verdict = Verdict.FAILED if one["type"] == "error" else Verdict.CANT_TELL
        line = one.get("firstLine", one.get("lastLine", 0))
        element = source.at(line, one.get("firstColumn", one.get("lastColumn", 0)))
        selector, html = (element.selector, element.html) if element else ("", one.get("extract", ""))
        return EngineFinding(self.name, rule, criteria, verdict, selector, html, f"{message} (line {line})")

    def _wait(self) -> None:
        give_up = time.monotonic() + START_SECONDS
        while not self._is_ready:
            if self._process.poll() is not None:
                raise CannotStart(f"{self.name} ended at once, with {self._process.returncode}")
            if time.monotonic() > give_up:
                raise CannotStart(f"{self.name} did not answer in {START_SECONDS} s")
            self._is_ready = self._answers()
            time.sleep(0 if self._is_ready else 0.2)

    def _answers(self) -> bool:
        try:
            self._messages("<!DOCTYPE html>")
        except CannotJudge:
            return False
        return True

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])
