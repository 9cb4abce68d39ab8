"""What a page says unasked: the texts of its live regions as they change, and dialogs that open."""

import time
from typing import Any

from playwright.sync_api import Page

LISTEN_SECONDS = 60  # a machine may be slow; what is not said, is not said in a minute either
STEP_MS = 50

# Runs in every page before anything else. It records texts of live regions, and of nothing else; what is not rendered
# is not announced.
RECORDER = """() => {
  const LIVE = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive], output';
  const tell = (region) => {
    const text = region.textContent.replace(/\\s+/g, ' ').trim();
    if (text && region.checkVisibility()) window.heardByEar(text);
  };
  const listen = () => new MutationObserver((changes) => {
    const regions = new Set();
    for (const { type, target, addedNodes } of changes) {
      const near = (target.nodeType === 1 ? target : target.parentElement)?.closest(`${LIVE}, dialog`);
      if (near && (near.matches(LIVE) || type === 'attributes')) regions.add(near);
      for (const node of addedNodes) if (node.nodeType === 1 && node.matches('[role=alert]')) regions.add(node);
    }
    for (const region of regions) if (region.isConnected) tell(region);
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['open', 'hidden'],
  });
  document.addEventListener('DOMContentLoaded', listen);
}"""


class Ears:
    """Everything that live regions have announced in a window, oldest first."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.heard: list[str] = []
        page.expose_binding("heardByEar", self._hear)
        page.add_init_script(f"({RECORDER})()")

    def _hear(self, _source: Any, text: str) -> None:
        self.heard.append(text)

    def wait_for(self, *texts: str, since: int = 0) -> None:
        """Listen until one of these is announced, counted from announcement number `since`. Raises AssertionError."""
        give_up = time.monotonic() + LISTEN_SECONDS
        while not any(text in said for said in self.heard[since:] for text in texts):
            if time.monotonic() > give_up:
                raise AssertionError(f"no live region said {texts} but: {self.heard[since:]}")
            self._page.wait_for_timeout(STEP_MS)
