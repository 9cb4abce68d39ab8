"""`python -m a11y_tests.mutate URL --demo FILE`: sow defects, and count which are caught."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from a11y_tests.command import NOT_EVALUATED, deployment_of
from a11y_tests.evaluation.results import Results
from a11y_tests.evaluation.run import Order, evaluate
from a11y_tests.mutate.defects import all_defects
from a11y_tests.mutate.run import Caught, false_alarms, mutate

ENOUGH = 0.95
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(
    url: Annotated[str, typer.Argument(help="A deployment that is known to be good; else a demo here.")] = "",
    demo: Annotated[
        Path | None, typer.Option(envvar="PORTAL_DEMO_JSON", help="Its test citizens (`demo --json`).")
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder of the clean evaluation; made where it is not there.")] = Path(
        "mutate"
    ),
    only: Annotated[list[str] | None, typer.Option(help="A part of a defect's id; may be repeated.")] = None,
    jobs: Annotated[int, typer.Option(min=1)] = 2,
) -> None:
    """Exit status 0: at least 95 % are caught, and nothing fails on the clean deployment."""
    with deployment_of(url, demo) as (address, citizens):
        order = Order(address.rstrip("/"), citizens, quick=True, jobs=jobs, own=not url)
        evaluate(order, out)
    alarms = false_alarms(out)
    for one in alarms:
        print(f"FALSE ALARM {one.rule} on {one.page or 'the site'} ({one.world})")
    unjudged = [one for one in Results(out).all() if one.broke]
    for one in unjudged:
        print(f"NOT JUDGED {one.rule} on {one.page or 'the site'} ({one.world}): {one.broke}")
    caught = []
    for one in mutate(order, out, tuple(only or ())):
        caught.append(one)
        print(_told(one), flush=True)
    raise typer.Exit(_summary(caught, len(alarms)) or NOT_EVALUATED * bool(unjudged))


def _told(one: Caught) -> str:
    if not one.is_sown:
        return f"NOT SOWN {one.defect}"
    if one.by:
        return f"caught   {one.defect}: {', '.join(one.by)}"
    asked = f" (asked of people: {', '.join(one.doubted)})" if one.doubted else ""
    return f"MISSED   {one.defect}{asked}"


def _summary(caught: list[Caught], alarms: int) -> int:
    """Print the numbers, by kind and by layer too. Gives the exit status."""
    kinds = {one.id: one.kind for one in all_defects()}
    sown = [one for one in caught if one.is_sown]
    for kind in dict.fromkeys(kinds.values()):
        of_kind = [one for one in sown if kinds[one.defect] == kind]
        print(f"{kind}: {sum(bool(one.by) for one in of_kind)} of {len(of_kind)} caught")
    for layer, times in Counter(one.layer for one in sown if one.by).most_common():
        print(f"caught first by {layer}: {times}")
    found = sum(bool(one.by) for one in sown)
    print(
        f"{found} of {len(sown)} defects caught ({100 * found / max(len(sown), 1):.1f} %), "
        f"{len(caught) - len(sown)} could not be sown, {alarms} false alarms on the clean deployment."
    )
    return 0 if sown and found >= ENOUGH * len(sown) and not alarms else 1


if __name__ == "__main__":
    app()
