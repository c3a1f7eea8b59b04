# SPDX-License-Identifier: EUPL-1.2
"""Keeps PySide from reading the source of every module that is imported after it.

PySide looks for its own name in each of them, in case one uses `from __feature__ import …`, and Python keeps
all those sources: 140 ms and 28 MB on the way to the main window [measured, 6.12.0]. Casus uses no features,
so the answer is always no.
"""

from contextlib import suppress
from importlib import import_module
from typing import Any


def ignore_features() -> None:
    """Answer for PySide that no module uses features; nothing happens in a version that does not ask."""
    with suppress(ImportError):
        feature: Any = import_module("shibokensupport.feature")
        if hasattr(feature, "_mod_uses_pyside"):
            feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - there is no other switch
