# SPDX-License-Identifier: EUPL-1.2
"""Checks that the compiled forms are those of `ui/`: compiles them aside and compares."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hatch_build import FORMS, ROOT, BuildStopped, compile_forms


def differences(root: Path) -> list[str]:
    """Return the names of compiled forms that are missing, changed or left over."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = contents(compile_forms(root, Path(scratch)))
    present = contents((root / FORMS).glob("*.py"))
    return sorted(name for name in fresh.keys() | present.keys() if fresh.get(name) != present.get(name))


def contents(modules: Iterable[Path]) -> dict[str, bytes]:
    """Return each module's bytes by its file name."""
    return {path.name: path.read_bytes() for path in modules}


def main() -> int:
    """Print the forms that differ; `make forms` mends them."""
    try:
        stale = differences(ROOT)
    except BuildStopped as stopped:
        print(stopped, file=sys.stderr)
        return 1
    for name in stale:
        print(f"{FORMS / name} is not what ui/ says; run make forms", file=sys.stderr)
    if not stale:
        print("forms are fresh")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
