# SPDX-License-Identifier: EUPL-1.2
"""The statement of a release as lines of words and values, the same in every format."""

from collections.abc import Iterator

from casus.disclosure import Protection, Release
from casus.reports.texts import DASH, Texts

_COUNTS = ("cells", "rounded", "exact", "structural_zeros", "small_cells", "targets", "releases")
_MARK_LENGTH = 16


def lines(release: Release, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return (what, value) pairs: protection level, figures of the audit, mark in the ledger."""
    said = release.statement
    numbers = {name: getattr(said, name) for name in (*_COUNTS, "narrowest_range", "max_error", "witnesses")}
    shown = [(name, texts.number(value)) for name, value in numbers.items() if value is not None]
    if said.mean_error is not None:
        shown.append(("mean_error", texts.decimal(said.mean_error)))
    if said.renumbered:
        shown.append(("renumbered", texts.number(said.renumbered)))
    if said.relaxed:
        shown.append(("relaxed", texts.number(len(said.relaxed))))
    level = texts.say(
        "statement.preset_line", label=preset_label(release, texts), version=said.preset_version
    )
    pairs = [("preset", level), *shown, ("digest", mark(release))]
    return tuple((texts.say(f"statement.{name}", base=said.base, dash=DASH), value) for name, value in pairs)


def paragraphs(release: Release, texts: Texts) -> Iterator[str]:
    """Yield the explanation of the protection: only the paragraphs that are true of this release."""
    said, preset = release.statement, release.preset
    firms = any(table.protection is Protection.FIRMS for table in release.tables)
    parts = {"text": True, "rounded": said.rounded, "firms": firms, "exact": said.exact}
    values = {
        "about": texts.about,
        "base": preset.base,
        "deviation": said.max_error,
        "label": preset_label(release, texts),
        "version": preset.version,
        "threshold": preset.threshold,
        "min_population": preset.min_population,
    }
    for part in (*(name for name, holds in parts.items() if holds), "preset", "audit"):
        yield from texts.paragraphs(f"chapters.protection.{part}", **values)


def preset_label(release: Release, texts: Texts) -> str:
    """Return the name of the protection level."""
    return texts.pick(release.preset.label)


def mark(release: Release) -> str:
    """Return the start of the ledger entry's digest: enough to find the release in the ledger."""
    return release.entry.digest[:_MARK_LENGTH]
