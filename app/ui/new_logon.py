"""Choosing a user ID and a password: the forms, and a judge that explains itself in words.

Used where the new eID is made and where it is changed. The password is typed once: it can be shown (a field to repeat
it would be typing the same thing twice, WCAG 3.3.7), and a manager may fill it in (3.3.8).
"""

from app.core import account, password_rules, user_ids
from app.core.password_rules import Strength
from app.ui.forms import N_, Filled, Form, Message, PasswordField, StringField, ValidationError
from app.ui.visit import Visit

# Where the judge's words are put while the citizen types: an element of components/new_logon.html.
STRENGTH_ID = "password-strength"

PASSWORD_REASONS = {
    "empty": N_("Write a new password."),
    "too_short": Message(
        N_("The password must be longer. Use at least %(least)s characters."), least=password_rules.SHORTEST
    ),
    "too_long": Message(
        N_("The password must be shorter. Use at most %(most)s characters."), most=password_rules.LONGEST
    ),
    "known_word": N_("The password is nearly only a word that many people use. Add other words."),
    "personal": N_("The password holds something about you. Leave out your name, user ID, numbers and e-mail."),
    "row": N_("The password is mostly a row of keys or numbers. Use words that do not belong together."),
    "repeats": N_("The password repeats the same thing many times. Write something more varied."),
    "easy": N_("The password is too easy to guess. Add one or two more words."),
}
GOOD = N_("This password is good. You can use it.")
STRONG = N_("This password is very good. You can use it.")
STRONGEST = 4

USER_ID_PROBLEMS = {
    "empty": N_("Write the user ID that you want."),
    "too_short": N_("The user ID must be longer. Use at least 5 characters, for example kirsten1."),
    "too_long": N_("The user ID must be shorter. Use at most 48 characters, for example kirsten1."),
    "cpr": N_("A CPR number cannot be your user ID. Use a word and some numbers, for example kirsten1."),
    "characters": N_("Use only the letters a to z, æ, ø and å, numbers and spaces. For example kirsten1."),
    "taken": N_("Someone else has this user ID. Add some numbers, or choose another."),
}


class UserIdForm(Form):
    """The user ID that is wanted."""

    user_id = StringField(
        N_("New user ID"),
        [Filled(USER_ID_PROBLEMS["empty"])],
        description=N_("At least 5 letters or numbers. Large and small letters are the same. Not your CPR number."),
        render_kw={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "off"},
    )

    def validate_user_id(self, field: StringField) -> None:
        """The rules of the scheme; whether it is free is seen when it is taken."""
        problem = user_ids.problem(str(field.data))
        if problem:
            raise ValidationError(USER_ID_PROBLEMS[problem])


class PasswordForm(Form):
    """The password that is wanted."""

    password = PasswordField(
        N_("New password"),
        [Filled(PASSWORD_REASONS["empty"])],
        description=N_("At least 8 characters. Three or four words that do not belong together are good."),
        render_kw={
            "autocomplete": "new-password",
            "spellcheck": "false",
            "autocapitalize": "off",
            "data-hx-post": "",
            "data-hx-trigger": "input changed delay:800ms",
            "data-hx-target": f"#{STRENGTH_ID}",
        },
    )


def typed_password(form: PasswordForm) -> str:
    """The password in the form that is judged and hashed."""
    return password_rules.normalise(str(form.password.data or ""))


def judge(visit: Visit, form: PasswordForm, user_id: str = "") -> Strength:
    """Judge what was typed against what is known of the citizen; `user_id` is one that is not stored yet."""
    with visit.read() as db:
        return account.judge_password(db, visit.citizen(db), typed_password(form), user_id)


def accepted_hash(visit: Visit, form: PasswordForm, user_id: str = "") -> str | None:
    """The hash of a password that is good enough, made outside any transaction; else None, and the field says why.

    Raises `passwords.Busy`.
    """
    strength = judge(visit, form, user_id)
    if strength.ok:
        return visit.core.passwords.hash(typed_password(form))
    for sentence in sentences(strength):
        form.fail("password", sentence)
    return None


def sentences(strength: Strength) -> list[str]:
    """What the judge says: one sentence a reason, or that the password is good."""
    if strength.ok:
        return [STRONG if strength.score >= STRONGEST else GOOD]
    return [PASSWORD_REASONS[reason] for reason in strength.reasons]
