"""Adding, proving, renaming, replacing and removing factors."""

import pytest

from app.core import enrol, events
from app.core.enrol import LastWayIn, NotTheirs
from app.core.models import Citizen, Credential, Event, OutboxMessage
from app.factors.code_card import check
from tests.support.logging_on import rows
from tests.support.parallel import at_once
from tests.support.world import credential_of, give_factor, make_citizen


def citizen_of(db, person):
    return db.get_one(Citizen, person.id, with_for_update=True)


def prepare(core, person, **kwargs):
    with core.database.write() as db:
        return enrol.prepare(core, db, citizen_of(db, person), "code_card", {}, **kwargs).id


def prove(core, person, credential_id, code=None):
    """Ask and answer once, right unless another code is given."""
    with core.database.write() as db:
        citizen = citizen_of(db, person)
        credential = enrol.theirs(db, citizen, credential_id)
        question = check.ask(None, credential, requested=False)
        given = code or check.code_at(core.database.keys, credential, question["position"])
        return enrol.prove(core, db, citizen, credential, question, {"code": given})


def statuses(core, person):
    with core.database.read() as db:
        return sorted(item.status for item in rows(db, Credential) if item.citizen_id == person.id)


def test_two_proofs_make_it_active_and_the_citizen_is_told(core, person):
    fresh = prepare(core, person, name="Køkkenet")
    first = prove(core, person, fresh)
    assert (first.verdict.ok, first.active, first.done, first.needed) == (True, False, 1, 2)
    assert credential_of(core, fresh).status == "pending"
    assert prove(core, person, fresh).active
    with core.database.read() as db:
        assert [enrol.name_of(db, item) for item in enrol.active(db, citizen_of(db, person))] == ["", "Køkkenet"]
        assert "factor.added" in {item.kind for item in rows(db, Event)}
        assert [item.purpose for item in rows(db, OutboxMessage)] == ["factor.added"] * 2


def test_the_same_code_twice_is_one_proof(core, person):
    fresh = prepare(core, person)
    with core.database.write() as db:
        citizen = citizen_of(db, person)
        credential = enrol.theirs(db, citizen, fresh)
        question = check.ask(None, credential, requested=False)
        code = {"code": check.code_at(core.database.keys, credential, question["position"])}
        assert enrol.prove(core, db, citizen, credential, question, code).done == 1
        again = enrol.prove(core, db, citizen, credential, question, code)
        assert (again.verdict.reason, again.done) == ("void", 1)


def test_a_wrong_proof_counts_for_nothing_and_ten_end_the_activation(core, person, time):
    fresh = prepare(core, person)
    for _ in range(9):
        assert not prove(core, person, fresh, "000000").verdict.ok
        time.forward(hours=2)
    assert prove(core, person, fresh, "000000").verdict.reason == "disabled"
    assert statuses(core, person) == ["active", "disabled"]
    assert prove(core, person, fresh).verdict.reason == "void"


def test_an_active_factor_is_not_proved_again(core, person):
    assert prove(core, person, person.credentials["code_card"]).verdict.reason == "void"


def test_a_new_beginning_drops_the_unfinished_one(core, person):
    first, second = prepare(core, person), prepare(core, person)
    assert credential_of(core, first).status == "removed"
    assert credential_of(core, second).status == "pending"


def test_the_last_way_in_is_never_removed(core, person):
    card = person.credentials["code_card"]
    prepare(core, person)
    with pytest.raises(LastWayIn), core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), card)
    assert credential_of(core, card).status == "active"


def test_with_two_either_can_go_and_then_the_other_stays(core, person):
    other, person.credentials["code_card"] = person.credentials["code_card"], give_factor(core, person, "code_card")
    with core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), other)
    gone = credential_of(core, other)
    assert (gone.status, gone.secret, gone.lookup_digest) == ("removed", None, None)
    with pytest.raises(LastWayIn), core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), person.credentials["code_card"])


def test_a_disabled_factor_is_no_way_in_but_may_be_removed(core, person):
    other, person.credentials["code_card"] = person.credentials["code_card"], give_factor(core, person, "code_card")
    with core.database.write() as db:
        db.get_one(Credential, other).status = "disabled"
    with pytest.raises(LastWayIn), core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), person.credentials["code_card"])
    with core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), other)
    assert statuses(core, person) == ["active", "removed"]


def test_two_removals_at_once_leave_one_factor(core, person):
    for _ in range(5):
        with core.database.read() as db:
            have = [item.id for item in enrol.active(db, db.get_one(Citizen, person.id))]
        have.append(give_factor(core, person, "code_card"))

        def remove(number, have=have):
            try:
                with core.database.write() as db:
                    enrol.remove(db, db.get_one(Citizen, person.id), have[number])
                return "removed"
            except LastWayIn:
                return "kept"

        assert sorted(at_once(2, remove)) == ["kept", "removed"]
        with core.database.read() as db:
            assert len(enrol.active(db, db.get_one(Citizen, person.id))) == 1


def test_replacing_removes_the_old_one_only_when_the_new_one_works(core, person):
    old = person.credentials["code_card"]
    fresh = prepare(core, person, replaces=old)
    prove(core, person, fresh)
    assert credential_of(core, old).status == "active"
    assert prove(core, person, fresh).active
    assert credential_of(core, old).status == "removed"
    assert "replaces" not in credential_of(core, fresh).data


def test_another_citizens_factor_cannot_be_touched(core, person):
    thief = make_citizen(core, "thief", cpr="6111800002")
    give_factor(core, thief, "code_card")
    card = person.credentials["code_card"]
    for act in (
        lambda db, citizen: enrol.remove(db, citizen, card),
        lambda db, citizen: enrol.rename(db, citizen, card, "mine"),
        lambda db, citizen: enrol.prepare(core, db, citizen, "code_card", {}, replaces=card),
        lambda db, citizen: enrol.remove(db, citizen, "no-such-factor"),
    ):
        with pytest.raises(NotTheirs), core.database.write() as db:
            act(db, citizen_of(db, thief))
    assert credential_of(core, card).status == "active"


def test_a_removed_factor_cannot_be_touched(core, person):
    other = give_factor(core, person, "code_card")
    with core.database.write() as db:
        enrol.remove(db, citizen_of(db, person), other)
    with pytest.raises(NotTheirs), core.database.write() as db:
        enrol.rename(db, citizen_of(db, person), other, "x")


def test_a_name_is_kept_sealed_and_cut(core, person):
    with core.database.write() as db:
        enrol.rename(db, citizen_of(db, person), person.credentials["code_card"], "Æ" * 100)
    with core.database.read() as db:
        credential = db.get_one(Credential, person.credentials["code_card"])
        assert enrol.name_of(db, credential) == "Æ" * enrol.NAME_LONGEST
        assert "Æ" not in credential.name
        assert events.verify(db) is None
