"""Every text can be read by a tired reader: LIX 35 at most, 30 where security hangs on it."""

from tools.lix import FEWEST_WORDS, Measure, lix, measures, texts


def table(found: list[Measure]) -> str:
    """What is too hard, a line each, and where to look further."""
    lines = [f"{one.file}: LIX {one.lix:.1f}, at most {one.limit} ({one.words} words)" for one in found]
    return "\n".join(["", *lines, "See python -m tools.lix"])


def test_every_danish_text_is_easy():
    hard = [one for one in measures("da") if one.fails]
    assert not hard, table(hard)


def test_english_is_easy_too():
    hard = [one for one in measures("en") if one.fails]
    assert not hard, table(hard)


def test_rooms_of_few_words_are_measured_together():
    """A page of a few words has no index of its own; together with the rest of its folder it has."""
    folders: dict[str, list[str]] = {}
    for file, lines in texts("da").items():
        folders.setdefault(file.rpartition("/")[0], []).extend(lines)
    found = [
        Measure(f"{folder}/", words, lix("\n".join(lines)))
        for folder, lines in folders.items()
        if (words := sum(len(line.split()) for line in lines)) >= FEWEST_WORDS
    ]
    hard = [one for one in found if one.fails]
    assert not hard, table(hard)


def test_the_limits_bite():
    hard = Measure("templates/logon/x.html", 50, 31.0)
    assert hard.fails
    assert not Measure("templates/help/x.html", 50, 31.0).fails
    assert Measure("templates/help/x.html", 50, 36.0).fails
    assert not Measure("templates/help/x.html", 5, 90.0).fails
