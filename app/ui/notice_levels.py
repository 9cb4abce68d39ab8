"""The words of the three levels of notices: how much we write to a citizen of their own accord."""

from app.ui.i18n import N_

LEVELS = {
    "critical": N_("Only what is critical"),
    "new": N_("Also when a new device or service is used"),
    "every": N_("Every time you log on"),
}
EXPLAINED = {
    "critical": N_("For example a new password, a new way of logging on, or a block. This cannot be switched off."),
    "new": N_("This is what most people choose."),
    "every": N_("You see at once if somebody else uses your eID."),
}
CHOOSE = N_("Choose how much we shall write to you.")
