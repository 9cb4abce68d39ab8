"""What happened, in the citizen's words: for the list of activity and for notices. Keys are the core's event names."""

from app.ui.i18n import N_

EVENTS = {
    "logon": N_("You logged on."),
    "logon.new_device": N_("You logged on from a device that we had not seen before."),
    "logon.wrong_password": N_("Someone typed a wrong password for you."),
    "logoff": N_("You logged off."),
    "logoff.everywhere": N_("You logged off everywhere."),
    "session.ended": N_("You ended a log-on from another place."),
    "proof.fresh": N_("You showed once more that it was you."),
    "factor.wrong": N_("A wrong code or key was used."),
    "factor.counter_regressed": N_("A key was refused: it may be a copy of yours."),
    "factor.disabled": N_("A way of logging on was blocked after too many wrong tries."),
    "factor.rejected": N_("You rejected a request in your approval app."),
    "factor.reported": N_("You told us in your approval app: This was not me."),
    "factor.blocked": N_("You blocked a way of logging on that was lost."),
    "factor.card_fetched": N_("You fetched a new code card."),
    "factor.added": N_("You added a way of logging on."),
    "factor.issued": N_("A person gave you a way of logging on, after you had shown who you are."),
    "factor.removed": N_("You removed a way of logging on."),
    "factor.renamed": N_("You gave a way of logging on a new name."),
    "code_card.few_left": N_("Few codes are left on your code card. Log on and get a new card."),
    "factor.confirmed": N_("A person has seen you with your ways of logging on. They reach their full level again."),
    "recovery_codes.used": N_("One of your recovery codes was used to log on."),
    "recovery_codes.few_left": N_("Three recovery codes are left. Log on and make new ones."),
    "audio.not_asked": N_(
        "Someone answered our call and said: I did not ask for this. We have stopped the log-on. Change your password."
    ),
    "audio.wrong_number": N_("Someone answered our call and said that it was not for them. Check the number."),
    "recovery.password": N_("Someone asked for a new password for your eID."),
    "recovery.factor": N_("Someone ordered a letter with a code to get a new way of logging on."),
    "recovery.opened": N_("Your recovery was used after the waiting time."),
    "recovery.done": N_("You have recovered what you had lost."),
    "recovery.stopped": N_("Your recovery was stopped. Nothing has been changed."),
    "contact.changed": N_("You changed where we can reach you."),
    "contact.removed": N_("You removed an e-mail address or mobile number."),
    "contact.wrong_code": N_("A wrong code was typed for an e-mail address or mobile number."),
    "password.changed": N_("You changed your password."),
    "user_id.changed": N_("You changed your user ID."),
    "notify.changed": N_("You changed how much we write to you."),
    "language.changed": N_("You changed your language."),
    "helper.started": N_("You let a helper sit with you. Your secrets were hidden."),
    "helper.ended": N_("Your helper was no longer with you."),
    "helper.refused": N_("A page with a secret was asked for while a helper was with you. It was not shown."),
    "data.downloaded": N_("You downloaded your data."),
    "blocked": N_("Your eID was blocked at once."),
    "reopened": N_("A person opened your eID again, after you had shown who you are."),
    "closed": N_("Your eID was closed."),
    "crossing.started": N_("You began the change to the new eID."),
    "crossing.terms_accepted": N_("You accepted the terms."),
    "crossing.terms_declined": N_("You said no to the terms."),
    "crossing.finished": N_("You got the new eID."),
    "legacy.logon": N_("You logged on with your old card."),
    "legacy.wrong_password": N_("A wrong password was typed for your old card."),
    "legacy.wrong_key": N_("A wrong key was typed for your old card."),
    "legacy.locked": N_("Your old card was locked after too many wrong tries."),
    "other": N_("Something was changed on your eID."),
}

STOP_IT = N_(
    "Was it not you? Stop it at once on %(host)s/genopret/stop with the code %(stop_code)s, or call %(phone)s."
)
# What a message says after the sentence above, where it says more than how to call us.
NOTICES = {
    "recovery.password": (N_("Nothing is changed before %(ready_at)s."), STOP_IT),
    "recovery.factor": (N_("The code can be used from %(ready_at)s."), STOP_IT),
    "recovery.opened": (STOP_IT,),
}
# Letters: the heading, then the paragraphs.
LETTERS = {
    "recovery.letter": (
        N_("Your code to get a new way of logging on"),
        N_("Dear %(name)s"),
        N_("You, or someone with your password, asked for this letter."),
        N_("Your code is %(code)s."),
        N_("Write it on %(host)s/genopret/aktiver together with your user ID and your password."),
        N_("It can be used from %(ready_at)s. It stops working %(expires_at)s."),
        STOP_IT,
        N_("We never call you to ask for the code. Tell it to nobody."),
    ),
}
