# SPDX-License-Identifier: EUPL-1.2
"""`make bench`, second half: `python -m tests.bench.disclosure [PART …] [--quick] [--out FILE]`."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.disclosure import auditing, growth, rounding, scenarios, series, suppressing, yearly
from tests.bench.disclosure.sections import Section

_QUICK = 2

PARTS: Mapping[str, Callable[[bool], list[Section]]] = {
    "rounding": lambda _quick: [rounding.study()],
    "audit": lambda _quick: [auditing.study()],
    "suppression": lambda _quick: [suppressing.study()],
    "scenarios": lambda quick: scenarios.study(_QUICK if quick else scenarios.REGISTERS),
    "series": lambda quick: [series.study(1, 6) if quick else series.study()],
    "growth": lambda _quick: [growth.study()],
    "yearly": lambda _quick: [yearly.study()],
}


def main() -> int:
    """Run the asked parts, print each as it is done, and write everything as JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.disclosure", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="two registers per scenario, six months")
    parser.add_argument("--out", type=Path, help="also write everything as JSON")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    written = {}
    for name, study in PARTS.items():
        if asked.parts and name not in asked.parts:
            continue
        sections = study(asked.quick)
        print("\n".join(section.text() for section in sections), flush=True)
        written[name] = [section.data() for section in sections]
    if asked.out:
        asked.out.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
