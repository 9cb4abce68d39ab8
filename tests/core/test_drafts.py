"""What was typed when a session ended."""

from app.core import drafts
from app.core.models import Draft
from tests.support.logging_on import rows

PATH = "/min-side/kontakt"


def write(core, deed):
    with core.database.write() as db:
        deed(db)


def load(core, citizen_id, path=PATH):
    with core.database.read() as db:
        return drafts.load(db, citizen_id, path)


def test_kept_for_the_same_citizen_and_page_for_a_day(core, person, time):
    write(core, lambda db: drafts.save(db, person.id, PATH, {"email": "første@example.dk"}))
    write(core, lambda db: drafts.save(db, person.id, PATH, {"email": "æøå@example.dk"}))
    assert load(core, person.id) == {"email": "æøå@example.dk"}
    assert load(core, "another") == load(core, person.id, "/en/my-page") == {}
    with core.database.read() as db:
        (row,) = rows(db, Draft)
        assert "example" not in row.fields, "it is sealed"
    time.forward(days=1, microseconds=1)
    assert load(core, person.id) == {}


def test_dropped_when_it_has_served_and_forgotten_when_it_is_old(core, person, time):
    write(core, lambda db: drafts.save(db, person.id, PATH, {"a": "b"}))
    write(core, lambda db: drafts.drop(db, person.id, PATH))
    assert load(core, person.id) == {}
    write(core, lambda db: drafts.save(db, person.id, PATH, {"a": "b"}))
    time.forward(hours=25)
    write(core, drafts.forget_old)
    with core.database.read() as db:
        assert rows(db, Draft) == []
