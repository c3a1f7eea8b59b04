# SPDX-License-Identifier: EUPL-1.2
"""Every icon the window asks for exists: an unknown one would end the program while painting."""

import re
from pathlib import Path

import casus.gui
from casus.gui.icons import names

GUI = Path(casus.gui.__file__).parent
ASKED = re.compile(
    r'(?:\bicon\(|icon=|set_icon\([^,()]+, |icon_button\(|EmptyState\(\s*|add_empty\(\s*)"([a-z][a-z0-9-]*)"'
)


def test_every_icon_that_is_asked_for_exists() -> None:
    asked = {
        (path.name, name)
        for path in GUI.rglob("*.py")
        if "forms" not in path.parts
        for name in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 20
    assert {one for one in asked if one[1] not in names()} == set()
