"""The words of e-mails, SMS and calls: found when a message is sent, in the citizen's language.

A message has a subject (e-mail only) and a body of short plain sentences. An SMS with a code ends with the line that
lets a telephone offer it (WebOTP: `@host #code`).
"""

from collections.abc import Mapping

from app.settings import Settings
from app.ui.i18n import N_, Message, phone, translate
from app.ui.phrases import EVENTS

CODE_SUBJECT = N_("Your code from %(service)s")
CODE = N_("Your code is %(code)s. Write it on the page where you asked for it. Never give it to anyone.")
NOTICE_SUBJECT = N_("Message about your %(scheme)s")
NOT_YOU = N_("Was it not you? Call us at once on %(phone)s, or log on and choose: This was not me.")
SIGNED = N_("Kind regards, %(service)s")


class Composer:
    """Finds the words; knows the names of the service and the scheme."""

    def __init__(self, *, service: str, scheme: str, phone: str, host: str) -> None:
        self._names = {"service": service, "scheme": scheme, "phone": phone}
        self._host = host

    @classmethod
    def of(cls, settings: Settings) -> "Composer":
        """The one that speaks for this portal."""
        return cls(
            service=settings.service_name,
            scheme=settings.new_scheme,
            phone=phone(settings.support_phone),
            host=settings.host,
        )

    def compose(self, purpose: str, language: str, params: Mapping[str, object], channel: str) -> tuple[str, str]:
        """Subject and body of a message. For a call the body is the code alone: the gateway speaks it."""
        if channel == "call":
            return "", str(params.get("code", ""))
        if purpose == "contact.code":
            return self._code(language, str(params.get("code", "")), channel)
        return self._notice(purpose, language, params, channel)

    def _code(self, language: str, code: str, channel: str) -> tuple[str, str]:
        said = self._say(language, CODE, code=code)
        if channel == "sms":
            return "", f"{said}\n\n@{self._host} #{code}"
        return self._say(language, CODE_SUBJECT), "\n\n".join([said, self._say(language, SIGNED)])

    def _notice(self, purpose: str, language: str, params: Mapping[str, object], channel: str) -> tuple[str, str]:
        sentence = self._say(language, EVENTS.get(purpose, EVENTS["other"]))
        lines = [sentence, self._say(language, NOT_YOU)]
        if channel == "sms":
            return "", " ".join(lines)
        return self._say(language, NOTICE_SUBJECT), "\n\n".join([*lines, self._say(language, SIGNED)])

    def _say(self, language: str, message: str, **params: object) -> str:
        return translate(language, Message(message, **self._names, **params))
