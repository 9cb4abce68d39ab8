"""A display that nobody sees, a window manager on it, and a private bus with the accessibility service."""

import os
import subprocess

from a11y_tests.screen_reader.stage import BUS_LAUNCHER, START_SECONDS, CannotStart, Stage

SCREEN = "1280x1024x24"
# A keyboard on which every letter of the language has a key of its own, and no key is dead.
KEYBOARDS = {"da": ["dk", "nodeadkeys"], "en": ["gb"]}


def start_display(stage: Stage, lang: str) -> None:
    """Start all of it, and put DISPLAY and the bus's address into the stage's environment."""
    start_screen(stage)
    stage.run("setxkbmap", *KEYBOARDS[lang])
    start_bus(stage)
    stage.start("openbox")
    # Only a window manager that has taken over can tell how many desktops there are.
    stage.wait_for("openbox", lambda: stage.run("xdotool", "get_num_desktops"))
    start_accessibility(stage)


def start_screen(stage: Stage) -> None:
    """Start Xvfb on a number that it finds free itself; it writes the number when it is ready."""
    read, write = os.pipe()
    # Without -noreset it would forget the keyboard as soon as its first client leaves.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    stage.start(*command, pass_fds=[write])
    os.close(write)
    with open(read) as number:
        stage.env["DISPLAY"] = f":{number.readline().strip()}"
    stage.check_alive()


def start_bus(stage: Stage) -> None:
    """Start a session bus; it prints its address when it listens."""
    address = f"unix:path={stage.folder}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={address}"]
    bus = stage.start(*command, stdout=subprocess.PIPE, text=True)
    stage.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    stage.check_alive()


def start_accessibility(stage: Stage) -> None:
    """Start AT-SPI and say that a screen reader is in use: browsers build their tree only then."""
    stage.start(BUS_LAUNCHER, "--launch-immediately")
    # Only then is it called: a call to a name that nobody has would start a second one, and end this.
    if not stage.run("gdbus", "wait", "--session", "--timeout", START_SECONDS, "org.a11y.Bus"):
        raise CannotStart(f"AT-SPI did not come.\n{stage.log(BUS_LAUNCHER.name)}")
    for property_ in ("IsEnabled", "ScreenReaderEnabled"):
        stage.wait_for(BUS_LAUNCHER.name, lambda name=property_: set_status(stage, name))


def set_status(stage: Stage, name: str) -> bool:
    """Set one of the accessibility bus's switches; whether the bus took it."""
    call = ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"]
    call += ["--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>"]
    return stage.run(*call)
