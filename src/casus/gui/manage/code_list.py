# SPDX-License-Identifier: EUPL-1.2
"""The life domains as this vault offers them: other words, another order, no longer offered, own ones."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.forms.ui_code_form import Ui_CodeForm
from casus.gui.manage.section import Row, Section
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.policy_note import fixed_words
from casus.gui.widgets.text import label, show_if
from casus.services import code_lists
from casus.services.changes import Done
from casus.services.code_lists import LIFE_DOMAIN, CodeRow
from casus.services.desk import Desk

CODE_FORM, NEW = "life_domain", "new"


class CodePanel(RecordPanel):
    """Give a life domain other words, or add one of your own (`code` NEW)."""

    def __init__(self, shell: Shell, desk: Desk, code: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_CodeForm()
        self.ui.setupUi(content)
        self._code = code
        translate = QCoreApplication.translate
        title = (
            translate("CodePanel", "Leefgebied toevoegen")
            if code == NEW
            else translate("CodePanel", "Leefgebied hernoemen")
        )
        spec = PanelSpec(title, translate("CodePanel", "Opslaan"), f"{CODE_FORM}:{code}")
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> CodeRow | None:
        """Return what it is called now."""
        return next((one for one in code_lists.rows(LIFE_DOMAIN) if one.code == self._code), None)

    def fill(self, found: CodeRow | None) -> None:
        """Begin with the words there are."""
        if found is not None:
            self.ui.nlField.set_value(found.nl)
            self.ui.enField.set_value(found.en if found.en != found.nl else "")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the words."""
        nl, en, code = values["nl"], values["en"] or "", self._code
        if code == NEW:
            return lambda: code_lists.add_code(self.desk, LIFE_DOMAIN, nl, en)
        return lambda: code_lists.rename_code(self.desk, LIFE_DOMAIN, code, nl, en)

    def stored(self, result: Done[CodeRow]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Leefgebied opgeslagen"))


class _CodeLine(QWidget):
    """What a life domain is called and what can be done with it."""

    def __init__(self, row: CodeRow, fixed: str) -> None:
        super().__init__()
        look = theme()
        name = row.en if language() == "en" else row.nl
        hidden = self.tr("wordt niet meer aangeboden") if row.hidden else ""
        own = self.tr("eigen leefgebied") if row.own else ""
        words = " · ".join(part for part in (fixed or own, hidden) if part)
        second = label(words, "small", "muted", wrap=True)
        show_if(second, bool(words))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(name, "strong", "muted" if row.hidden else "", wrap=True))
        column.addWidget(second)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._line.setSpacing(look.px(8))
        self._line.addLayout(column, 1)
        self.name = name
        self.parts: dict[str, QWidget] = {}

    def offer(self, key: str, part: QWidget) -> None:
        """Put a button at the end of the line."""
        self.parts[key] = part
        self._line.addWidget(part)


class LifeDomainsSection(Section):
    """The list that measurements and goals choose from; codes and old scores stay as they are."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Leefgebieden"))
        self._shell, self._desk = shell, desk
        self._again: tuple[str, str] | None = None
        self.lines: dict[str, _CodeLine] = {}

    @property
    def _order_fixed(self) -> bool:
        """Whether the organisation gave any life domain its place."""
        changes = self._desk.policy.code_changes.get(LIFE_DOMAIN, ())
        return any(one.position is not None for one in changes)

    def load(self) -> None:
        """Show the list as it is now."""
        rows = code_lists.rows(LIFE_DOMAIN)
        self.clear_rows()
        self.lines = {}
        offered = [one for one in rows if not one.hidden]
        self.add_row(
            Row(
                self.tr("{0} leefgebieden om te meten").format(len(offered)),
                self.tr("Voor metingen en doelen. Wat al is vastgelegd, blijft staan."),
                self.tr("Toevoegen"),
                lambda: self._rename(NEW),
            )
        )
        for row in rows:
            line = self._line(row, first=row == offered[0], last=row == offered[-1])
            self.lines[row.code] = line
            self.add_row(line)
        self._return_focus()

    def _line(self, row: CodeRow, *, first: bool, last: bool) -> _CodeLine:
        line = _CodeLine(row, fixed_words(self._desk.policy, f"codes.{LIFE_DOMAIN}.{row.code}"))
        if not row.hidden and not self._order_fixed:
            up = icon_button("arrow-up", self.tr("{0} omhoog").format(line.name), self._mover(row, -1, "up"))
            down = icon_button(
                "arrow-down", self.tr("{0} omlaag").format(line.name), self._mover(row, 1, "down")
            )
            up.setEnabled(not first)
            down.setEnabled(not last)
            line.offer("up", up)
            line.offer("down", down)
        if row.fixed:
            return line
        rename = button(self.tr("Hernoemen"), lambda: self._rename(row.code), kind="link")
        words = self.tr("Weer aanbieden") if row.hidden else self.tr("Verbergen")
        hide = button(words, lambda: self._hide(row), kind="link")
        for part in (rename, hide):
            part.setAccessibleName(f"{part.text()}: {line.name}")
        line.offer("rename", rename)
        line.offer("hide", hide)
        return line

    def _mover(self, row: CodeRow, steps: int, key: str) -> Callable[[], None]:
        def move() -> None:
            self._again = (row.code, key)
            desk = self._desk
            self._do(lambda: code_lists.move_code(desk, LIFE_DOMAIN, row.code, steps), "")

        return move

    def _hide(self, row: CodeRow) -> None:
        desk, hidden = self._desk, not row.hidden
        self._again = (row.code, "hide")
        words = (
            self.tr("Wordt niet meer aangeboden; oude scores blijven leesbaar")
            if hidden
            else self.tr("Wordt weer aangeboden")
        )
        self._do(lambda: code_lists.hide_code(desk, LIFE_DOMAIN, row.code, hidden=hidden), words)

    def _rename(self, code: str) -> None:
        self._shell.open_panel(CodePanel(self._shell, self._desk, code))

    def _do(self, work: Callable[[], Done[CodeRow]], words: str) -> None:
        def done(result: Done[CodeRow]) -> None:
            self._shell.emit_changed(result.changes, self)
            if words:
                self._shell.announce(words)

        self._shell.tasks.run(work, owner=self, done=done)

    def _return_focus(self) -> None:
        """Put the keyboard back on the button that was pressed: the lines are made anew."""
        code, key = self._again or ("", "")
        self._again = None
        parts = self.lines[code].parts if code in self.lines else {}
        other = {"up": "down", "down": "up"}.get(key, key)
        for one in (key, other):
            part = parts.get(one)
            if isinstance(part, QAbstractButton) and part.isEnabled():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
