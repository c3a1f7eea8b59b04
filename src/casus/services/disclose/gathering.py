# SPDX-License-Identifier: EUPL-1.2
"""What is asked for, and all that the description and the files say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from casus.disclosure import CountTable, Preset
from casus.domain.policy import NO_POLICY
from casus.services.disclose.classifying import Classified, classified
from casus.services.disclose.faults import fault
from casus.services.disclose.observing import Observed, observe
from casus.services.disclose.outputs import Shown
from casus.services.disclose.published import elsewhere_of
from casus.services.disclose.relations import Known, Relations
from casus.services.disclose.spec import Spec, TableSpec
from casus.services.disclose.spec_reader import read_spec
from casus.services.disclose.tables import Context, counted
from casus.services.policy.files import read_file
from casus.services.policy.presets import preset_of
from casus.services.printable import listed
from casus.services.toml_lines import nearest

TIME_LIMIT = 300.0
_STRICTER = {("standard", "strict")}
"""Pairs of a level a description asks for and one that may be chosen instead."""


@dataclass(frozen=True)
class Job:
    """What is asked for.

    `elsewhere`: files of tables that others published; `time_limit` in seconds; `audit`: where the file for
    inside goes (beside the ledger, if there is one and nothing is said); `policy`: the policy file of the
    organisation, whose presets and thresholds hold.
    """

    tables: tuple[Path, ...]
    spec: Path
    out: Path
    preset: str | None = None
    ledger: Path | None = None
    elsewhere: tuple[Path, ...] = ()
    language: str = "nl"
    overwrite: bool = False
    time_limit: float = TIME_LIMIT
    audit: Path | None = None
    policy: Path | None = None


class Gathered:
    """What the description and all files say: tables to protect, and tables of others."""

    def __init__(self, job: Job, now: datetime) -> None:
        """Read everything; raises TableFileInvalid, and PolicyInvalid for the policy file."""
        self.spec = spec = read_spec(job.spec)
        self.preset = _preset(spec, job.preset, job.policy)
        own = _matched(spec, spec.tables, job.tables)
        others = _matched(spec, spec.elsewhere, job.elsewhere) if job.elsewhere else []
        if not own:
            raise fault("no_table_of_file", job.tables[0])
        relations = Relations()
        observed = [observe(table, path, spec.dimensions, relations) for table, path in own]
        beside = [observe(table, path, spec.dimensions, relations) for table, path in others]
        classes = _classes(spec, relations, [*observed, *beside])
        context = Context(spec, classes, now.date())
        self.tables: tuple[CountTable, ...] = tuple(counted(one, context) for one in observed)
        self.elsewhere = [elsewhere_of(one, context, self.preset.threshold) for one in beside]
        self.shown = [_shown(one.spec, context) for one in observed]


def _shown(table: TableSpec, context: Context) -> Shown:
    dimensions = tuple(context.spec.dimensions[name] for name in table.dimensions)
    return Shown(table, dimensions, context.of(table))


def _classes(spec: Spec, relations: Relations, observed: Sequence[Observed]) -> Mapping[str, Classified]:
    used = dict.fromkeys(name for one in observed for name in one.spec.dimensions)
    return {
        name: classified(spec.dimensions[name], relations.known.get(name, Known()), spec.file, spec.lines)
        for name in used
    }


def _preset(spec: Spec, asked: str | None, policy_file: Path | None) -> Preset:
    """Return the level: what was asked for, as long as it does not loosen what the description or policy fixes."""
    if asked is not None and spec.preset not in (None, asked) and (spec.preset, asked) not in _STRICTER:
        raise fault(
            "preset_fixed", spec.file, nearest(spec.lines, ("preset",)), preset=spec.preset, asked=asked
        )
    policy = NO_POLICY if policy_file is None else read_file(policy_file)[0]
    wanted = asked or spec.preset or "standard"
    if wanted not in policy.presets:
        place = spec.file if asked is None else "--preset"
        line = nearest(spec.lines, ("preset",)) if asked is None else None
        raise fault("preset_by_policy", place, line, preset=wanted, among=listed(policy.presets))
    return preset_of(policy, wanted)


def _matched(spec: Spec, tables: Sequence[TableSpec], paths: Sequence[Path]) -> list[tuple[TableSpec, Path]]:
    """Pair every table with its file, by name; every file is of some table, every table has one file."""
    found: list[tuple[TableSpec, Path]] = []
    for table in tables:
        own = [path for path in dict.fromkeys(paths) if fnmatchcase(path.name, table.file)]
        if not own and len(tables) == len(paths) == 1:
            own = [paths[0]]
        if len(own) != 1:
            kind = "elsewhere" if table.published else "tables"
            reason = "several_files_of_table" if own else "no_file_of_table"
            line = nearest(spec.lines, (kind, table.code, "file"))
            raise fault(
                reason,
                spec.file,
                line,
                table=table.code,
                pattern=table.file,
                found=listed(p.name for p in own),
            )
        found.append((table, own[0]))
    used = {path for _, path in found}
    for path in paths:
        if path not in used:
            raise fault("no_table_of_file", path)
    return found
