"""The pages of recovery: what is lost, the proofs, the wait, coming back, and stopping it."""

from app.recovery.pages import asking, letter, returning, stopping

PAGES = [*asking.PAGES, *letter.PAGES, *returning.PAGES, *stopping.PAGES]
