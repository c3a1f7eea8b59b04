# SPDX-License-Identifier: EUPL-1.2
"""One run in one fresh process: imports the asked function, calls it, prints its number as JSON."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from tests.bench.place import Place


def main() -> int:
    """Measure once; everything but the last line of standard output is the function's own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("function", help="module:function")
    parser.add_argument("folder", type=Path)
    parser.add_argument("persons", type=int)
    arguments = parser.parse_args()
    module, _, name = arguments.function.partition(":")
    function = getattr(importlib.import_module(module), name)
    value = function(Place.of_this_process(arguments.folder, arguments.persons))
    print(json.dumps(float(value)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
