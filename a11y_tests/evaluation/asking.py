"""Asking the engines about a page, beside our own rules, and putting together what all say."""

from collections import defaultdict
from collections.abc import Sequence

from a11y_tests.engines.canvas import judge_all
from a11y_tests.engines.engine import CannotJudge, Engine, EngineFinding
from a11y_tests.engines.merge import OWN, Merged, looks_at, merge, own_findings
from a11y_tests.evaluation.judging import Judgement
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.results import Result
from a11y_tests.evaluation.subject import Subject

# The source is the same in every world: what can differ is asked again in these.
ASKED_IN = ("light", "dark", "forced colours")


def ask(engines: Sequence[Engine], subject: Subject, page: str) -> tuple[list[EngineFinding], list[Result]]:
    """What the engines say of a page in its world of colour; and which of them could not judge it."""
    said: list[EngineFinding] = []
    broke: list[Result] = []
    for engine in engines:
        try:
            said += judge_all([engine], subject)
        except CannotJudge as error:
            broke.append(Result(engine.name, page, subject.world, (), broke=str(error) or repr(error)))
    return said, broke


def together(
    said: dict[str, list[EngineFinding]], judgements: Sequence[Judgement], engines: Sequence[Engine], page: str
) -> list[Result]:
    """What the engines fault or doubt, each thing once, with who agrees; what our own rules alone say is left out."""
    results = []
    for world, findings in said.items():
        own = own_findings(one for one in judgements if one.world == world)
        found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        for merged in merge([*findings, *own], looks_at(engines)):
            first = next((one for one in merged.says if one.engine != OWN), None)
            if first is not None:
                found[f"{first.engine}: {first.rule}", merged.criterion].append(_finding(merged))
        results += [
            Result(rule, page, world, (criterion,) if criterion else (), listed)
            for (rule, criterion), listed in found.items()
        ]
    return results


def _finding(merged: Merged) -> Finding:
    evidence = {
        "kind": str(merged.kind),
        "faulted by": list(merged.faulted_by),
        "passed by": list(merged.passed),
        "silent": list(merged.silent),
    }
    message = "; ".join(f"{one.engine}: {one.message}" for one in merged.says)
    return Finding(merged.verdict, message, merged.selector, merged.html, evidence)
