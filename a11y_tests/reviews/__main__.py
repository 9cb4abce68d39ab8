"""`python -m a11y_tests.reviews FOLDER`: what is left to people of an evaluation; `--answer` answers it."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.reviews.answers import KEPT, Answer, Answers

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def review(
    folder: Annotated[Path, typer.Argument(help="The folder of an evaluation.")],
    answer: Annotated[
        tuple[str, str, str] | None,
        typer.Option(help='The question\'s id, passed or failed, and a note ("" for none).'),
    ] = None,
    by: Annotated[str, typer.Option(help="Who answers.")] = "",
    fails: Annotated[list[str] | None, typer.Option(help="A criterion that fails, of several asked; repeat.")] = None,
    only: Annotated[str, typer.Option(help="A criterion, or a part of a rule's id or a page's name.")] = "",
    at_most: Annotated[int, typer.Option(min=1, help="How many questions to show.")] = 10,
    file: Annotated[Path, typer.Option(help="Where answers are kept.")] = KEPT,
) -> None:
    """List the questions that are open, the first ones whole; or answer one."""
    path = folder / "reports" / "questions.json"
    if not path.exists():
        print(f"There is no {path}: evaluate first.")
        raise typer.Exit(2)
    questions: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    answers = Answers(file)
    if answer:
        _give(questions, answers, answer, by, tuple(fails or ()))
        return
    left = [one for one in questions if answers.get(one["id"]) is None and _is_wanted(one, only)]
    for one in left[:at_most]:
        print(_told(one) + "\n")
    print(f"{len(left)} of {len(questions)} questions are open. Answer: --answer ID passed|failed NOTE --by NAME")


def _is_wanted(question: dict[str, Any], only: str) -> bool:
    named = any(only in text for text in (question["rule"], question["what"], *question["places"]))
    return not only or only in question["criteria"] or named


def _told(question: dict[str, Any]) -> str:
    lines = [f"{question['id']}  {question['what']}", f"  criteria: {', '.join(question['criteria']) or 'none'}"]
    lines += [f"  where: {place}" for place in question["places"]]
    lines += [f"  element: {question['selector']}  {question['html']}"] if question["selector"] else []
    lines += [f"  how: {question['how']}", *(f"  - {asked}" for asked in question["asks"])]
    return "\n".join(lines)


def _give(
    questions: list[dict[str, Any]], answers: Answers, given: tuple[str, str, str], by: str, fails: tuple[str, ...]
) -> None:
    id, verdict, note = given
    asked = next((one for one in questions if one["id"] == id), None)
    if asked is None:
        raise typer.BadParameter(f"no question has the id {id}")
    if verdict not in ("passed", "failed") or not set(fails) <= set(asked["criteria"]):
        raise typer.BadParameter(f"answer passed or failed; --fails takes {', '.join(asked['criteria'])}")
    today = date.today().isoformat()
    try:
        answers.give(id, Answer(Verdict(verdict), note, by, today, asked["what"], fails))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    print(f"{id} {verdict}: kept. `python -m a11y_tests.reports FOLDER` writes the reports anew.")


if __name__ == "__main__":
    app()
