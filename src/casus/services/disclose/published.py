# SPDX-License-Identifier: EUPL-1.2
"""Tables that were published elsewhere, as their files show them."""

import re

from casus.disclosure import Cell, Elsewhere
from casus.services.disclose.faults import fault
from casus.services.disclose.names import code_of
from casus.services.disclose.observing import Observed
from casus.services.disclose.spec import Published
from casus.services.disclose.tables import Context

_WHOLE = re.compile(r"0*(\d{1,10})(?:\.00?)?")
_FEWER = re.compile(r"<\s*(\d{1,6})")


def elsewhere_of(observed: Observed, context: Context, threshold: int) -> Elsewhere:
    """Return a publication made elsewhere; raises TableFileInvalid.

    What it left out and is below `threshold` stays unknown after our releases too.
    """
    spec = observed.spec
    assert spec.published is not None
    classes = context.of(spec)
    figures: dict[Cell, int | None] = {}
    fewer: dict[Cell, int] = {}
    for raw, text in observed.shown.items():
        cell = tuple(one.code(part) for one, part in zip(classes, raw, strict=True))
        under = _FEWER.fullmatch(text)
        if under is not None:
            fewer[cell] = int(under[1])
        else:
            figures[cell] = _figure(observed, text, observed.lines[raw], spec.published)
    if len(set(fewer.values())) > 1:
        raise fault("several_below", observed.path, None, table=spec.code)
    return Elsewhere(
        code=code_of(spec.code),
        population=context.population(spec),
        snapshot=spec.snapshot,
        dimensions=tuple(one.dimension for one in classes),
        figures=figures,
        base=spec.published.base,
        reach=spec.published.reach,
        below=next(iter(fewer.values()), None),
        under=frozenset(fewer),
        threshold=threshold if None in figures.values() else 0,
        complete=spec.published.complete,
    )


def _figure(observed: Observed, text: str, line: int, published: Published) -> int | None:
    if text in published.marks:
        return None
    found = _WHOLE.fullmatch(text) if text.isascii() else None
    if found is None:
        raise fault("count_unreadable", observed.path, line, column=str(observed.spec.count))
    return int(found[1])
