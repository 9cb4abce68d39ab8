"""Return addresses: own paths only. Nobody can use the portal to send a citizen to another site."""

import re

# No scheme, host, backslash, second slash, control or space: what every browser reads as a path on this site.
OWN_PATH = re.compile(r"/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")
LONGEST = 500


def is_own_path(text: str) -> bool:
    """True where the text is a path on this site."""
    return len(text) <= LONGEST and OWN_PATH.fullmatch(text) is not None
