# SPDX-License-Identifier: EUPL-1.2
"""Checks that every lock installs, from wheels and by its hashes alone, on every system Casus supports."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("runtime", "dev", "package")
# The oldest system each platform may be: what the wheels of PySide6 6.12 ask for.
PLATFORMS = ("x86_64-manylinux_2_34", "x86_64-pc-windows-msvc", "aarch64-apple-darwin")
PYTHONS = ("3.11", "3.12", "3.13")
MACOS_FLOOR = "14.0"


def complaint(lock: str, platform: str, python: str) -> str:
    """Return why a lock cannot be installed there, or an empty text when it can; installs nothing."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
    with tempfile.TemporaryDirectory() as nowhere:
        outcome = subprocess.run(
            [
                str(Path(sys.executable).with_name("uv")), "pip", "install", "--dry-run", "--quiet", "--no-config",
                "--require-hashes", "--only-binary", ":all:", "--python-platform", platform,
                "--python-version", python, "--target", nowhere,
                "--requirement", str(ROOT / "requirements" / f"{lock}.txt"),
            ],
            env=environment | {"MACOSX_DEPLOYMENT_TARGET": MACOS_FLOOR},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    return outcome.stderr.strip() if outcome.returncode else ""


def main() -> int:
    """Try every lock on every platform and Python; print what fails."""
    combinations = list(product(LOCKS, PLATFORMS, PYTHONS))
    with ThreadPoolExecutor(max_workers=2) as pool:
        complaints = list(pool.map(lambda combination: complaint(*combination), combinations))
    failed = [pair for pair in zip(combinations, complaints, strict=True) if pair[1]]
    for (lock, platform, python), reason in failed:
        print(f"requirements/{lock}.txt, {platform}, Python {python}:\n{reason}", file=sys.stderr)
    if not failed:
        print(f"{len(LOCKS)} locks resolve on {len(PLATFORMS)} systems and Python {', '.join(PYTHONS)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
