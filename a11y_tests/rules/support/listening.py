"""Which elements a page's scripts listen on, and for what: DevTools know it, the page does not tell."""

from collections import defaultdict

from a11y_tests.evaluation.subject import Subject


def listeners(subject: Subject) -> dict[int, set[str]]:
    """The types of events that scripts listen for on each node, by its id in the browser (backend_id)."""
    session = subject.page.context.new_cdp_session(subject.page)
    heard: dict[int, set[str]] = defaultdict(set)
    try:
        handle = session.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
        found = session.send("DOMDebugger.getEventListeners", {"objectId": handle, "depth": -1, "pierce": True})
        for one in found["listeners"]:
            heard[one.get("backendNodeId", 0)].add(one["type"])
    finally:
        session.detach()
    return heard
