# SPDX-License-Identifier: EUPL-1.2
"""Who may confirm a destruction at this computer: colleagues with a secret of their own, which they type themselves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from casus.errors import CasusError, InvalidInput, NotAllowed, WeakPassword
from casus.gui.dates_text import day_month
from casus.gui.error_text import sentence
from casus.gui.forms.ui_manage_second_person import Ui_ManageSecondPerson
from casus.gui.manage.section import Row, Section
from casus.gui.shell import Shell
from casus.gui.start.passwords import NewPassword
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel
from casus.services import destruction
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.destruction import Second
from casus.services.partners import add_colleague, workers
from casus.services.records import Worker

_NEW = "new"
SECOND = "second"
"""Names this section to the page Beheer."""


class EnrolPanel(SidePanel):
    """Enrol a colleague; the secret is theirs, so nothing typed here is ever kept."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        content = QWidget()
        self.ui = Ui_ManageSecondPerson()
        self.ui.setupUi(content)
        super().__init__(
            QCoreApplication.translate("EnrolPanel", "Tweede persoon aanmelden"),
            content,
            save_text=QCoreApplication.translate("EnrolPanel", "Aanmelden"),
            subtitle=QCoreApplication.translate(
                "EnrolPanel", "Doe dit samen: je collega typt zelf een geheime zin, die jij niet kent."
            ),
        )
        self.shell, self._desk = shell, desk
        self.form = Form(content, today=desk.clock.today)
        self._password = NewPassword(self.form, self.ui.meter)
        self._password.add_toggles()
        self.form.changed.connect(self._arrange)
        self.save_requested.connect(self.enrol)
        self.set_busy(True)
        shell.tasks.run(lambda: workers(desk), owner=self, done=self._offer, failed=self._failed)

    def enrol(self) -> None:
        """Check the secret twice, then enrol."""
        values = self._password.read()
        if values is None:
            return
        self.show_notice("")
        self.set_busy(True)
        desk = self._desk
        name = values["name"] if values["worker_id"] == _NEW else None
        self.shell.tasks.run(
            lambda: _enrol(desk, values["worker_id"], name, values["password"]),
            owner=self,
            done=self._enrolled,
            failed=self._failed,
        )

    def _offer(self, found: Sequence[Worker]) -> None:
        others = [Choice(one.id, one.name) for one in found if not one.is_owner]
        self.ui.workerField.set_choices([*others, Choice(_NEW, self.tr("Iemand anders…"))])
        if not others:
            self.ui.workerField.set_value(_NEW)
        self._arrange()
        self.set_busy(False)

    def _arrange(self) -> None:
        """A name is typed for someone who is not on file."""
        self.ui.nameField.setVisible(self.ui.workerField.value() == _NEW)

    def _enrolled(self, done: Done[Second]) -> None:
        self.set_busy(False)
        self.shell.close_panel()
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Tweede persoon aangemeld"))

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        if isinstance(error, WeakPassword):
            self.form.show_errors([InvalidInput("password", "weak")])
        elif isinstance(error, NotAllowed) or not self.form.take(error):
            self.show_notice(sentence(error))
            self.show_top()


def _enrol(desk: Desk, worker_id: str, name: str | None, secret: str) -> Done[Second]:
    """Put a new colleague on file and enrol them; runs in the worker."""
    if name is None:
        return destruction.enrol_second(desk, worker_id, secret)
    added = add_colleague(desk, name)
    done = destruction.enrol_second(desk, added.value.id, secret)
    return Done(done.value, done.changes | added.changes)


class SecondPersonSection(Section):
    """Who is enrolled, and the ways to add and to remove one."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Tweede persoon voor vernietiging"))
        self._shell, self._desk = shell, desk
        self._sought = False
        self._show([])

    def load(self) -> None:
        """Fetch who is enrolled."""
        desk = self._desk
        self._shell.tasks.run(lambda: destruction.second_persons(desk), owner=self, done=self._show)

    def seek(self) -> None:
        """Bring this section into view once it is filled, with the keyboard at its first button."""
        self._sought = True

    def _reveal(self) -> None:
        if not self._sought:
            return
        self._sought = False
        button = self.findChild(QPushButton)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            area.ensureWidgetVisible(self)

    def enrol(self) -> None:
        """Open the form in which a colleague chooses a secret."""
        self._shell.open_panel(EnrolPanel(self._shell, self._desk))

    def remove(self, worker_id: str) -> None:
        """Let a colleague confirm no more."""
        desk = self._desk

        def done(result: Done[None]) -> None:
            self._shell.emit_changed(result.changes, self)
            self._shell.announce(self.tr("Afgemeld als tweede persoon"))

        self._shell.tasks.run(lambda: destruction.remove_second(desk, worker_id), owner=self, done=done)

    def _show(self, found: Sequence[Second]) -> None:
        self.clear_rows()
        words = self.tr(
            "Een dossier vernietig je nooit alleen. Een collega bevestigt het op deze computer met een eigen geheime "
            "zin."
        )
        self.add_row(Row(self.tr("Wie controleert met jou?"), words, self.tr("Aanmelden"), self.enrol))
        for one in found:
            since = self.tr("Aangemeld op {0}").format(day_month(one.enrolled_on))
            self.add_row(Row(one.name, since, self.tr("Afmelden"), partial(self.remove, one.worker_id)))
        self._reveal()
