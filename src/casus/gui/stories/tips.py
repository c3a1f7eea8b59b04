# SPDX-License-Identifier: EUPL-1.2
"""The list of cases with a story tip: whom to ask, and when the tip was given."""

from PySide6.QtCore import QCoreApplication

from casus.gui.lists import ListSpec, RecordTable
from casus.gui.records import Heading, ServiceSource
from casus.gui.shell import Shell
from casus.gui.widgets.containers import EmptyState
from casus.services.desk import Desk
from casus.services.story_tips import StoryTipList


def tips_table(shell: Shell, desk: Desk) -> RecordTable:
    """Return the list; Enter opens the dossier."""
    translate = QCoreApplication.translate
    one, many = translate("StoryTips", "casus"), translate("StoryTips", "casussen")
    spec = ListSpec(
        translate("StoryTips", "Casussen met een verhaal-tip"),
        lambda n: one if n == 1 else many,
        "story_tips",
    )
    words = translate(
        "StoryTips", "Geen casus met een verhaal-tip. Je geeft een tip in het dossier, bij Meer."
    )
    source = ServiceSource(StoryTipList(desk), _headings(), desk.today())
    empty = EmptyState("chat-text", words)
    table = RecordTable(source, shell.tasks, spec, settings=shell.settings, empty=empty)
    table.opened.connect(lambda case_id: shell.open("dossier", f"case:{case_id}"))
    table.refused.connect(shell.show_error)
    return table


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("StoryTips", "Naam"), 0),
        Heading("approach", translate("StoryTips", "Aanpak"), 170),
        Heading("phase", translate("StoryTips", "Fase"), 210, status=True),
        Heading("story_tip_on", translate("StoryTips", "Tip sinds"), 130),
    )
