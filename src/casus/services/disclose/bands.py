# SPDX-License-Identifier: EUPL-1.2
"""Age bands as people write them: `12-17`, `18 t/m 22`, `15 tot 20 jaar`, `65+`, `<12`, `7`."""

import re

_YEARS = r"(?:\s*(?:jaar|years?|jr\.?|yrs?))?"
_SPAN = re.compile(rf"(\d{{1,4}})\s*(?:-|–|—|\.\.|t/m|tot en met|to|through){_YEARS}\s*(\d{{1,4}}){_YEARS}")
_UNTIL = re.compile(rf"(\d{{1,4}})\s*(?:tot|to under){_YEARS}\s*(\d{{1,4}}){_YEARS}")
_FROM = re.compile(
    rf"(?:≥|>=|from\s+|vanaf\s+)?\s*(\d{{1,4}}){_YEARS}\s*(\+|en ouder|of ouder|and over|and older|or older)?{_YEARS}"
)
_BELOW = re.compile(rf"(?:<|onder de|onder|tot|under|below)\s*(\d{{1,4}}){_YEARS}")


def ages_in(text: str, highest: int) -> tuple[int, int] | None:
    """Return the first and last age of a band, `None` when the text is no band (`unknown`)."""
    words = " ".join(text.casefold().split())
    if found := _SPAN.fullmatch(words):
        first, last = int(found[1]), int(found[2])
    elif found := _UNTIL.fullmatch(words):
        first, last = int(found[1]), int(found[2]) - 1
    elif found := _BELOW.fullmatch(words):
        first, last = 0, int(found[1]) - 1
    elif found := _FROM.fullmatch(words):
        open_ended = found[2] or words[0] in ">≥fv"
        first, last = int(found[1]), highest if open_ended else int(found[1])
    else:
        return None
    return (first, last) if first <= last else None
