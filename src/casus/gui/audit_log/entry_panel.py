# SPDX-License-Identifier: EUPL-1.2
"""What Space or Enter shows beside the log: one entry, whose record it was, what changed in it and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.audit_log.values import shown, who
from casus.gui.dates_text import local_moment
from casus.gui.dossier.field_words import field_name
from casus.gui.labels import label as code_label
from casus.gui.lists import RecordTable
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Banner
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services.audit_trail import Detail, FieldLine
from casus.services.desk import Desk

_PAGES = {"family": "gezin"}


class EntryPanel(SidePanel):
    """One entry to read; the keyboard stays in the list."""

    def __init__(self, shell: Shell, desk: Desk, detail: Detail, table: RecordTable | None = None) -> None:
        self._shell, self._table = shell, table
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        what = code_label("record_kind", detail.kind)
        super().__init__(f"{code_label('audit_action', detail.action)} · {what}", body, subtitle=detail.about)
        when = local_moment(detail.at, desk.today())
        self._fact(self.tr("Wie en wanneer"), f"{who(detail.who)} · {when}")
        if detail.clock_back:
            words = self.tr("De klok van de computer stond bij deze regel vroeger dan bij de regel ervoor.")
            self._column.addWidget(_banner(words))
        if detail.label:
            self._fact(self.tr("Waarbij"), code_label("use_case", detail.label.partition(":")[0]))
        if detail.reason:
            self._fact(self.tr("Reden"), detail.reason)
        self._show_fields(detail)
        self._show_others(detail)
        if detail.place:
            self._column.addWidget(
                button(self.tr("Bekijken"), lambda: self._open(detail.place)), 0, Qt.AlignmentFlag.AlignLeft
            )
        self._fact(self.tr("Regel van het logboek"), str(detail.number))

    def begin(self) -> bool:
        """Leave the keyboard in the list, as long as that is in view."""
        return self._table is not None and self._table.view.isVisible()

    def _show_fields(self, detail: Detail) -> None:
        if detail.closed:
            words = self.tr(
                "Dit dossier is afgeschermd. Open het met een reden om te zien wat er veranderde."
            )
            self._column.addWidget(_banner(words))
        elif detail.erased:
            self._fact(self.tr("Wat er veranderde"), self.tr("Gewist, samen met het gegeven zelf."))
        elif detail.fields:
            self._column.addWidget(label(self.tr("Wat er veranderde"), "section"))
            for line in detail.fields:
                self._fact(field_name(line.field), _change(line))

    def _show_others(self, detail: Detail) -> None:
        if not detail.others:
            return
        many = len(detail.others) + detail.more_others
        kinds: dict[str, int] = {}
        for one in detail.others:
            words = f"{code_label('record_kind', one.kind)}: {code_label('audit_action', one.action).lower()}"
            kinds[words] = kinds.get(words, 0) + 1
        lines = [f"{words} ({number})" if number > 1 else words for words, number in kinds.items()]
        if detail.more_others:
            lines.append(self.tr("en nog {0}").format(detail.more_others))
        self._fact(self.tr("Samen met %n andere regel(s)", "", many), "\n".join(lines))

    def _fact(self, title: str, words: str) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(title, "small", "muted", wrap=True))
        column.addWidget(label(words, wrap=True))
        self._column.addWidget(box)

    def _open(self, place: str) -> None:
        kind, _colon, record_id = place.partition(":")
        if kind in _PAGES:
            self._shell.open(_PAGES[kind], record_id)
        else:
            self._shell.open("dossier", place)


def _change(line: FieldLine) -> str:
    return f"{shown(line.old, line.code_list)} → {shown(line.new, line.code_list)}"


def _banner(words: str) -> Banner:
    banner = Banner(words, "warn")
    banner.set_closable(False)
    return banner
