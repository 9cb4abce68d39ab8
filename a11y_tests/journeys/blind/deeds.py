"""What every walk is made of: adding a factor, using it, losing it, getting it back."""

from a11y_tests.journeys.blind.hands import CodeList, InHand
from a11y_tests.journeys.blind.scene import Scene


def enrol(scene: Scene, hand: InHand) -> str:
    """From Min side: add a way of logging on. Gives what it is called."""
    me = scene.me
    scene.to_factors()
    me.follow("add")
    me.arrive("add")
    me.choose(hand.kind)
    me.press("go_on")
    if hand.tell(me):
        me.press("go_on")
    scene.prove(hand, "ready")
    return scene.ready()


def use(scene: Scene, hand: InHand, label: str) -> None:
    """Log off, and log on with it."""
    scene.log_off()
    scene.log_on(hand, label, choose=True)


def report_lost(scene: Scene, label: str) -> None:
    """Logged on: it is lost. It is blocked at once, and the page says which."""
    me = scene.me
    scene.to_factors()
    me.follow("lost_it", label)
    me.arrive("block")
    me.press("yes_block")
    me.arrive("factors")
    me.read("you_blocked", label)
    me.read("is_blocked")
    scene.log_off()


def remove(scene: Scene, label: str) -> None:
    """Logged on: take it away."""
    me = scene.me
    scene.to_factors()
    me.follow("remove_it", label)
    me.arrive("remove_page")
    me.press("yes_remove")
    me.arrive("factors")
    me.read("you_removed", label)
    scene.log_off()


def replace(scene: Scene, label: str, hand: InHand) -> str:
    """From Min side: a new one in place of the one that was lost."""
    me = scene.me
    scene.to_factors()
    me.follow("replace_it", label)
    me.arrive("replace_page")
    hand.tell(me)
    me.press("get_new")
    scene.prove(hand, "ready")
    return scene.ready()


def make_list(scene: Scene, codes: CodeList) -> str:
    """From Min side: recovery codes. Gives what they are called."""
    scene.to_factors()
    scene.me.follow("to_recovery_codes")
    scene.me.arrive("make_recovery_codes")
    scene.me.press("make_codes")
    scene.prove(codes, "ready")
    return scene.ready()


def order_letter(scene: Scene) -> None:
    """In the recovery room: a letter with a code, in braille."""
    me = scene.me
    me.follow("order_letter")
    me.arrive("order_letter")
    me.write("user_id", scene.new["user_id"])
    me.write_password("password", scene.new["password"])
    me.press("go_on")
    me.arrive("how_letter")
    me.choose("braille")
    me.press("order")
    me.arrive("now_we_wait")


def come_back_with(scene: Scene, hand: InHand) -> None:
    """With the letter, when the wait is over: the new factor is set up, and nobody is logged on by that."""
    me = scene.me
    me.follow("come_back")
    me.arrive("got_letter")
    me.write("user_id", scene.new["user_id"])
    code = scene.letters_code()
    me.keep_secret(code)
    me.write("letter_code", code)
    me.write_password("password", scene.new["password"])
    me.press("go_on")
    me.arrive("new_way")
    me.choose(hand.kind)
    me.press("go_on")
    scene.prove(hand, "is_ready")
