"""Each factor's whole life with keys alone and no sight of the screen, in both languages: enrol, use, lose, recover.

All that is known of a page is its accessibility tree, and what its live regions announce.
"""

import os

import pytest

from a11y_tests.deployment import deployment
from a11y_tests.journeys.blind.citizen import Blind
from a11y_tests.journeys.blind.counter import Counter
from a11y_tests.journeys.blind.scene import Scene
from a11y_tests.journeys.blind.walks import WALKS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif("PORTAL_URL" in os.environ, reason="the operator's commands and settings are needed"),
]
CARD, APP_AND_CARD, AUDIO_AND_CARD = "crossed-card", "crossed-app-and-card", "crossed-audio-and-card"
# Nobody looks: a small window costs less to paint.
UNSEEN = {"width": 320, "height": 256}
# Who walks, in Danish and in English: nobody gets two new factors of the same kind.
WALKERS = {
    "code_card": ("crossed-app", "crossed-key-and-app"),
    "authenticator_app": (CARD, AUDIO_AND_CARD),
    "approval_app": (CARD, APP_AND_CARD),
    "security_key": (APP_AND_CARD, AUDIO_AND_CARD),
    "audio_code": (CARD, APP_AND_CARD),
    "reader_page": (AUDIO_AND_CARD, CARD),
    "code_device": (APP_AND_CARD, AUDIO_AND_CARD),
    "recovery_codes": (AUDIO_AND_CARD, APP_AND_CARD),
    "temporary_code": (APP_AND_CARD, "crossed-app"),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The data folder of a portal of our own."""
    return tmp_path_factory.mktemp("blind")


@pytest.fixture(scope="module")
def patient(data):
    """A portal where a recovery waits no hours, and a slow machine is not asked for a fresh proof in mid-walk."""
    settings = {"OVERGANG_RECOVERY_WAIT_HOURS": "0", "OVERGANG_FRESH_MINUTES": "60"}
    with deployment(data, **settings) as running:
        yield running


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", WALKS)
def test_enrol_use_lose_recover(patient, data, new_tab, kind, language):
    windows = []

    def window():
        windows.append(Blind(new_tab(language=language, **UNSEEN)))
        return windows[-1]

    person = patient.people[WALKERS[kind][language == "en"]]
    WALKS[kind](Scene(window(), patient, person, Counter(data), window))
    for each in windows:
        each.check_that_secrets_were_kept()
