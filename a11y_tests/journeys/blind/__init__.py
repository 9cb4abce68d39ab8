"""Journeys with keys alone and no sight of the screen: all that is known of a page is what its accessibility tree says.

`tree` is what assistive technology gets, `ears` what it is told unasked (live regions), `citizen` the person at the
keys, `hands` their factors, `walks` the way of each factor from the first day to the day after it was lost.
"""
