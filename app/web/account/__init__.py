"""Min side: what a citizen sees and changes of their own eID. One file a subject."""

from app.web.account import (
    activity,
    adding,
    close,
    contact,
    data,
    factors,
    helper,
    language,
    lost,
    misuse,
    notify,
    overview,
    password,
    sessions,
)

PAGES = [
    *overview.PAGES,
    *factors.PAGES,
    *adding.PAGES,
    *lost.PAGES,
    *contact.PAGES,
    *notify.PAGES,
    *password.PAGES,
    *activity.PAGES,
    *sessions.PAGES,
    *language.PAGES,
    *data.PAGES,
    *misuse.PAGES,
    *close.PAGES,
    *helper.PAGES,
]
