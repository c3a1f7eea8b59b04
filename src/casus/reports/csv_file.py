# SPDX-License-Identifier: EUPL-1.2
"""The figures as one CSV file for Dutch Excel and for machines: UTF-8 with BOM, `;`, formula-safe."""

import csv
from datetime import date
from io import StringIO

from casus.disclosure import Release
from casus.reports import tidy
from casus.reports.clean import clean, formula_safe
from casus.reports.texts import Texts


def write(release: Release, texts: Texts) -> bytes:
    """Return the file: numbers without separators, dates as ISO 8601, one line per figure."""
    out = StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([_cell(name) for name in tidy.header(release, texts)])
    lines.writerows([_cell(value) for value in row] for row in tidy.rows(release, texts))
    return out.getvalue().encode("utf-8-sig")


def _cell(value: tidy.Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else formula_safe(clean(value))
