"""Judge W3C's ACT test cases: python -m a11y_tests.act FOLDER [--rule ID] [--json FILE]"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from a11y_tests.act.bench import Bench
from a11y_tests.act.cases import ALL_OF_W3C, PREFIX, Case, read
from a11y_tests.act.serving import served
from a11y_tests.act.tally import count, totals
from a11y_tests.browser import chromium
from a11y_tests.evaluation.outcome import Verdict, overall
from a11y_tests.evaluation.rule import all_rules


def main() -> None:
    """Print what became of each rule, and the totals."""
    chosen = _arguments()
    cases = [case for case in read(chosen.folder) if not chosen.rule or case.rule in chosen.rule]
    tallies = count(judged(chosen.folder, cases))
    for tally in tallies:
        print("\n".join([tally.line, *tally.detail]))
    numbers = totals(tallies)
    print(f"rules complete {numbers['complete']} of {ALL_OF_W3C}")
    print(", ".join(f"{what} {number}" for what, number in numbers.items()))
    if chosen.json:
        facts = {"of": ALL_OF_W3C, "totals": dict(numbers), "rules": [tally.facts for tally in tallies]}
        chosen.json.write_text(json.dumps(facts, indent=1), encoding="utf-8")


def judged(folder: Path, cases: list[Case]) -> Iterator[tuple[Case, Verdict]]:
    """Each case with what its rule finds; inapplicable where we have no such rule."""
    rules = all_rules()
    with chromium() as browser, served(folder, PREFIX) as home:
        bench = Bench(browser, home)
        for case in cases:
            rule = rules.get(f"act-{case.rule}")
            yield case, overall(bench.judge(f"{home}/{case.path}", rule)) if rule else Verdict.INAPPLICABLE
            _show_progress(case)
        bench.close()


def _show_progress(case: Case) -> None:
    if sys.stderr.isatty():
        print(f"\r{case.rule} {case.title:40}", end="", file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m a11y_tests.act", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with testcases.json and testcases/")
    parser.add_argument("--rule", action="append", help="only this rule, by its six characters; may be repeated")
    parser.add_argument("--json", type=Path, help="write every case's outcome to this file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
