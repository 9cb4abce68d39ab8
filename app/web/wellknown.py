"""Addresses that browsers and auditors expect."""

from starlette.routing import BaseRoute

from app.ui.portal import Portal


def routes(portal: Portal) -> list[BaseRoute]:
    """robots.txt, security.txt and the like."""
    return []
