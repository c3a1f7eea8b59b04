# SPDX-License-Identifier: EUPL-1.2
"""`casus disclose`: tables of one's own, protected without a vault."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from casus.cli.texts import say
from casus.domain.clock import SystemClock

if TYPE_CHECKING:
    from casus.disclosure.progress import Progress

_WIDTH = 60


def disclose(asked: argparse.Namespace, language: str) -> int:
    """Protect the tables and write them with their statement; nothing is written unless all of it is."""
    from casus.services import disclose as service

    job = service.Job(
        tables=tuple(asked.tables),
        spec=asked.spec,
        out=asked.out,
        preset=asked.preset,
        ledger=asked.ledger,
        elsewhere=tuple(asked.elsewhere),
        language=asked.language or language,
        overwrite=asked.overwrite,
        time_limit=asked.time_limit,
        audit=asked.audit,
        policy=asked.policy,
    )
    try:
        done = service.disclose(job, SystemClock().now(), _progress(language))
    finally:
        _clear()
    said = done.release.statement
    counts = {"tables": len(done.release.tables), "cells": said.cells, "targets": said.targets}
    if done.entered:
        print(say("disclose.entered", language, count=done.entered))
    print(say("report.released", language, number=done.release.number, **counts))
    for path in done.files:
        print(say("report.written", language, path=path))
    if asked.ledger is None:
        print(say("disclose.no_ledger", language), file=sys.stderr)
    return 0


def _progress(language: str) -> Callable[["Progress"], None] | None:
    """Return a progress that overwrites one line on a terminal; elsewhere there is none."""
    if not sys.stderr.isatty():
        return None

    def tell(now: "Progress") -> None:
        words = say(f"disclose.{now.stage.value}", language)
        left = "" if now.left is None else f" {now.left}"
        print(f"\r{f'{words}{left}':<{_WIDTH}}", end="", file=sys.stderr, flush=True)

    return tell


def _clear() -> None:
    if sys.stderr.isatty():
        print(f"\r{'':<{_WIDTH}}\r", end="", file=sys.stderr, flush=True)
