# SPDX-License-Identifier: EUPL-1.2
"""Where the shipped files are: in the wheel, in a bundle, or in the checkout's `resources/`."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_root() -> Path:
    """Return the folder that holds icons/, fonts/, themes/, translations/ and catalogue/."""
    installed = _PACKAGE / "_data" / "resources"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of one shipped file; raise FileNotFoundError when it is not there."""
    path = resources_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
