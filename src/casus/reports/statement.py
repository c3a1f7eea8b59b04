# SPDX-License-Identifier: EUPL-1.2
"""The statement of a release as lines of words and values, the same in every format."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from casus.disclosure import FigureStatus, Protection, Release
from casus.reports.texts import DASH, LEFT_OUT, Texts

_NUMBERS = (
    "cells", "rounded", "suppressed", "suppressed_share", "exact", "structural_zeros", "small_cells", "targets",
    "releases", "least_range", "max_error",
)  # fmt: skip
_AUDIT = (
    "matter", "narrowest_range", "narrowest_inside", "insiders", "inherited", "left_out", "witnesses",
    "mean_error", "lost_persons", "redraws", "renumbered",
)  # fmt: skip
_ALWAYS = frozenset({"cells", "exact", "targets", "releases", "matter", "witnesses"})
_SHARES = frozenset({"suppressed_share", "lost_persons"})
MARK_LENGTH = 16


def lines(release: Release, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return (what, value) pairs: protection level, what was attacked, mark in the ledger."""
    return rows(asdict(release.statement), preset_label(release, texts), mark(release), texts)


def rows(said: Mapping[str, Any], label: str, digest: str, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return the same of a statement kept as plain data; what is 0 or says nothing is left out."""
    level = texts.say("statement.preset_line", label=label, version=said["preset_version"])
    shown = [("preset", level), *_shown(said, _NUMBERS, texts)]
    if said.get("insiders"):
        names = [texts.say(f"insiders.{name}") for name in said["insiders"]]
        shown.append(("insiders", texts.listing(names)))
    if said.get("relaxed"):
        shown.append(("relaxed", texts.number(len(said["relaxed"]))))
    shown.append(("digest", digest))
    blanks = {"base": said["base"], "dash": DASH, "mark": LEFT_OUT}
    return tuple((texts.say(f"statement.{name}", **blanks), value) for name, value in shown)


def audit_rows(measured: Mapping[str, Any], texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return what the audit of a release measured, in words: for the coordinator, never in what leaves."""
    return tuple((texts.say(f"audit.{name}"), value) for name, value in _shown(measured, _AUDIT, texts))


def _shown(values: Mapping[str, Any], names: Sequence[str], texts: Texts) -> Iterator[tuple[str, str]]:
    for name in names:
        value = values.get(name)
        if name in _SHARES and value:
            yield name, texts.percentage(value)
        elif value or (value is not None and name in _ALWAYS):
            yield name, texts.decimal(value) if isinstance(value, float) else texts.number(value)


def paragraphs(release: Release, texts: Texts) -> Iterator[str]:
    """Yield the explanation of the protection: only the paragraphs that are true of this release."""
    said, preset = release.statement, release.preset
    firms = any(table.protection is Protection.FIRMS for table in release.tables)
    parts = {
        "text": True,
        "rounded": said.rounded,
        "left_out": _leaves_out(release),
        "firms": firms,
        "exact": said.exact,
    }
    values = {
        "about": texts.about,
        "mark": LEFT_OUT,
        "base": preset.base,
        "deviation": said.max_error,
        "label": preset_label(release, texts),
        "version": preset.version,
        "threshold": preset.threshold,
        "min_population": preset.min_population,
    }
    for part in (*(name for name, holds in parts.items() if holds), "preset", "audit"):
        yield from texts.paragraphs(f"chapters.protection.{part}", **values)


def _leaves_out(release: Release) -> bool:
    return any(
        f.status is FigureStatus.SUPPRESSED for table in release.tables for f in table.figures.values()
    )


def preset_label(release: Release, texts: Texts) -> str:
    """Return the name of the protection level."""
    return texts.pick(release.preset.label)


def mark(release: Release) -> str:
    """Return the start of the ledger entry's digest: enough to find the release in the ledger."""
    return release.entry.digest[:MARK_LENGTH]
