"""The defects, by kind: code, style, wording, timing, behaviour.

The tables of a kind are the modules of its name, and those that begin with it: style.py, style_focus.py.
"""

import importlib
import pkgutil
from dataclasses import replace

from a11y_tests.mutate.defect import Defect

KINDS = ("code", "style", "wording", "timing", "behaviour")


def all_defects() -> list[Defect]:
    """Every defect, with its kind. Raises ValueError where two have one id."""
    found = [
        replace(one, kind=kind)
        for kind in KINDS
        for module in sorted(table.name for table in pkgutil.iter_modules(__path__))
        if module.split("_")[0] == kind
        for one in importlib.import_module(f"{__name__}.{module}").DEFECTS
    ]
    names = [one.id for one in found]
    if len(set(names)) != len(names):
        raise ValueError("two defects have one id")
    return found
