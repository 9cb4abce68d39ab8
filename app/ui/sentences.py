"""The simpler view: every sentence on a line of its own.

`lines` is a template filter. So that no template has to name it, `SentenceLines` puts it on every paragraph and list
item that is one translated text, when the template is compiled for the simpler view.
"""

import re

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup, escape

# <p>{{ _("...") }}</p>, with a class or not; the text may hold what fills it, but no second expression.
WHOLE_TEXT = re.compile(r"(<(p|li|span)(?: class=\"[\w -]+\")?>\{\{ )((?:_|tr|ngettext)\((?:(?!\}\}).)+\))( \}\}</\2>)")
TAG = re.compile(r"(<[^>]*>)")
# A sentence ends before a capital or a quotation mark; "kl. 14.35" and "24. november" are no ends.
END = re.compile(r"(?<=[.!?])(?<!\bkl\.)(?<!\bnr\.)(?<!\bca\.)\s+(?=[A-ZÆØÅ“\"])")


def lines(text: str | Markup) -> Markup:
    """The sentences of a text, each in an element of its own. What is inside a link or an element stays whole."""
    sentences = _sentences(str(escape(text)))
    if len(sentences) > 1:
        sentences = [f'<span class="line">{sentence}</span>' for sentence in sentences]
    return Markup(" ".join(sentences))  # noqa: S704  (escaped before it was split)


class SentenceLines(Extension):
    """Puts the filter `lines` where a paragraph or list item is one translated text."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's source with the filter in it; templates that are no pages stay as they are."""
        if name is not None and not name.endswith(".html"):
            return source
        return WHOLE_TEXT.sub(r"\1(\3)|lines\4", source)


def _sentences(markup: str) -> list[str]:
    """Split at the ends of sentences outside elements. `markup` is escaped already."""
    found, depth = [""], 0
    for part in TAG.split(markup):
        if TAG.fullmatch(part):
            depth += 0 if part.endswith("/>") else -1 if part.startswith("</") else 1
            found[-1] += part
        elif depth:
            found[-1] += part
        else:
            first, *others = END.split(part)
            found[-1] += first
            found += others
    return [one.strip() for one in found if one.strip()]
