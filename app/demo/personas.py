"""The named people of the demo country: one for each need, one for each state of an old NemID.

Ids and passwords are fixed and easy to type, for the tests refer to them. Nobody is real: every CPR number
has sixty added to its day. The Danish mobile numbers stand around the one that libphonenumber gives as
Denmark's example, the foreign one is of the range that the Swedish authority keeps for fiction; the demo
calls neither.
"""

from app.demo.citizen import Persona
from app.demo.crossed import CROSSED

NEEDS = (
    Persona(
        key="everyday", given_name="Mette", family_name="Sørensen", cpr="7403861222",
        nemid_number="210000013", user_id="mette.s", password="havkat27", factor="authenticator_app",
        need="Has a smartphone and no particular need.",
        email="mette@example.dk", mobile="+4534412301",
    ),
    Persona(
        key="no-smartphone", given_name="Karl Åge", family_name="Østergaard", cpr="6206450117",
        nemid_number="012345678", password="4826", password_kind="B", factor="code_card",
        need="Has a plain mobile, no smartphone or computer of his own; logs on at the library, paper in hand.",
        mobile="+4534412302",
    ),
    Persona(
        key="screen-reader", given_name="Sofie", family_name="Nørgaard-Lund", cpr="8311912046",
        nemid_number="210000021", user_id="sofie.nl", password="klokke91", factor="audio_code",
        need="Is blind and hears every page through a screen reader.",
        email="sofie@example.dk", mobile="+4534412303",
    ),
    Persona(
        key="braille", given_name="Bent", family_name="Æbelø", cpr="6901681353", nemid_number="210000039",
        user_id="bent-æ", password="punkt1829", factor="authenticator_app",
        need="Is blind and reads everything, codes too, on a braille display.",
        email="bent@example.dk", mobile="+4534412304",
    ),
    Persona(
        key="low-vision", given_name="Inger", family_name="Kjærsgaard", cpr="9008520428",
        nemid_number="210000047", password="lup400gange", factor="audio_code",
        need="Sees little: magnifies the page four times and needs strong contrast.",
        email="inger@example.dk", mobile="+4534412305",
    ),
    Persona(
        key="deaf", given_name="Jonas", family_name="Bæk", cpr="6505941571", nemid_number="210000054",
        user_id="jonasbaek", password="tegn5505", factor="authenticator_app",
        need="Is deaf; Danish Sign Language is the first language, and a telephone call is of no use.",
        email="jonas@example.dk", mobile="+4534412306",
    ),
    Persona(
        key="deafblind", given_name="Ruth", family_name="Ågård", cpr="7712590664", nemid_number="210000062",
        user_id="ruth.ag", password="haand1959", factor="security_key",
        need="Neither sees nor hears; reads braille and cannot be hurried.",
        email="ruth@example.dk",
    ),
    Persona(
        key="tremor", given_name="Hans-Jørgen", family_name="Møller", cpr="8104611785",
        nemid_number="210000070", user_id="hansjm", password="rolig61nu", factor="security_key",
        need="Has a tremor and works the page with a switch; every keystroke costs effort.",
        email="hj@example.dk", mobile="+4534412308",
    ),
    Persona(
        key="dyslexia", given_name="Tarek", family_name="Haddad", cpr="6809992893", nemid_number="210000088",
        user_id="tarek99", password="bold1999", factor="security_key",
        need="Has dyslexia and swaps digits when copying codes.",
        email="tarek@example.dk", mobile="+4534412309",
    ),
    Persona(
        key="poor-memory", given_name="Gerda", family_name="Holm", cpr="7102380286", nemid_number="210000096",
        password="7391", password_kind="B", factor="code_card",
        need="Forgets passwords and where the step before was; writes things down.",
        mobile="+4534412310",
    ),
    Persona(
        key="english", given_name="Grace", family_name="O'Connor", cpr="7907831958", nemid_number="210000104",
        user_id="grace.oc", password="harbour83", factor="authenticator_app", language="en",
        need="Lives in Denmark and reads English, little Danish.",
        email="grace@example.com", mobile="+4534412311",
    ),
    Persona(
        key="abroad", given_name="Peter", family_name="Lyngbæk", cpr="6310751059", nemid_number="210000112",
        user_id="peter.lyngbaek", password="malmoe75", factor="authenticator_app",
        need="Lives in Sweden and has no Danish mobile number.",
        email="peter@example.com", mobile="+46701740605",
    ),
    Persona(
        key="under-18", given_name="Freja", family_name="Højbjerg", cpr="7612124086",
        nemid_number="210000120", password="hest2012", factor="authenticator_app",
        need="Is a child of thirteen with a first NemID.",
        email="freja@example.dk", mobile="+4534412313",
    ),
)  # fmt: skip

STATES = (
    Persona(
        key="locked", given_name="Torben", family_name="Friis", cpr="8506701417", nemid_number="210000203",
        user_id="torbenf", password="laast70", factor="code_card", status="locked",
        need="Typed a wrong password too often: the old NemID is locked for a time.",
        email="torben@example.dk", mobile="+4534412321",
    ),
    Persona(
        key="blocked", given_name="Line", family_name="Dahl", cpr="9101892108", nemid_number="210000211",
        user_id="linedahl", password="spaer89", factor="authenticator_app", status="blocked",
        need="Had the old NemID blocked after losing the card.",
        email="line@example.dk", mobile="+4534412322",
    ),
    Persona(
        key="awaiting-activation", given_name="Emil", family_name="Toft", cpr="6404044079",
        nemid_number="210000229", password="vent2004", factor="authenticator_app",
        status="awaiting_activation", unused_keys=148,
        need="Got the old NemID by post and never activated it.",
        email="emil@example.dk", mobile="+4534412323",
    ),
    Persona(
        key="name-protected", given_name="Signe", family_name="Ravn", cpr="6909801340",
        nemid_number="210000237", user_id="ravn80", password="skjult80", factor="security_key", name_protected=True,
        need="Has name and address protection: the name is shown to no service provider.",
        email="ravn@example.dk", mobile="+4534412324",
    ),
    Persona(
        key="single-name", given_name="Saga", family_name="", cpr="8902962214", nemid_number="210000245",
        user_id="saga1996", password="skuddag29", factor="code_card",
        need="Has one name only, and a birthday every fourth year.",
        email="saga@example.dk", mobile="+4534412325",
    ),
    Persona(
        key="eldest", given_name="Valborg Karoline Elisabeth", family_name="Åkjær-Brockdal von Rosenløv",
        cpr="8001220062", nemid_number="210000252", password="5063", password_kind="B", factor="code_card",
        need="Is 104, tires quickly and has a name that fits no narrow field.",
    ),
    Persona(
        key="few-keys", given_name="Holger", family_name="Krogh", cpr="6707490315", nemid_number="210000260",
        user_id="holgerk", password="snart0tilbage", factor="code_card", unused_keys=5,
        need="Has five unused keys left on the old card.",
        mobile="+4534412327",
    ),
    Persona(
        key="no-keys", given_name="Åse", family_name="Å", cpr="7505570982", nemid_number="210000278",
        user_id="aase.å", password="opbrugt57", factor="code_card", unused_keys=0,
        need="Has used every key on the old card before the new one came.",
        mobile="+4534412328",
    ),
)  # fmt: skip

PERSONAS: tuple[Persona, ...] = NEEDS + CROSSED + STATES


def persona(key: str) -> Persona:
    """Return the persona of a key such as "screen-reader". Raises KeyError when there is none."""
    return _BY_KEY[key]


_BY_KEY = {one.key: one for one in PERSONAS}
