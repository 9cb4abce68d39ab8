"""The defects, by kind: code, style, wording, timing, behaviour."""

import importlib
from dataclasses import replace

from a11y_tests.mutate.defect import Defect

KINDS = ("code", "style", "wording", "timing", "behaviour")


def all_defects() -> list[Defect]:
    """Every defect, with its kind."""
    found = [
        replace(one, kind=kind)
        for kind in KINDS
        for one in importlib.import_module(f"a11y_tests.mutate.defects.{kind}").DEFECTS
    ]
    names = [one.id for one in found]
    if len(set(names)) != len(names):
        raise ValueError("two defects have one id")
    return found
