# SPDX-License-Identifier: EUPL-1.2
"""The program: `casus`, `python -m casus`, and the start of the bundle."""

import sys
from collections.abc import Sequence
from pathlib import Path

LOCKED = "--locked"  # how a process that locked starts its successor (casus.app)


class _Window:
    """The window, imported when it is first asked for: commands without it must not wait for Qt."""

    def start(self, arguments: Sequence[str] = ()) -> int:
        """Run the window for real use; `--locked FOLDER` stands before that vault."""
        from casus import app

        return app.main(arguments)

    def open_demo(self, folder: Path) -> int:
        """Run the window on the demo team."""
        from casus import app

        return app.open_demo(folder)

    def write_screens(self, demo: Path, out: Path, language: str) -> Sequence[Path]:
        """Write pictures of the main screens."""
        from casus import app

        return app.write_screens(demo, out, language)


def main() -> int:
    """Run the program and return its exit code; without arguments the window starts at once."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == LOCKED:
        return _Window().start(arguments)
    from casus.cli import run

    return run(arguments, _Window())


if __name__ == "__main__":
    sys.exit(main())
