# SPDX-License-Identifier: EUPL-1.2
"""Files for the outside world (PDF, ODS, CSV), made from a proven-safe `Release` and nothing else.

Nothing here knows a database, a person or a window: that a report cannot contain a record is a
property of the building (design.md 2).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from casus.disclosure import Release
from casus.errors import InvalidInput
from casus.reports.composed.checking import ReadyReport
from casus.reports.notes import NO_COLOPHON, Colophon
from casus.reports.texts import Texts

FORMATS = ("pdf", "ods", "csv")
CSVW = "csvw"
"""The description of the CSV file (W3C, Model for Tabular Data), which goes with it everywhere."""
_ENDINGS = {"pdf": "pdf", "ods": "ods", "csv": "csv", CSVW: "csv-metadata.json"}
DEFAULT_ORGANISATION = "Gemeente Utrecht"

__all__ = [
    "CSVW", "DEFAULT_ORGANISATION", "FORMATS", "Colophon", "audit_rows", "file_name", "files_of", "render",
    "render_composed", "statement_rows",
]  # fmt: skip


def render(
    release: Release,
    fmt: str,
    *,
    language: str = "nl",
    organisation: str = DEFAULT_ORGANISATION,
    withdrawn: bool = False,
    composed: bool = False,
    notes: Colophon = NO_COLOPHON,
) -> bytes:
    """Return the report of `release` as a file; equal arguments give equal bytes.

    `fmt` is pdf, ods, csv or csvw; `language` nl or en; `withdrawn` is said in title and name;
    `composed`: the CSV file goes by the name of a composed report. `notes`: how it was made. Raises TypeError for anything but a Release, and
    InvalidInput for another format or language. The writers are imported here, not at start-up:
    reportlab and odfdo cost 0.3 s (ux.md 4.3).
    """
    _require_release(release)
    texts = Texts(language, withdrawn=withdrawn)
    if fmt == "pdf":
        from casus.reports import pdf

        return pdf.write(release, texts, organisation, notes)
    if fmt == "ods":
        from casus.reports import ods

        return ods.write(release, texts, organisation, notes)
    if fmt == "csv":
        from casus.reports import csv_file

        return csv_file.write(release, texts)
    if fmt == CSVW:
        from casus.reports import csvw

        url = file_name(release, "csv", language=language, withdrawn=withdrawn, composed=composed)
        return csvw.write(release, texts, csvw.About(organisation, url, notes))
    raise InvalidInput("format", "unknown_code")


def render_composed(
    ready: ReadyReport,
    release: Release,
    *,
    language: str,
    organisation: str = DEFAULT_ORGANISATION,
    notes: Colophon = NO_COLOPHON,
) -> tuple[bytes, tuple[int, ...]]:
    """Return a composed report as a PDF, and the page of each chapter; equal arguments give equal bytes.

    What has problems is left out or marked, for a preview: whoever writes a file looks at `ready.refused` first.
    """
    _require_release(release)
    from casus.reports import pdf_composed

    return pdf_composed.write(ready, release, Texts(language), organisation, notes)


def files_of(formats: Sequence[str]) -> tuple[str, ...]:
    """Return what is written when these formats are asked for: a CSV file never goes without its description."""
    return tuple(one for fmt in formats for one in ((fmt, CSVW) if fmt == "csv" else (fmt,)))


def file_name(
    release: Release, fmt: str, *, language: str = "nl", withdrawn: bool = False, composed: bool = False
) -> str:
    """Return a name for the file of fixed words, the period and the release number: no free text.

    `voortgangsrapportage-2022-10-2023-10-vrijgave-4.pdf`. Raises as `render` does.
    """
    _require_release(release)
    if fmt not in _ENDINGS:
        raise InvalidInput("format", "unknown_code")
    texts = Texts(language)
    first, last = (f"{day:%Y-%m}" for day in release.period)
    name = texts.say("file.composed" if composed else "file.stem")
    stem = f"{name}-{first}-{last}-{texts.say('file.release')}-{release.number}"
    mark = f"-{texts.say('file.withdrawn')}" if withdrawn else ""
    return f"{stem}{mark}.{_ENDINGS[fmt]}"


def statement_rows(
    said: Mapping[str, Any], label: str, digest: str, language: str = "nl"
) -> tuple[tuple[str, str], ...]:
    """Return the statement of an earlier release, kept as plain data, as it was printed: (what, value) pairs.

    `label`: the name of its protection level; `digest`: that of its entry in the ledger.
    """
    from casus.reports import statement

    return statement.rows(said, label, digest[: statement.MARK_LENGTH], Texts(language))


def audit_rows(measured: Mapping[str, Any], language: str = "nl") -> tuple[tuple[str, str], ...]:
    """Return what the audit of a release measured, in words: for the coordinator's own screen only."""
    from casus.reports import statement

    return statement.audit_rows(measured, Texts(language))


def _require_release(release: object) -> None:
    """Refuse look-alikes: only what `disclosure.release` made may leave."""
    if not isinstance(release, Release):
        raise TypeError("a report is made of a Release")
