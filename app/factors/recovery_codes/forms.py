"""The forms in which the recovery codes can be had: what each is called, what it tells, and how it is given."""

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import issue
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.recovery_codes import check
from app.settings import Settings
from app.ui import i18n
from app.ui.cards import fetching
from app.ui.cards.fetching import Card
from app.ui.cards.forms import AUDIO, BRAILLE, LARGE, LIST, PRINT, CardForm
from app.ui.cards.sheet import Entry, Sheet
from app.ui.i18n import N_, Message
from app.ui.speech import Lang
from app.ui.visit import Visit

TITLE = N_("Your recovery codes")
HEADING = N_("Recovery")
KEEP = N_("Each code works once. Keep them at home, and not together with your password.")
MADE = N_("Made on %(date)s. When you make new codes, these stop working.")
GROUP = 5
"""Digits that are read together: five and five."""

FORMS = (
    CardForm(
        name=PRINT,
        page="recovery_codes_print",
        da="/genopretningskoder/print",
        en="/recovery-codes/print",
        link=N_("Ordinary print"),
        title=N_("Your recovery codes as ordinary print"),
        tells=(N_("It is a PDF file: one page of A4. A screen reader can read it too."),),
        button=N_("Fetch the ordinary print"),
        file=N_("recovery-codes.pdf"),
    ),
    CardForm(
        name=LARGE,
        page="recovery_codes_large",
        da="/genopretningskoder/stor-skrift",
        en="/recovery-codes/large-print",
        link=N_("Large print"),
        title=N_("Your recovery codes in large print"),
        tells=(N_("It is a PDF file: two pages of A4. The codes stand on page 2 in large letters."),),
        button=N_("Fetch the large print"),
        file=N_("recovery-codes-large-print.pdf"),
    ),
    CardForm(
        name=LIST,
        page="recovery_codes_list",
        da="/genopretningskoder/liste",
        en="/recovery-codes/list",
        link=N_("A text file with one code on each line"),
        title=N_("Your recovery codes as a text file"),
        tells=(N_("Each line has a number and its code."),),
        button=N_("Fetch the text file"),
        file=N_("recovery-codes.txt"),
    ),
    CardForm(
        name=BRAILLE,
        page="recovery_codes_braille",
        da="/genopretningskoder/punktskrift",
        en="/recovery-codes/braille",
        link=N_("Braille"),
        title=N_("Your recovery codes in braille"),
        tells=(
            N_("It is a BRF file for a braille printer or a braille display."),
            N_("It has two pages. Page 1 tells what the codes are, and page 2 has the codes."),
        ),
        button=N_("Fetch the braille"),
        file=N_("recovery-codes.brf"),
    ),
    CardForm(
        name=AUDIO,
        page="recovery_codes_audio",
        da="/genopretningskoder/lyd",
        en="/recovery-codes/sound",
        link=N_("Sound"),
        title=N_("Your recovery codes as sound"),
        tells=(
            N_("It is a ZIP file with one MP3 file, for a telephone or a DAISY player."),
            N_("Each number is said slowly with its code, and the code is said once again."),
            N_("Listen with headphones, so that nobody else can hear your codes."),
        ),
        button=N_("Fetch the sound"),
        file=N_("recovery-codes-sound.zip"),
    ),
)


def sheet_of(db: DbSession, _settings: Settings, credential: Credential, language: Lang) -> Sheet:
    """The list as what the forms are made from."""
    made = Message(MADE, date=i18n.day(language, credential.created_at))
    return Sheet(
        title=i18n.translate(language, TITLE),
        heading=i18n.translate(language, HEADING),
        notes=(i18n.translate(language, KEEP), i18n.translate(language, made)),
        entries=tuple(Entry(*row, group=GROUP) for row in check.table(keys_of(db), credential)),
        language=language,
        lined=False,
    )


def give(visit: Visit) -> Response:
    """Tell of one form of the codes (GET), and give it (POST), once."""
    return fetching.give(visit, CARD)


CARD = Card(
    kind=check.KIND,
    forms=FORMS,
    says={
        issue.FETCHED: N_("You have fetched this form of the codes already. Each can be fetched once."),
        issue.OLD: N_("The codes were made more than half an hour ago. Make new ones to fetch them."),
    },
    template="factors/recovery_codes/form.html",
    sheet_of=sheet_of,
)
