"""What the portal's people do for a citizen: the operator's commands, on the data folder of a portal of our own."""

import csv
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from a11y_tests.deployment import ROOT

CLERK, PAPERS = "clerk.0001", "passport"
SECONDS = 60


@dataclass(frozen=True)
class Counter:
    """The counter at Borgerservice, and the store where devices are given out."""

    data: Path

    def issue_code(self, cpr: str) -> str:
        """A temporary code for a citizen who has shown a passport."""
        said = self._run("issue-code", answers=f"{CLERK}\n{cpr}\n{PAPERS}\n")
        found = re.search(r"Temporary code: (\d{3} \d{3} \d{3})", said)
        assert found, said
        return found.group(1).replace(" ", "")

    def bring_in(self, seeds: dict[str, str]) -> None:
        """Devices that are pressed for a code and speak it. `seeds` by serial number, in base32."""
        file = self.data / f"{min(seeds)}.csv"
        with file.open("w", newline="", encoding="ascii") as sheet:
            rows = csv.writer(sheet)
            rows.writerow(["serial", "type", "seed", "form"])
            rows.writerows([serial, "hotp", seed, "speaking"] for serial, seed in seeds.items())
        self._run("import-devices", str(file))
        file.unlink()

    def _run(self, command: str, *arguments: str, answers: str = "") -> str:
        line = [sys.executable, "-m", "app", command, *arguments, "--data", str(self.data)]
        done = subprocess.run(line, cwd=ROOT, input=answers, capture_output=True, text=True, timeout=SECONDS)
        assert done.returncode == 0, done.stderr
        return done.stdout
