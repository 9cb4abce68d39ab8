"""The citizen's ways of logging on: the list, renaming, removing."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import enrol, lost, reach, reserve
from app.core.assurance import Level
from app.core.enrol import LastWayIn, NotTheirs
from app.core.models import Citizen, Credential
from app.ui import i18n
from app.ui.factor_pages import FactorPages, NoFields
from app.ui.forms import N_, Form, Message, StringField, ValidationError
from app.ui.routing import Page
from app.ui.visit import PageError, Visit

LEVELS = {Level.LOW: N_("Low"), Level.SUBSTANTIAL: N_("Substantial"), Level.HIGH: N_("High")}
NAMED = N_("%(kind)s: %(name)s")
NUMBERED = N_("%(label)s, number %(number)s")
RENAMED = N_("The name is changed.")
REMOVED = N_("You have removed: %(label)s. It can no longer be used.")
TOO_LONG = N_("The name must be shorter. Use at most %(most)s characters.")


class RenameForm(Form):
    """The citizen's own name of a factor; none is fine."""

    name = StringField(
        N_("Your own name for it"),
        description=N_("For example: The card in the drawer. Leave it empty to use no name."),
        render_kw={"autocomplete": "off"},
    )

    def validate_name(self, field: StringField) -> None:
        """Nothing is cut: a name that is too long is sent back."""
        if len(field.data or "") > enrol.NAME_LONGEST:
            raise ValidationError(Message(TOO_LONG, most=enrol.NAME_LONGEST))


@dataclass(frozen=True)
class Way:
    """One factor as its owner sees it. `left`: codes that are left, where it has a number of them; `few`: a new one
    should be got now. `expires_at`: when it ends by itself, or None. lost: blocked by its owner.
    reserve: waits until another of its kind is used up."""

    id: str
    kind: str
    pages: FactorPages
    label: str
    own_name: str
    level: str
    disabled: bool
    activated_at: datetime | None
    last_used_at: datetime | None
    expires_at: datetime | None
    left: int | None
    few: bool
    lost: bool
    reserve: bool


def ways_of(visit: Visit, db: DbSession, citizen: Citizen) -> list[Way]:
    """The citizen's factors, oldest first, each with a label of its own."""
    found = enrol.shown(db, citizen)
    labels = _labels(visit, db, found)
    return [_way(visit, db, found, item, label) for item, label in zip(found, labels, strict=True)]


def way_of(visit: Visit, db: DbSession, credential_id: str) -> Way:
    """One of the citizen's factors that are shown; 404 where there is none such."""
    for way in ways_of(visit, db, visit.citizen(db)):
        if way.id == credential_id:
            return way
    raise PageError(404)


def _way(visit: Visit, db: DbSession, found: list[Credential], item: Credential, label: str) -> Way:
    factor = visit.core.factors[item.kind]
    shown = factor.pages.show(visit.core.context(db, visit.citizen(db), visit.language), item, {})
    left = shown.get("left")
    return Way(
        id=item.id,
        kind=item.kind,
        pages=factor.pages,
        label=label,
        own_name=enrol.name_of(db, item),
        level=LEVELS[reach.level(visit.core, item)],
        disabled=item.status == "disabled",
        activated_at=item.activated_at,
        last_used_at=item.last_used_at,
        expires_at=item.expires_at,
        left=left,
        few=bool(shown.get("few")) and not _has_another(found, item),
        lost=lost.is_lost(item),
        reserve=item.id in reserve.waiting(found),
    )


def _has_another(found: list[Credential], item: Credential) -> bool:
    """True where another of its kind can be asked: nothing is to be done, though this one is soon used up."""
    others = [other for other in found if other.id != item.id and other.kind == item.kind]
    return any(other.status == "active" and not reserve.is_spent(other) for other in others)


def _labels(visit: Visit, db: DbSession, found: list[Credential]) -> list[str]:
    """Kind and own name; two that would read the same are numbered, so that each link says which it is for."""
    plain = [_label(visit, db, item) for item in found]
    total, seen, labels = Counter(map(_key, plain)), Counter[str](), []
    for label in plain:
        key = _key(label)
        seen[key] += 1
        labels.append(Message(NUMBERED, label=label, number=seen[key]) if total[key] > 1 else label)
    return labels


def _label(visit: Visit, db: DbSession, item: Credential) -> Message:
    kind, name = Message(visit.core.factors[item.kind].pages.name), enrol.name_of(db, item)
    kinds = {i18n.translate(language, kind).casefold() for language in i18n.LANGUAGES}
    return Message(NAMED, kind=kind, name=name) if name and name.casefold() not in kinds else kind


def _key(label: Message) -> str:
    return f"{label}|{label.params.get('kind', '')}|{label.params.get('name', '')}"


def factors(visit: Visit) -> Response:
    """The list."""
    with visit.read() as db:
        ways = ways_of(visit, db, visit.citizen(db))
    high = any(way.level == LEVELS[Level.HIGH] for way in ways if not way.disabled)
    return visit.render("account/factors.html", ways=ways, reaches_high=high)


def rename(visit: Visit) -> Response:
    """A name of the citizen's own."""
    credential_id = visit.params["credential"]
    with visit.read() as db:
        way = way_of(visit, db, credential_id)
    form = visit.form(RenameForm, name=way.own_name)
    if form.accepted():
        with visit.write() as db, only_theirs():
            enrol.rename(db, visit.citizen(db), credential_id, str(form.name.data or ""))
        visit.done(RENAMED)
        return visit.redirect("factors")
    return visit.render("account/factor_rename.html", form=form, way=way)


def remove(visit: Visit) -> Response:
    """Remove one, after it was said what that means. The last that works stays."""
    with visit.read() as db:
        way = way_of(visit, db, visit.params["credential"])
        is_last = _is_last(db, visit.citizen(db), way)
        lost_with_it = loses(visit, db, way)
    form = visit.form(NoFields)
    if form.accepted():
        try:
            with visit.write() as db, only_theirs():
                enrol.remove(db, visit.citizen(db, lock=True), way.id, keep_session=visit.live.id)
            visit.done(REMOVED, label=i18n.translate(visit.language, way.label))
            return visit.redirect("factors")
        except LastWayIn:
            is_last = True
    return visit.render("account/factor_remove.html", form=form, way=way, is_last=is_last, **lost_with_it)


def loses(visit: Visit, db: DbSession, way: Way) -> dict[str, bool]:
    """What goes with this way: the second one (`leaves_one`), the level High (`ends_high`)."""
    citizen, item = visit.citizen(db), db.get_one(Credential, way.id)
    return {
        "leaves_one": reach.leaves_one(db, citizen, item),
        "ends_high": reach.ends_high(visit.core, db, citizen, item),
    }


def _is_last(db: DbSession, citizen: Citizen, way: Way) -> bool:
    return enrol.is_last(db, citizen, db.get_one(Credential, way.id))


@contextmanager
def only_theirs() -> Iterator[None]:
    """A factor that went meanwhile (another tab) is a page that is not there."""
    try:
        yield
    except NotTheirs as error:
        raise PageError(404) from error


PAGES = [
    Page("factors", "/min-side/faktorer", "/my-page/factors", factors, access="citizen", methods=("GET",)),
    Page(
        "factor_rename",
        "/min-side/faktorer/{credential}/navn",
        "/my-page/factors/{credential}/name",
        rename,
        access="fresh",
        form=RenameForm,
    ),
    Page(
        "factor_remove",
        "/min-side/faktorer/{credential}/fjern",
        "/my-page/factors/{credential}/remove",
        remove,
        access="fresh",
    ),
]
