"""Trying the code reader out: one page shows both screens, the device that gives the code and the one that logs on."""

import secrets
from typing import Any

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.reader_page import check, pages, views
from app.factors.reader_page.forms import StyleForm, filled
from app.factors.reader_page.style import Style
from app.ui.factor_pages import NoFields, Shown
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.rehearsal import Given, Outcome, Rehearsal

KEEP = N_("Keep")
# What is done on the device instead of answering on the other screen.
DEEDS = ("hear", "style")


def begin(_context: Context, _credential: Credential) -> Question:
    """The device, before it has given a code, as it is when it is new."""
    return {"screen": "device", "style": Style().kept()}


def show(_context: Context, _credential: Credential, question: Question) -> Shown:
    """device: the button that gets a code. style: how it is given. code: the code, and the screen that logs on."""
    screen, style = question["screen"], Style.read(question["style"])
    shown: Shown = {"screen": screen, "style": style, "step": 2 if screen == "code" else 1, "steps": 2}
    if screen == "code":
        return shown | {"spoken": question["spoken"]}
    return shown | {"button": KEEP if screen == "style" else ""}


def form(question: Question, deed: str) -> type[Form]:
    """How the code shall be given, or the code."""
    if question["screen"] == "style":
        return StyleForm
    return pages.ReaderCodeForm if question["screen"] == "code" and deed not in DEEDS else NoFields


def style_of(question: Question) -> dict[str, str]:
    """The fields of the choice, as they were chosen last."""
    return filled(Style.read(question["style"])) if question["screen"] == "style" else {}


def judge(_context: Context, _credential: Credential, question: Question, given: Given) -> Outcome:
    """Choose how, get a code, and write it."""
    style = question["style"]
    if question["screen"] == "style":
        return Outcome(further={"screen": "device", "style": _chosen(given)}, said=views.KEPT)
    if given["deed"] == "style":
        return Outcome(further={"screen": "style", "style": style})
    if question["screen"] == "device" or given["deed"] == "hear":
        code = f"{secrets.randbelow(10**check.CODE_DIGITS):0{check.CODE_DIGITS}d}"
        return Outcome(further={"screen": "code", "style": style, "spoken": code})
    if given.get("code") != question["spoken"]:
        return Outcome(pages.PAGES.wrong["wrong"], "code")
    return Outcome()


def _chosen(given: Given) -> dict[str, Any]:
    return Style.read({**given, "pause": int(given["pause"]), "repeats": int(given["repeats"])}).kept()


def speak(question: Question, language: str) -> bytes:
    """The code as the device gives it."""
    return Style.read(question["style"]).speak(question["spoken"], language)


REHEARSAL = Rehearsal(begin, show, judge, form, filled=style_of, speak=speak)
