"""`python -m tools.unknown_users [N]`: how long a page takes for a user who is there, and for one who is not.

Run by hand on a quiet machine; the tests count the work instead (`tests/security/test_unknown_users.py`). Real password
hashes, the whole portal in this process, N requests of each in turn. AUC is the chance that a request for somebody took
longer than one for nobody: 0.5 tells nothing.
"""

import logging
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

from app.core import clock
from app.core.account import set_user_id
from app.core.context import Core
from app.core.models import Citizen
from app.core.sealed import digest, seal
from app.demo.country import people, write_directory
from app.main import build_app, make_core
from app.migration.importer import import_file
from app.settings import Settings

BASE = "http://localhost:8000"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
WRONG = "not the password"
PAGES: dict[str, dict[str, str]] = {
    "/log-paa": {"password": WRONG},
    "/skift/nemid": {"password": WRONG},
    "/genopret/adgangskode": {"channel": "sms"},
    "/genopret/fortsaet": {"code": "1" * 12},
    "/genopret/brev": {"password": WRONG},
    "/genopret/aktiver": {"code": "1" * 12, "password": WRONG},
}
OLD_ID = "012345678"
WARM_UP = 5
Took = tuple[list[float], list[float]]
OPEN_HANDED = {"source_failures": 10**6, "free_tries": 10**6, "failures_before_human": 10**6}


def main() -> None:
    """Measure each page, and print a line for it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        core = make_core(Settings(data=Path(folder), base_url=BASE, **OPEN_HANDED))
        logging.disable()
        core.database.upgrade()
        make_citizens(core)
        print(f"{'page':24}{'known: ms (quartiles)':>26}{'unknown: ms (quartiles)':>26}{'AUC':>8}")
        with TestClient(build_app(core), base_url=BASE, headers={"origin": BASE}) as client:
            for page, fields in PAGES.items():
                users = (OLD_ID, OLD_ID[::-1]) if page == "/skift/nemid" else ("kirsten1", "nobody-1")
                took = measure(client, page, fields, users, times)
                print(f"{page:24}{spread(took[0]):>26}{spread(took[1]):>26}{auc(*took):8.3f}", flush=True)
        core.database.engine.dispose()


def make_citizens(core: Core) -> None:
    """One citizen of the new scheme, and one of the old."""
    with core.database.write() as db:
        citizen = Citizen(status="active", created_at=clock.now(), crossed_at=clock.now())
        citizen.password_hash = core.passwords.hash("tolv grønne kaniner på Fyn")
        for column, value in {"cpr": "6111800001", "name": "Åse", "mobile": "+4534412331"}.items():
            setattr(citizen, column, seal(db, value, f"citizen.{column}"))
        citizen.cpr_digest = digest(db, "6111800001", "cpr")
        db.add(citizen)
        db.flush()
        set_user_id(db, citizen, "kirsten1")
    path = core.settings.data / "old.jsonl"
    write_directory(path, people(count=1), hasher=core.passwords)
    import_file(core, path, on_bad=lambda bad: print(bad.reason))


def measure(client: TestClient, page: str, fields: dict[str, str], users: tuple[str, str], times: int) -> Took:
    """Milliseconds of each request for either user, in turn, the order changing so that a drift tells nothing."""
    took: Took = ([], [])
    for number in range(times + WARM_UP):
        for which in (0, 1) if number % 2 else (1, 0):
            client.cookies.clear()
            token = TOKEN.search(client.get(page).text)
            assert token is not None
            sent = {"csrf_token": token[1], "user_id": users[which], **fields}
            began = time.perf_counter()
            client.post(page, data=sent, follow_redirects=False)
            if number >= WARM_UP:
                took[which].append((time.perf_counter() - began) * 1000)
    return took


def spread(took: list[float]) -> str:
    """The median, and the quartiles around it."""
    low, middle, high = statistics.quantiles(took, n=4)
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


def auc(known: list[float], unknown: list[float]) -> float:
    """The chance that a known user took longer than an unknown one; ties count half."""
    more = sum((here > there) + (here == there) / 2 for here in known for there in unknown)
    return more / (len(known) * len(unknown))


if __name__ == "__main__":
    main()
