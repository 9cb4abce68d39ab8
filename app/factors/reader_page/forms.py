"""The forms of the device's page: the connection code, and how the code shall be given."""

from collections.abc import Mapping

from wtforms import StringField
from wtforms.validators import AnyOf

from app.factors.reader_page.style import PAUSES, REPEATS, SPEEDS, VOICES, WAYS, Style
from app.ui.forms import Filled, Form, SelectField, choices_of
from app.ui.i18n import N_

SAID_WAYS = dict(zip(WAYS, (N_("Only sound"), N_("Only text"), N_("Both sound and text")), strict=True))
SAID_SPEEDS = dict(zip(SPEEDS, (N_("Ordinary"), N_("Slow")), strict=True))
SAID_PAUSES = dict(zip(PAUSES, (N_("As the speed"), N_("1 second"), N_("2 seconds"), N_("4 seconds")), strict=True))
SAID_REPEATS = dict(zip(REPEATS, (N_("Once"), N_("Twice"), N_("Three times")), strict=True))
SAID_VOICES = dict(zip(VOICES, (N_("The language of the page"), N_("Danish"), N_("English")), strict=True))


class PairForm(Form):
    """The connection code."""

    code = StringField(
        N_("Connection code"),
        [Filled(N_("Write the 8 letters and digits of the code, for example 7HPK 4M2X."))],
        description=N_("8 letters and digits. Small letters and spaces are fine."),
        render_kw={"class": "code", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )


def _choice(label: str, said: Mapping[str, str]) -> SelectField:
    known = AnyOf(list(said), message=N_("Choose one from the list."))
    return SelectField(label, [known], choices=choices_of(said.items()), validate_choice=False)


class StyleForm(Form):
    """How the code shall be given."""

    how = _choice(N_("How you get the code"), SAID_WAYS)
    speed = _choice(N_("Speed"), SAID_SPEEDS)
    pause = _choice(N_("Pause between the digits"), {str(value): said for value, said in SAID_PAUSES.items()})
    repeats = _choice(N_("How many times"), {str(value): said for value, said in SAID_REPEATS.items()})
    voice = _choice(N_("Voice"), SAID_VOICES)

    def style(self) -> Style:
        """What was chosen."""
        return Style(
            str(self.how.data),
            str(self.speed.data),
            int(self.pause.data),
            int(self.repeats.data),
            str(self.voice.data),
        )


def filled(style: Style) -> dict[str, str]:
    """The form's fields for a style."""
    return {name: str(value) for name, value in style.kept().items()}
