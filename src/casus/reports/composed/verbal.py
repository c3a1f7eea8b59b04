# SPDX-License-Identifier: EUPL-1.2
"""How a released figure stands in a sentence: as a number or in the words of a letter to the council.

Every form is worked out from the published value and its published bound, so it tells nothing more than they do:
a rounded 0 of which the truth may be 4 is "minder dan 5".
"""

from casus.disclosure import Figure, FigureStatus, ReleasedTable
from casus.reports.composed.placeholders import NUMBER, ROUND, TENS, UNDER, WORD
from casus.reports.texts import NO_BREAK, Texts

_STEPS = ((100, 5), (250, 10), (1_000, 50), (10_000, 100))
"""Below which number a round figure goes to which multiple; from ten thousand up to thousands."""
_NOT_ROUND_BELOW = 20
_ORDERS = ((20, 100, "tens"), (200, 1_000, "hundreds"), (2_000, 1_000_000, "thousands"))
"""From and below which number a word of that order says no more than is so."""
_WORDS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
}


def say(figure: Figure, table: ReleasedTable, form: str, texts: Texts) -> str | None:
    """Return the words of a figure that is not suppressed in a form; None when that form does not fit it."""
    if figure.status is FigureStatus.STRUCTURAL_ZERO or figure.value is None:
        return texts.say("verbal.none")
    rounded = figure.status is FigureStatus.ROUNDED
    reach = table.max_error if rounded else 0
    if form == UNDER or (rounded and figure.value == 0):
        return texts.say("verbal.under", number=texts.number((figure.value + reach) // 5 * 5 + 5))
    if form == TENS:
        return _order(figure.value, reach, texts)
    if form == WORD:
        names = _WORDS[texts.language].split()
        return names[figure.value] if not rounded and figure.value < len(names) else None
    if form == ROUND and figure.value >= _NOT_ROUND_BELOW:
        return _about(round_number(figure.value), texts)
    assert form in (NUMBER, ROUND)
    return _about(figure.value, texts) if rounded else texts.number(figure.value)


def round_number(value: int) -> int:
    """Return the round number nearest to `value`: 296 gives 300, 1.318 gives 1.300."""
    step = next((step for below, step in _STEPS if value < below), 1_000)
    return (value + step // 2) // step * step


def _order(value: int, reach: int, texts: Texts) -> str | None:
    for first, below, name in _ORDERS:
        if first <= value - reach and value + reach < below:
            return texts.say(f"verbal.{name}")
    return None


def _about(value: int, texts: Texts) -> str:
    return f"{texts.say('verbal.about')}{NO_BREAK}{texts.number(value)}"
