"""html-validate on the page's source, by its standard and its accessibility rules."""

from typing import Any

from a11y_tests.engines.engine import EngineFinding, package
from a11y_tests.engines.mapped import LISTED, all_of
from a11y_tests.engines.places import Source
from a11y_tests.engines.worker import Worker
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import LIGHT
from a11y_tests.evaluation.subject import Subject

ERROR = 2


class HtmlValidate:
    """html-validate. Raises CannotStart."""

    name, worlds, proof = "html-validate", LIGHT, "wcag/h37"

    def __init__(self) -> None:
        package("html-validate")
        self._worker = Worker("html_validate.mjs")
        self.version = self._worker.introduction()["version"]
        self.criteria = all_of(self.name)

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the source as it was served; of the page's tree where that is not known."""
        html = subject.html or subject.page.content()
        messages = self._worker.ask({"html": html})["messages"]
        source = Source(html, subject.snapshot)
        return [self._finding(source, one) for one in messages if one["severity"] == ERROR]

    def _finding(self, source: Source, one: dict[str, Any]) -> EngineFinding:
        rule, line, column = one["ruleId"], one["line"], one["column"]
        criteria = tuple(LISTED[self.name].get(rule, ()))
        element = source.at(line, column)
        selector, html = (element.selector, element.html) if element else (one["selector"] or "", "")
        message = f"{one['message']} (line {line}, column {column})"
        return EngineFinding(self.name, rule, criteria, Verdict.FAILED, selector, html, message)

    def stop(self) -> None:
        """End the worker."""
        self._worker.stop()
