# SPDX-License-Identifier: EUPL-1.2
"""The panel that adds documents to a dossier: each has its own line, and what is wrong with one stops no other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import Cancelled, CasusError
from casus.gui.attachments.files_field import FileLine, FilesField
from casus.gui.attachments.incoming import MOST
from casus.gui.attachments.sizes import contact_choices
from casus.gui.drafts import Payload
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.tasks import Progress
from casus.gui.theme import theme
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.feedback import ProgressRow
from casus.services import attachments
from casus.services.attachments import AttachmentInput, BelongsTo, Source
from casus.services.changes import Changes
from casus.services.desk import Desk

_NONE = "-"


@dataclass(frozen=True)
class Outcome:
    """What became of one document: its changes, or the error that kept it out."""

    changes: Changes | None = None
    error: CasusError | None = None


class AddingPanel(RecordPanel):
    """Add documents to a person's dossier, in a case when there is one."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, case_id: str = "", *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(20))
        self.files, self.contact, self.progress = FilesField(desk.today), ChoiceField(), ProgressRow()
        self.files.set_key("files")
        self.contact.set_key("contact_id")
        self.contact.set_optional(True)
        for part in (self.files, self.contact, self.progress):
            column.addWidget(part)
        self._person_id, self._case_id = person_id, case_id
        self._saving: list[FileLine] = []
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AddingPanel", "Bijlagen toevoegen"),
            translate("AddingPanel", "Toevoegen"),
            f"adding:{person_id}:{case_id}",
            translate("AddingPanel", "Ze worden versleuteld in je kluis bewaard."),
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.contact.set_label(self.tr("Bij welk contactmoment?"))
        self.files.added.connect(self._look_into)
        if self.files.lines:
            self._look_into(self.files.lines)

    def add(self, sources: Iterable[Source]) -> None:
        """Put documents in the list."""
        if self.files.add(sources):
            self.show_notice(
                self.tr("Voeg hoogstens {0} bijlagen tegelijk toe; de rest doe je daarna.").format(MOST),
                "warn",
            )
        if self._ready:
            self.files.take_focus()

    def is_for(self, person_id: str, case_id: str) -> bool:
        """Tell whether it adds to this dossier."""
        return (person_id, case_id) == (self._person_id, self._case_id)

    def begin(self) -> bool:
        """Put the keyboard in the first document."""
        self.files.take_focus()
        return bool(self.files.lines)

    def fetch(self) -> BelongsTo:
        """Return the contacts they can belong to."""
        return attachments.choices_for(self.desk, self._person_id)

    def fill(self, found: BelongsTo) -> None:
        """Begin without a contact."""
        self.contact.set_choices(contact_choices(found, self.desk.today()))
        self.contact.set_value(_NONE)

    def save(self) -> None:
        """Add what is in the lines, one after another; those that were refused stay, with the reason."""
        self.show_notice("")
        if not self._ready or self.form.read() is None:
            return
        given = [(line, line.read()) for line in self.files.lines]
        if any(values is None for _line, values in given):
            self.files.take_focus()
            return
        work = [(line.source, self._input(values)) for line, values in given if values is not None]
        self._saving = [line for line, _values in given]
        self.set_busy(True)
        self.content.setEnabled(True)
        job = self.shell.tasks.run_long(
            partial(add_all, self.desk, work), owner=self, done=self._added, failed=self._failed
        )
        self.progress.follow(job, self.tr("Bijlagen versleutelen en bewaren (kB)"))

    def _input(self, values: dict[str, Any]) -> AttachmentInput:
        contact = self.contact.value()
        return AttachmentInput(
            **values,
            person_id=self._person_id,
            case_id=self._case_id or None,
            contact_id=None if contact in ("", _NONE) else contact,
        )

    def _added(self, outcomes: Sequence[Outcome]) -> None:
        self.set_busy(False)
        changes = Changes()
        for line, outcome in zip(self._saving, outcomes, strict=True):
            if outcome.changes is not None:
                changes |= outcome.changes
                self.files.drop(line)
            elif outcome.error is not None:
                line.show_error(outcome.error)
        added = sum(outcome.changes is not None for outcome in outcomes)
        if not self.files.lines:
            self._end()
        else:
            self.files.take_focus()
        if added:
            self.shell.emit_changed(changes, self)
            self.shell.announce(self.tr("%n bijlage(n) toegevoegd", "", added))

    # --- what the files are ---

    def _look_into(self, lines: Sequence[FileLine]) -> None:
        """Say of each file what it is, or why it cannot be added, before anything is asked."""
        for line in lines:
            self.shell.tasks.run(
                partial(attachments.look_into, self.desk, line.source),
                owner=line,
                done=partial(_tell, line),
                failed=line.show_error,
            )


def _tell(line: FileLine, found: tuple[str, int]) -> None:
    line.show_found(*found)


def add_all(desk: Desk, work: Sequence[tuple[Source, AttachmentInput]], progress: Progress) -> list[Outcome]:
    """Add documents one after another, each in its own transaction; runs in the worker.

    Once stopped, the one under way and all after it are left out.
    """
    outcomes: list[Outcome] = []
    for source, data in work:
        stopped = bool(outcomes) and isinstance(outcomes[-1].error, Cancelled)
        outcomes.append(Outcome(error=Cancelled()) if stopped else _add(desk, source, data, progress))
    return outcomes


def _add(
    desk: Desk, source: Source, data: AttachmentInput, progress: Callable[[int, int], object]
) -> Outcome:
    try:
        return Outcome(attachments.add_attachment(desk, source, data, progress).changes)
    except CasusError as error:
        return Outcome(error=error)
