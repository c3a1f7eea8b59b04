# SPDX-License-Identifier: EUPL-1.2
"""What each command does; all of it by the same use cases as the window."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casus.cli.passwords import password_from
from casus.cli.texts import say
from casus.domain.clock import SystemClock
from casus.errors import ExportFailed, LedgerBroken, VaultDamaged
from casus.services import vaults
from casus.services.desk import Desk

_MEGABYTE = 1_000_000


def info(asked: argparse.Namespace, language: str) -> int:
    """Describe a vault without its password."""
    found = vaults.inspect(asked.vault)
    ways_in = ", ".join(say(f"info.{kind}", language) for kind in found.slots)
    lines = {
        "folder": str(found.folder),
        "vault_id": found.vault_id,
        "format": str(found.format_version),
        "slots": ways_in,
        "size": f"{found.size / _MEGABYTE:.1f} MB",
    }
    for name, value in lines.items():
        print(f"{say(f'info.{name}', language):<10} {value}")
    if found.header_from_copy:
        print(say("info.from_copy", language))
    return 0


def verify(asked: argparse.Namespace, language: str) -> int:
    """Check a whole vault and the proof of every release in it.

    The exit code is that of VaultDamaged when something is wrong, that of LedgerBroken when it is the book.
    """
    from casus.services import book

    with _unlocked(asked, language) as desk:
        result = vaults.verify(desk)
        checked = book.recheck(desk) if result.ok else ()
    counts = {"entries": result.entries, "records": result.records, "findings": len(result.findings)}
    print(say("verify.ok" if result.ok else "verify.bad", language, **counts))
    for finding in result.findings:
        place = {"kind": finding.kind, "record_id": finding.record_id}
        print(say("verify.finding", language, part=finding.part, reason=finding.reason, **place).rstrip())
    wrong = [one for one in checked if not one.ok]
    for one in wrong:
        print(say("verify.proof", language, number=one.number, problem=one.problem))
    if checked and not wrong:
        spent = round(1000 * sum(one.seconds for one in checked))
        print(say("verify.book", language, releases=len(checked), milliseconds=spent))
    if not result.ok:
        return VaultDamaged.exit_code
    return LedgerBroken.exit_code if wrong else 0


def card(asked: argparse.Namespace, language: str) -> int:
    """Write the contact card of a vault's owner, and print the twelve words that belong to it."""
    from casus.services import exchange

    with _unlocked(asked, language) as desk:
        exchange.save_card(desk, asked.out, overwrite=asked.overwrite)
        words = exchange.identity(desk).public.fingerprint()
    print(say("card.written", language, file=asked.out))
    print(" ".join(words))
    return 0


def bundle(asked: argparse.Namespace, language: str) -> int:
    """Say what a sealed package tells without a key: that it is one, its size, for how many colleagues."""
    from casus.services import exchange

    found = exchange.look_outside(asked.file)
    lines = {
        "id": found.bundle_id,
        "version": str(found.version),
        "recipients": str(found.recipients),
        "size": f"{found.bytes / _MEGABYTE:.1f} MB ({found.bytes} bytes)",
    }
    for name, value in lines.items():
        print(f"{say(f'bundle.{name}', language):<10} {value}")
    print(say("bundle.sealed", language))
    return 0


def report(asked: argparse.Namespace, language: str) -> int:
    """Count, protect, release and write; what cannot leave safely is named with the reason."""
    from casus.services import reporting

    _make_folder(asked.out)
    if asked.composed is not None:
        return _composed(asked, language)
    with _unlocked(asked, language) as desk:
        preset = asked.preset or desk.policy.presets[0]
        protected = reporting.protect(desk, asked.period, preset, asked.reference_date, language=language)
        reporting.release(desk, protected)
        files = reporting.export(
            desk, protected, asked.out, language=asked.language, overwrite=asked.overwrite
        )
    made = protected.release
    counts = {"tables": len(made.tables), "cells": made.statement.cells, "targets": made.statement.targets}
    print(say("report.released", language, number=made.number, **counts))
    for one in protected.withheld:
        print(say("report.withheld", language, table=one.why.table, why=one.why.reason))
    for path in files:
        print(say("report.written", language, path=path))
    return 0


def _composed(asked: argparse.Namespace, language: str) -> int:
    """Write a report that was composed in the window, by its name; while it is not ready, say what is to do."""
    from casus.services import composing

    with _unlocked(asked, language) as desk:
        report_id = composing.find_report(desk, asked.composed)
        report = composing.open_report(desk, report_id)
        for problem in composing.ready(report).refused:
            place = composing.place_of(report, problem, language)
            print(say("report.to_do", language, place=place, words=composing.problem_text(problem, language)))
        files = composing.export_report(desk, report_id, asked.out, overwrite=asked.overwrite)
    for path in files:
        print(say("report.written", language, path=path))
    return 0


def policy(asked: argparse.Namespace, language: str) -> int:
    """Check a policy file without a vault, or show what the policy of a vault says."""
    from casus.services import policy as service

    if asked.act == "check":
        found, _text = service.read_file(asked.file)
        print(say("policy.sound", language, number=found.number, organisation=found.organisation))
    else:
        with _unlocked(asked, language) as desk:
            found, applied = desk.policy, service.versions(desk)
        for one in applied:
            key = "policy.in_force" if one.in_force else "policy.former"
            days = {"number": one.number, "on": one.applied_on.isoformat(), "digest": one.digest}
            print(say(key, language, **days))
    for fact in service.facts(found, language):
        mark = "" if fact.fixed else say("policy.free", language)
        print(f"{fact.name}: {fact.value}{mark}")
    return 0


@contextmanager
def _unlocked(asked: argparse.Namespace, language: str) -> Iterator[Desk]:
    """Give the desk of a vault and lock it again. What is no vault is refused before a password is asked."""
    vaults.inspect(asked.vault)
    password = password_from(asked.password_fd, language)
    desk = vaults.unlock(asked.vault, password, SystemClock())
    try:
        yield desk
    finally:
        vaults.lock(desk)


def _make_folder(folder: Path) -> None:
    """Make the folder for the files before anything is released that then cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ExportFailed(reason="no_folder") from error
    except OSError as error:
        raise ExportFailed(reason="read_only") from error
