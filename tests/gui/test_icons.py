# SPDX-License-Identifier: EUPL-1.2
"""Every icon the window asks for exists: an unknown one would end the program while painting."""

import gc
import re
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import casus.gui
from casus.gui.icons import names
from casus.gui.lists.toolbar import ListToolbar
from casus.gui.theme import theme

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


def test_the_icon_in_a_search_field_changes_with_the_theme_whoever_looked_at_its_parts(qtbot: QtBot) -> None:
    toolbar = ListToolbar("Personen", keeps_filters=False, has_columns=False)
    qtbot.addWidget(toolbar)
    looked_at = toolbar.findChildren(QWidget)
    del looked_at
    gc.collect()
    before = toolbar.search.actions()[0].icon().cacheKey()
    theme().apply("dark")
    assert toolbar.search.actions()[0].icon().cacheKey() != before
