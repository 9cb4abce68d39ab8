"""`python -m a11y_tests.reports FOLDER`: write the reports of an evaluation anew, after people have answered."""

import json
import sys
from pathlib import Path

from a11y_tests.evaluation.walking import Walk
from a11y_tests.reports import ordered
from a11y_tests.reports.writing import write_all

USAGE = "python -m a11y_tests.reports FOLDER"


def main(arguments: list[str]) -> int:
    """The command. Gives 2 where the folder holds no evaluation."""
    if len(arguments) != 1:
        print(USAGE)
        return 2
    folder = Path(arguments[0])
    try:
        order = ordered.kept(folder)
    except FileNotFoundError:
        print(f"{folder} holds no evaluation.")
        return 2
    walks = [Walk(**raw) for raw in json.loads((folder / ordered.WALKS).read_text(encoding="utf-8"))]
    evaluation = write_all(folder, order, walks)
    print(f"{len(evaluation.tally.failed)} failed, {len(evaluation.left)} questions open: {folder / 'reports'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
