"""The answers that people gave, in a file beside this one that is kept with the code."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from a11y_tests.evaluation.outcome import Verdict

KEPT = Path(__file__).with_name("answers.json")
# What a person may answer. "Cannot tell" leaves the question open, and is no answer.
VERDICTS = (Verdict.PASSED, Verdict.FAILED)


@dataclass(frozen=True)
class Answer:
    """A person's verdict. criteria: those that fail, of a look at several. about: what was asked, to be read by people.
    when: the day, as 2026-11-24."""

    verdict: Verdict
    note: str
    by: str
    when: str
    about: str
    criteria: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Who answered, when, and what they noted."""
        return f"{self.by}, {self.when}: {self.note}" if self.note else f"{self.by}, {self.when}"


class Answers:
    """All answers, by the id of the question."""

    def __init__(self, path: Path = KEPT) -> None:
        self._path = path
        raw = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self._known = {
            id: Answer(**{**one, "verdict": Verdict(one["verdict"]), "criteria": tuple(one["criteria"])})
            for id, one in raw.items()
        }

    def get(self, question: str) -> Answer | None:
        """The answer to a question, by its id; None while it is open."""
        return self._known.get(question)

    def give(self, question: str, answer: Answer) -> None:
        """Keep an answer, in the place of an earlier one. Raises ValueError where it names nobody, or fails without
        saying why: an auditor must be able to ask."""
        if answer.verdict not in VERDICTS:
            raise ValueError("the answer is passed or failed")
        if not answer.by.strip():
            raise ValueError("say who answers: --by NAME")
        if answer.verdict is Verdict.FAILED and not answer.note.strip():
            raise ValueError("say in a few words what fails")
        date.fromisoformat(answer.when)
        self._known[question] = answer
        self._write()

    def _write(self) -> None:
        raw = {id: asdict(one) for id, one in sorted(self._known.items())}
        self._path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
