"""The rules of W3C's ACT Rules Community Group (https://www.w3.org/WAI/standards-guidelines/act/rules/)."""
