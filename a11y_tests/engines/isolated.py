"""Scripts beside a page: in a world of their own (CDP), which sees the page's tree and none of its variables.

No Content-Security-Policy stops them, no library of the page can disturb them, and they leave nothing behind.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import CDPSession, Error, Page

from a11y_tests.engines.engine import CannotJudge

PATIENCE_MS = 180_000
# Where a page's scripts are off, no timer of any world ever fires, and axe-core defers its work by timers: there
# they fire at the next turn instead.
PREPARED = """
if (matchMedia("(scripting: none)").matches)
  globalThis.setTimeout = (work, _, ...given) => { Promise.resolve().then(() => work(...given)); return 0; };
"""
# As text: the protocol is slow with large objects.
ASKED = """
(() => {
  let timer;
  const late = new Promise((_, no) => { timer = setTimeout(() => no(new Error("no answer")), PATIENCE); });
  return Promise.race([EXPRESSION, ...(matchMedia("(scripting: none)").matches ? [] : [late])])
    .then(value => JSON.stringify(value ?? null)).finally(() => clearTimeout(timer));
})()
"""


class Beside:
    """A world beside the scripts of one frame, with a library loaded; see `beside`."""

    def __init__(self, session: CDPSession, frame: str, name: str, library: str) -> None:
        self._session = session
        # The same name gives the same world until the page is left: the library is read once.
        made = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": name})
        self._context = made["executionContextId"]
        if not self._run("globalThis.isPrepared ?? false"):
            self._run(f"{PREPARED}\n{library}\n;globalThis.isPrepared = true")

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression, awaited where it is a promise. Raises CannotJudge."""
        return json.loads(self._run(ASKED.replace("PATIENCE", str(PATIENCE_MS)).replace("EXPRESSION", expression)))

    def _run(self, expression: str) -> Any:
        settings = {"contextId": self._context, "awaitPromise": True, "returnByValue": True}
        try:
            answer = self._session.send("Runtime.evaluate", {"expression": expression, **settings})
        except Error as error:
            raise CannotJudge(str(error)) from error
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"]
            raise CannotJudge(thrown.get("exception", {}).get("description") or thrown["text"])
        return answer["result"].get("value")


@contextmanager
def beside(page: Page, name: str, library: str) -> Iterator[list[Beside]]:
    """A world with a library beside the page's own scripts, and one beside those of each frame of the same process.

    The page's own is the first.
    """
    session = page.context.new_cdp_session(page)
    try:
        frames = _frames(session.send("Page.getFrameTree")["frameTree"])
        yield [Beside(session, frame, name, library) for frame in frames]
    finally:
        session.detach()


def _frames(tree: dict[str, Any]) -> Iterator[str]:
    yield tree["frame"]["id"]
    for child in tree.get("childFrames", []):
        yield from _frames(child)
