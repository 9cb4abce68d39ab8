"""What Orca calls things, in the languages of the citizens; any other language is heard with English words."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """The words of one language. roles: by the role that the browser tells; states: by state.

    level, items, table: of headings, lists and tables, to be filled. leaving: before the word for what ends.
    bullet: for an item of a list that is not numbered.
    """

    level: str
    items: str
    item: str
    table: str
    leaving: str
    bullet: str
    roles: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)


DANISH = Words(
    level="overskrift niveau {}",
    items="Liste med {} elementer",
    item="Liste med 1 element",
    table="tabel med {} rækker {} kolonner",
    leaving="forlader {}.",
    bullet="punkt",
    roles={
        **{"link": "henvisning", "button": "trykknap", "image": "billede", "main": "hovedindhold", "banner": "banner"},
        **{"contentinfo": "indholdsinfo", "navigation": "navigation", "complementary": "supplerende indhold"},
        **{"search": "søg", "region": "region", "form": "formular", "group": "panel", "radiogroup": "panel"},
        **{"textbox": "felt", "searchbox": "felt", "password": "adgangskodetekst", "combobox": "kombinationsfelt"},
        **{"checkbox": "afkrydsningsfelt", "radio": "radioknap", "switch": "skifteknap", "toggle": "skifteknap"},
        **{"spinbutton": "talknap", "slider": "skydeknap", "listbox": "listefelt", "option": "punkt i liste"},
        **{"list": "liste", "table": "tabel", "dialog": "dialog", "alertdialog": "advarsel", "alert": "besked"},
        **{"progressbar": "statuslinje", "meter": "måler", "separator": "adskillelse", "iframe": "intern ramme"},
        **{"audio": "lyd", "video": "video", "menuitem": "menupunkt", "tab": "faneblad", "article": "artikel"},
    },
    states={
        **{"checked": "afkrydset", "not checked": "ikke afkrydset", "mixed": "delvist afkrydset"},
        **{"selected": "valgt", "not selected": "ikke valgt", "pressed": "trykket", "not pressed": "ikke trykket"},
        **{"expanded": "udfoldet", "collapsed": "slået sammen", "invalid": "ugyldig indtastning"},
        **{"required": "påkrævet", "readonly": "skrivebeskyttet", "disabled": "ikke tilgængelig"},
        **{"current": "aktuel", "on": "til", "off": "fra"},
    },
)
ENGLISH = Words(
    level="heading level {}",
    items="List with {} items",
    item="List with 1 item",
    table="table with {} rows {} columns",
    leaving="leaving {}.",
    bullet="bullet",
    roles={
        **{"link": "link", "button": "push button", "image": "image", "main": "main content", "banner": "banner"},
        **{"contentinfo": "information", "navigation": "navigation", "complementary": "complementary content"},
        **{"search": "search", "region": "region", "form": "form", "group": "panel", "radiogroup": "panel"},
        **{"textbox": "entry", "searchbox": "entry", "password": "password text", "combobox": "combo box"},
        **{"checkbox": "check box", "radio": "radio button", "switch": "switch", "toggle": "toggle button"},
        **{"spinbutton": "spin button", "slider": "slider", "listbox": "list box", "option": "list item"},
        **{"list": "list", "table": "table", "dialog": "dialog", "alertdialog": "alert", "alert": "notification"},
        **{"progressbar": "progress bar", "meter": "level bar", "separator": "separator", "iframe": "internal frame"},
        **{"audio": "audio", "video": "video", "menuitem": "menu item", "tab": "page tab", "article": "article"},
    },
    states={
        **{"checked": "checked", "not checked": "not checked", "mixed": "partially checked"},
        **{"selected": "selected", "not selected": "not selected", "pressed": "pressed", "not pressed": "not pressed"},
        **{"expanded": "expanded", "collapsed": "collapsed", "invalid": "invalid entry"},
        **{"required": "required", "readonly": "read only", "disabled": "unavailable"},
        **{"current": "current", "on": "on", "off": "off"},
    },
)
LANGUAGES = {"da": DANISH, "en": ENGLISH}


def words_of(language: str) -> Words:
    """The words for a language ("da", "en-GB")."""
    return LANGUAGES.get(language.split("-")[0].lower(), ENGLISH)
