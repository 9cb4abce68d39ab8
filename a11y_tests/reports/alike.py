"""`python -m a11y_tests.reports.alike FOLDER FOLDER ...`: whether several evaluations of one deployment say the same.

An auditor repeats a run before signing it: what a run says only once is not evidence.
"""

import sys
from collections import Counter
from pathlib import Path

from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Results

USAGE = "python -m a11y_tests.reports.alike FOLDER FOLDER ..."
# A page in its state and language, by the way it was met, and what is said of it: rule, world, verdict.
Said = tuple[str, str, str, str]
# How often each is said.
Verdicts = Counter[Said]


def verdicts(folder: Path) -> Verdicts:
    """What an evaluation says: each page's name, state, language, rule, world and verdict, with the number of findings.

    That something passed counts once a page and rule: how many things passed depends on names and numbers in it.
    """
    pages = {one.id: (f"{one.name} {one.width}{'' if one.javascript else ' no script'}", one.state, one.language)
             for one in Library(folder).captures()}  # fmt: skip
    said: Verdicts = Counter()
    for one in Results(folder).all():
        if one.broke:
            said[_key(pages, one.page, one.rule, one.world, "broke")] += 1
        for verdict, times in Counter(finding.verdict for finding in one.findings).items():
            key = _key(pages, one.page, one.rule, one.world, str(verdict))
            said[key] = max(said[key], 1) if verdict is Verdict.PASSED else said[key] + times
    return said


def _key(pages: dict[str, tuple[str, str, str]], page: str, rule: str, world: str, verdict: str) -> Said:
    name, state, language = pages.get(page, (page, "", ""))
    return " ".join((name, state, language)).strip(), rule, world, verdict


def differences(folders: list[Path]) -> list[str]:
    """What not all of the evaluations say, one line each; nothing where they are alike."""
    runs = [verdicts(folder) for folder in folders]
    lines = []
    for key in sorted(set().union(*runs)):
        times = [run[key] for run in runs]
        if len(set(times)) > 1:
            page, rule, world, verdict = key
            lines.append(f"{rule} [{page or 'site'}; {world}] {verdict}: {', '.join(map(str, times))}")
    return lines


def main(arguments: list[str]) -> int:
    """The command. Gives 0 where all say the same, 1 where they differ, 2 where it was called wrongly."""
    folders = [Path(one) for one in arguments]
    if len(folders) < 2 or any(not (folder / "results" / "site.json").exists() for folder in folders):
        print(f"{USAGE}: each the folder of an evaluation that has come to its end")
        return 2
    found = differences(folders)
    for line in found:
        print(line)
    sizes = [sum(verdicts(folder).values()) for folder in folders]
    print(f"{len(folders)} runs, {sizes[0]} verdicts, {len(found)} differ.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
