"""Siteimprove Alfa: the page is serialised in the browser and audited in Node, styles and all."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.engines.engine import CannotJudge, EngineFinding, package, wcag22
from a11y_tests.engines.isolated import beside
from a11y_tests.engines.places import by_xpath
from a11y_tests.engines.worker import Worker
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import ALL_WORLDS
from a11y_tests.evaluation.subject import Subject

# It works the styles out by itself, and does not know what colours the system forces on them.
STYLED = tuple(world for world in ALL_WORLDS if world != "forced colours")
ASKED = "(async () => ({document: await readPage(document), device: readDevice(window)}))()"


class Alfa:
    """Siteimprove Alfa. Raises CannotStart."""

    name, worlds, proof = "Siteimprove Alfa", STYLED, "sia-r2"

    def __init__(self) -> None:
        package("@siteimprove/alfa-rules")
        self._worker = Worker("alfa.mjs")
        introduction = self._worker.introduction()
        self.version = introduction["version"]
        self._library = introduction["library"]
        self._criteria = {rule: wcag22(numbers) for rule, numbers in introduction["criteria"].items()}
        self.criteria = frozenset(number for numbers in self._criteria.values() for number in numbers)

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the page and of the frames in it. Raises CannotJudge."""
        with beside(subject.page, self.name, self._library) as (world, *_):
            read = world.ask(ASKED)
        answer = self._worker.ask({"page": {**read, **_exchange(subject.page.url)}})
        if answer["evaluated"] < len(self._criteria):
            raise CannotJudge(f"{self.name} answered {answer['evaluated']} of its rules on {subject.page.url}")
        return [finding for one in answer["outcomes"] for finding in self._findings(subject, one)]

    def _findings(self, subject: Subject, one: dict[str, Any]) -> Iterator[EngineFinding]:
        rule, message = one["rule"], "; ".join(one["reasons"])
        for path in dict.fromkeys(one["paths"]) or [""]:
            element = by_xpath(subject.snapshot, path)
            selector, html = (element.selector, element.html) if element else (path.strip("/"), "")
            verdict = Verdict(one["outcome"])
            yield EngineFinding(self.name, rule, self._criteria[rule], verdict, selector, html, message)

    def stop(self) -> None:
        """End the worker."""
        self._worker.stop()


def _exchange(url: str) -> dict[str, Any]:
    """The request and the response as Alfa wants them: it reads nothing but the address there."""
    address = url if "//" in url else "http://localhost/"
    common = {"url": address, "headers": [], "body": ""}
    return {"request": {"method": "GET", **common}, "response": {"status": 200, **common}}
