"""The rules, one a file; each module that has a RULE is one (evaluation/rule.py)."""
