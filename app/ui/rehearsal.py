"""Trying a factor out before one depends on it: with a practice credential that exists in the page's form alone.

A factor that can be tried has an attribute `rehearsal` and a template `rehearsal.html` beside its others. Its own
`check` judges; nothing is written, counted, locked or sent. A rehearsal may have more than one step.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from app.core import clock
from app.core.crypto import Keys
from app.core.factor import Check, Context, Factor, Question
from app.core.models import Credential, new_id
from app.ui.factor_pages import REASONS, FactorPages, Shown
from app.ui.forms import Form
from app.ui.i18n import N_

MINUTES = 60
WRONG = N_("That was not right. Try as often as you like: nothing is counted.")
Given = Mapping[str, str]
KEPT = ("id", "kind", "status", "secret", "data", "counter")


@dataclass(frozen=True)
class Outcome:
    """What came of an answer. Texts are message ids.

    error: why it was not right, empty where it was; it stands at `field`, or at the form where that is None.
    further: what is asked next, also after an error; None asks the same again after an error, and else is the end.
    said: what is said of a right answer.
    """

    error: str = ""
    field: str | None = None
    further: Question | None = None
    said: str = ""


@dataclass(frozen=True)
class Rehearsal:
    """begin: makes the practice credential ready, and asks it. show: what rehearsal.html needs.

    Of what `show` gives the page reads, all optional: `step` and `steps` where there are several; `button`: the label
    of the button that sends the answer, empty where the template has buttons of its own. A button named `deed` does
    something else than answer; with form="deed" it is sent without what was typed.
    judge: what comes of an answer; without it the factor's own `check` does, and there is one step. `given` has the
    fields, and `deed`. form: the form of a question, or of a deed; without it the factor's own.
    filled: what the form of a question holds at first. speak: the question's sound, WAV, in a language.
    scripts: logical names of the scripts that the template needs.
    """

    begin: Callable[[Context, Credential], Question]
    show: Callable[[Context, Credential, Question], Shown]
    judge: Callable[[Context, Credential, Question, Given], Outcome] | None = None
    form: Callable[[Question, str], type[Form]] | None = None
    filled: Callable[[Question], Mapping[str, str]] = lambda _question: {}
    speak: Callable[[Question, str], bytes] | None = None
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Practice:
    """One try: the practice credential, and what it is asked."""

    credential: Credential
    question: Question


def of(factor: Factor) -> Rehearsal | None:
    """How this factor is tried, or None where it can only be explained."""
    return getattr(factor, "rehearsal", None)


def begin(context: Context, factor: Factor, how: Rehearsal) -> Practice:
    """A new practice credential. It is never added to the database."""
    credential = _blank(factor.kind, f"practice-{new_id()}")
    return Practice(credential, how.begin(context, credential))


def judge(context: Context, factor: Factor, how: Rehearsal, practice: Practice, given: Given) -> Outcome:
    """What comes of an answer. It may change the practice credential, which is to be kept where `further` is asked."""
    if how.judge is not None:
        return how.judge(context, practice.credential, practice.question, given)
    checked = factor.check(context, practice.credential, practice.question, given)
    return Outcome() if checked.ok else Outcome(words_for(factor.pages, checked), factor.pages.answer_field)


def words_for(pages: FactorPages, checked: Check) -> str:
    """Why an answer was not right: the words of a real log-on, without a count of the tries."""
    usual = WRONG if checked.reason == "wrong" else REASONS.get(checked.reason, WRONG)
    return pages.wrong.get(checked.reason, usual)


def pack(keys: Keys, practice: Practice) -> str:
    """The practice as a signed text for the form. A secret in it is sealed as in the database."""
    one = practice.credential
    kept = {name: getattr(one, name) for name in KEPT}
    return _signer(keys).dumps({**kept, "question": practice.question})


def unpack(keys: Keys, kind: str, packed: str) -> Practice | None:
    """The practice from the form; None where it is not ours, is another factor's, or is older than an hour."""
    try:
        kept: dict[str, Any] = _signer(keys).loads(packed, max_age=MINUTES * 60)
    except BadData:
        return None
    if kept["kind"] != kind:
        return None
    credential = _blank(kind, kept["id"])
    for name in KEPT:
        setattr(credential, name, kept[name])
    return Practice(credential, kept["question"])


def _blank(kind: str, credential_id: str) -> Credential:
    """Its id is none that a citizen's credential can have: a practice card's codes are no real card's. Nor is its
    owner's: no other credential is theirs."""
    values: dict[str, Any] = {"counter": 0, "proofs": 0, "failures": 0, "data": {}, "created_at": clock.now()}
    return Credential(id=credential_id, citizen_id=credential_id, kind=kind, status="active", **values)


def _signer(keys: Keys) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(keys.derive("cookie", "rehearsal"), salt="practice")
