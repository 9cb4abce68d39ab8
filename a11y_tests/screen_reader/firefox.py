"""Firefox, as a citizen has it, without what it would say of itself or ask the network."""

import json

from a11y_tests.screen_reader.stage import Stage

SILENCE = "http://127.0.0.1:1/"
PREFERENCES = {
    "accessibility.force_disabled": -1,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.ml.enable": False,
    "browser.newtabpage.enabled": False,
    "browser.search.update": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.tabs.firefox-view": False,
    "browser.translations.enable": False,
    "browser.urlbar.autoFill": False,
    "browser.urlbar.suggest.bookmark": False,
    "browser.urlbar.suggest.engines": False,
    "browser.urlbar.suggest.history": False,
    "browser.urlbar.suggest.openpage": False,
    "browser.urlbar.suggest.searches": False,
    "browser.urlbar.suggest.topsites": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "nimbus.rollouts.enabled": False,
    "services.settings.server": SILENCE,
    "sidebar.revamp": False,
    "signon.rememberSignons": False,
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "trailhead.firstrun.didSeeAboutWelcome": True,
}


def start_firefox(stage: Stage, lang: str, url: str) -> None:
    """Start Firefox with a fresh profile on a page."""
    profile = stage.folder / "firefox"
    profile.mkdir()
    preferences = PREFERENCES | {"intl.accept_languages": f"{lang},en"}
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines))
    stage.env["MOZ_CRASHREPORTER_DISABLE"] = "1"
    size = ["--width", "1200", "--height", "950"]
    stage.start("firefox-esr", "--no-remote", "--profile", profile, *size, url)
