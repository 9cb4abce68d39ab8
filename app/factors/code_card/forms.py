"""The forms in which a code card can be had: what each is called and what it tells."""

from sqlalchemy.orm import Session as DbSession

from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.code_card import check
from app.settings import Settings
from app.ui import i18n
from app.ui.cards.forms import AUDIO, BRAILLE, LARGE, LIST, PRINT, CardForm
from app.ui.cards.sheet import Entry, Sheet
from app.ui.i18n import N_, Message
from app.ui.speech import Lang

TITLE = N_("Code card %(serial)s")
KEEP = N_("Keep the card where only you can find it. If you lose it, call us at once on %(phone)s.")
LINES = N_("Each line has a number and its code.")


FORMS = (
    CardForm(
        name=PRINT,
        page="code_card_print",
        da="/kodekort/print",
        en="/code-card/print",
        link=N_("Ordinary print"),
        title=N_("Your code card as ordinary print"),
        tells=(N_("It is a PDF file: one page of A4 with four columns. A screen reader can read it too."),),
        button=N_("Fetch the ordinary print"),
        file=N_("code-card.pdf"),
    ),
    CardForm(
        name=LARGE,
        page="code_card_large",
        da="/kodekort/stor-skrift",
        en="/code-card/large-print",
        link=N_("Large print"),
        title=N_("Your code card in large print"),
        tells=(N_("It is a PDF file: nine pages of A4, with 20 codes on a page in large letters."),),
        button=N_("Fetch the large print"),
        file=N_("code-card-large-print.pdf"),
    ),
    CardForm(
        name=LIST,
        page="code_card_list",
        da="/kodekort/liste",
        en="/code-card/list",
        link=N_("A list with one code on each line"),
        title=N_("Your code card as a list"),
        tells=(
            N_("Each line has a number and its code. There is a heading for every ten lines."),
            N_("You can read it here with a screen reader or a magnifier, or fetch it as a text file."),
        ),
        button=N_("Fetch the list as a text file"),
        file=N_("code-card.txt"),
    ),
    CardForm(
        name=BRAILLE,
        page="code_card_braille",
        da="/kodekort/punktskrift",
        en="/code-card/braille",
        link=N_("Braille"),
        title=N_("Your code card in braille"),
        tells=(
            N_("It is a BRF file for a braille printer or a braille display."),
            N_("It has nine pages with 20 codes on a page. Page 1 tells what the card is."),
        ),
        button=N_("Fetch the braille"),
        file=N_("code-card.brf"),
    ),
    CardForm(
        name=AUDIO,
        page="code_card_audio",
        da="/kodekort/lyd",
        en="/code-card/sound",
        link=N_("Sound"),
        title=N_("Your code card as sound"),
        tells=(
            N_("It is a ZIP file with 15 MP3 files of ten codes each, for a telephone or a DAISY player."),
            N_("Each number is said slowly with its code, and the code is said once again."),
            N_("Listen with headphones, so that nobody else can hear your codes."),
            N_("It takes some seconds to make."),
        ),
        button=N_("Fetch the sound"),
        file=N_("code-card-sound.zip"),
    ),
)


def sheet_of(db: DbSession, settings: Settings, credential: Credential, language: Lang) -> Sheet:
    """The card as what the forms are made from."""
    serial = credential.data["serial"]
    keep = Message(KEEP, phone=i18n.phone(settings.support_phone))
    return Sheet(
        title=i18n.translate(language, Message(TITLE, serial=serial)),
        heading=serial,
        notes=(i18n.translate(language, keep), i18n.translate(language, LINES)),
        entries=tuple(Entry(*row) for row in check.table(keys_of(db), credential)),
        language=language,
    )
