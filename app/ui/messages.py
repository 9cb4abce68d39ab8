"""The words of e-mails, SMS and calls: found when a message is sent, in the citizen's language.

A message has a subject (e-mail only) and a body of short plain sentences. An SMS with a code ends with the line that
lets a telephone offer it (WebOTP: `@host #code`).
"""

from collections.abc import Mapping
from datetime import datetime

from app.settings import Settings
from app.ui.i18n import N_, Message, day_and_time, phone, translate
from app.ui.phrases import EVENTS, LETTERS, NOTICES

CODE_SUBJECT = N_("Your code from %(service)s")
CODE = N_("Your code is %(code)s. Write it on the page where you asked for it. Never give it to anyone.")
NOTICE_SUBJECT = N_("Message about your %(scheme)s")
NOT_YOU = N_("Was it not you? Call us at once on %(phone)s, or log on and choose: This was not me.")
SIGNED = N_("Kind regards, %(service)s")


def in_groups(code: str) -> str:
    """Digits in groups of four: easier to hear, to read and to type; fields take the spaces."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


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
        if purpose in LETTERS:
            return self._letter(purpose, language, params)
        lines = [self._say(language, EVENTS.get(purpose, EVENTS["other"]))]
        filled = self._filled(language, params)
        lines += [self._say(language, more, **filled) for more in NOTICES.get(purpose, (NOT_YOU,))]
        if channel == "sms":
            return "", " ".join(lines)
        return self._say(language, NOTICE_SUBJECT), "\n\n".join([*lines, self._say(language, SIGNED)])

    def _letter(self, purpose: str, language: str, params: Mapping[str, object]) -> tuple[str, str]:
        """Heading and paragraphs; empty once the letter was sent and its words are no longer kept."""
        if not params:
            return "", ""
        subject, *paragraphs = (self._say(language, one, **self._filled(language, params)) for one in LETTERS[purpose])
        return subject, "\n\n".join([*paragraphs, self._say(language, SIGNED)])

    def _filled(self, language: str, params: Mapping[str, object]) -> dict[str, object]:
        """What fills a message: moments in words, codes in groups, and where the pages are."""
        filled: dict[str, object] = {"host": self._host, "ready_at": "", "stop_code": "", "address": self._host}
        for name, value in params.items():
            if name.endswith("_at"):
                filled[name] = day_and_time(language, datetime.fromisoformat(str(value)))
            elif name.endswith("code"):
                filled[name] = in_groups(str(value))
        return {"name": params.get("name", ""), **filled}

    def _say(self, language: str, message: str, **params: object) -> str:
        return translate(language, Message(message, **self._names, **params))
