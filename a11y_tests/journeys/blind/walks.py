"""The way of each factor, from the first day to the day after it was lost: enrol, use, lose, recover."""

from collections.abc import Callable

from a11y_tests.journeys.blind.deeds import (
    come_back_with,
    enrol,
    make_list,
    order_letter,
    remove,
    replace,
    report_lost,
    use,
)
from a11y_tests.journeys.blind.devices import ApprovalApp, Device, Key, Reader, Telephone
from a11y_tests.journeys.blind.hands import Card, CodeApp, CodeList, InHand, Slip
from a11y_tests.journeys.blind.scene import Scene

NUMBERS = ("+4534412341", "+4534412342")
SERIALS = {"da": ("DK0060001", "DK0060002"), "en": ("DK0060003", "DK0060004")}
SEEDS = ("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")


def with_a_card_beside(
    scene: Scene, first: InHand, second: InHand, lose: Callable[[Scene, str], None] = report_lost
) -> str:
    """Recovered by another way that was registered. Gives what the new one is called."""
    card, cards_label = scene.old_hand("code_card"), scene.old_label("code_card")
    scene.log_on(card, cards_label)
    label = enrol(scene, first)
    use(scene, first, label)
    lose(scene, label)
    scene.log_on(card, cards_label, never=label)
    label = enrol(scene, second) if lose is remove else replace(scene, label, second)
    use(scene, second, label)
    return label


def authenticator_app(scene: Scene) -> None:
    """The app was on a telephone that is gone; the new telephone gets a new key."""
    with_a_card_beside(scene, CodeApp(), CodeApp())


def approval_app(scene: Scene) -> None:
    """The device is lost: it is told so, and approves nothing more. Another device takes its place."""
    phone = scene.window()
    address = scene.address("/app", "/en/app")

    def lose(scene: Scene, label: str) -> None:
        before = len(phone.ears.heard)
        report_lost(scene, label)
        phone.hear("app_forgotten", since=before)
        phone.wait_for_focus("connect_this")

    with_a_card_beside(scene, ApprovalApp(phone, address), ApprovalApp(scene.window(), address), lose)


def security_key(scene: Scene) -> None:
    """The key is lost: it is out of the machine, and another one is plugged in."""
    first = Key()

    def lose(scene: Scene, label: str) -> None:
        report_lost(scene, label)
        first.lose()

    with_a_card_beside(scene, first, Key(), lose)


def audio_code(scene: Scene) -> None:
    """The telephone number is another's now: it is removed, and a new number added."""
    with_a_card_beside(scene, *(Telephone(scene.portal, number) for number in NUMBERS), lose=remove)


def reader_page(scene: Scene) -> None:
    """The device is lost: it says so itself when it is opened, and can be connected again."""
    device = scene.window()
    address = scene.address("/laeser", "/en/reader")

    def lose(scene: Scene, label: str) -> None:
        report_lost(scene, label)
        device.open(address)
        device.read("reader_lost")

    with_a_card_beside(scene, Reader(device, address), Reader(device, address), lose)


def code_device(scene: Scene) -> None:
    """The device is lost: the portal's people give another."""
    serials = SERIALS[scene.me.language]
    scene.counter.bring_in(dict(zip(serials, SEEDS, strict=True)))
    with_a_card_beside(scene, *(Device(serial, seed) for serial, seed in zip(serials, SEEDS, strict=True)))


def recovery_codes(scene: Scene) -> None:
    """The list is gone: it is blocked, and a new list made."""
    card, cards_label = scene.old_hand("code_card"), scene.old_label("code_card")
    first, second = CodeList(), CodeList()
    scene.log_on(card, cards_label)
    label = make_list(scene, first)
    use(scene, first, label)
    report_lost(scene, label)
    scene.log_on(card, cards_label, never=label)
    use(scene, second, make_list(scene, second))


def code_card(scene: Scene) -> None:
    """The card is lost, and so is everything else: a letter brings a code, and the code a new card."""
    me, kind = scene.me, "security_key" if scene.person.factor == "security_key" else "authenticator_app"
    scene.log_on(scene.old_hand(kind), scene.old_label(kind))
    first, second = Card(), Card()
    label = enrol(scene, first)
    use(scene, first, label)
    report_lost(scene, label)
    scene.give_password()
    me.follow("another_way")
    me.follow("use_none")
    me.arrive("recover")
    order_letter(scene)
    come_back_with(scene, second)
    scene.log_on(second, me.say("code_card"))


def temporary_code(scene: Scene) -> None:
    """The slip with the code is lost: another is issued, the first is void, and a way that lasts is added."""
    me, counter, label = scene.me, scene.counter, scene.me.say("temporary_code")
    first = Slip(counter.issue_code(scene.person.cpr))
    scene.log_on(first, label)
    report_lost(scene, label)
    second = Slip(counter.issue_code(scene.person.cpr))
    scene.give_password()
    me.follow("another_way")
    me.press_called(label)
    first.answer(me)
    me.hear_error("not_that_code")
    me.find_wrong("temporary", "not_that_code")
    second.answer(me)
    me.arrive("my_page")
    app = CodeApp()
    use(scene, app, enrol(scene, app))


WALKS: dict[str, Callable[[Scene], None]] = {
    walk.__name__: walk
    for walk in (
        code_card, authenticator_app, approval_app, security_key, audio_code, reader_page, code_device,
        recovery_codes, temporary_code,
    )
}  # fmt: skip
