# SPDX-License-Identifier: EUPL-1.2
"""The form in which a merge is taken apart: what came since is shared out between the two."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.codelists import codelist
from casus.gui.dates_text import local_moment, short_date
from casus.gui.drafts import Payload
from casus.gui.labels import label as code_label
from casus.gui.merging.fields import choice, column_of, heading, in_order, reason, said
from casus.gui.merging.words import group_name, value_words
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import clear_layout
from casus.services import merging
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.merging import Later, Taking

FORM = "split"
KEPT, MERGED, BOTH = "kept", "merged", "both"
_MOST, _LONG = 60, 70
_LISTS = (
    "contact_kind",
    "programme_kind",
    "approach",
    "attachment_kind",
    "justice_event_kind",
    "access_kind",
)


class SplitPanel(RecordPanel):
    """Take a merge apart."""

    def __init__(self, shell: Shell, desk: Desk, merge_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self._box = QWidget()
        self._column = column_of(self._box)
        whole = column_of(content)
        whole.addWidget(self._box)
        whole.addWidget(
            reason(
                QCoreApplication.translate("SplitPanel", "Waarom zijn het twee personen?"),
                QCoreApplication.translate("SplitPanel", "Staat in het logboek."),
            )
        )
        self._merge_id = merge_id
        self._taking: Taking | None = None
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("SplitPanel", "Uit elkaar halen"),
            translate("SplitPanel", "Uit elkaar halen"),
            f"{FORM}:{merge_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Taking:
        """Return what there is to share out."""
        return merging.preview(self.desk, self._merge_id)

    def fill(self, found: Taking) -> None:
        """Say what goes back by itself, and ask of what came since with whom it belongs."""
        self._taking = found
        clear_layout(self._column)
        for key in self.form.fields.keys() - {"reason"}:
            del self.form.fields[key]
        add = self._column.addWidget
        self.set_subtitle(self.tr("{0} en {1}").format(found.kept_name, found.merged_name))
        words = self.tr("{0} ({1}) komt terug met alles wat ervan was, ook wat sindsdien is gewijzigd.")
        add(said(words.format(found.merged_name, found.merged_number)))
        if found.fields:
            add(heading(self.tr("Gewijzigd na het samenvoegen: van wie is dit?")))
        for key, now, _then in found.fields:
            name = f"{group_name(key)}: {value_words(key, now, {})}"
            self._add(key, name, [*self._two(found), Choice(BOTH, self.tr("Beiden"))])
        if found.later:
            add(heading(self.tr("Vastgelegd na het samenvoegen: bij wie hoort dit?")))
        for one in found.later[:_MOST]:
            self._add(one.id, self._line(one), self._two(found))
        if len(found.later) > _MOST:
            rest = self.tr("Nog {0} vastleggingen blijven bij {1}.")
            add(said(rest.format(len(found.later) - _MOST, found.kept_name)))
        add(said(self.tr("Wat bij een casus hoort, gaat mee met die casus.")))
        self.form.fields["reason"] = self.form.fields.pop("reason")  # it stands last
        in_order(self._box, [], list(self.form.fields.values()))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what takes them apart."""
        assert self._taking is not None
        version = self._taking.version
        given = {key: value for key, value in values.items() if key != "reason"}
        return lambda: merging.split(self.desk, self._merge_id, given, values["reason"], version=version)

    def stored(self, result: Done[Any]) -> None:
        """Tell, and show who came back."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Uit elkaar gehaald"))
        self.shell.open("dossier", f"person:{result.value.id}")

    def _two(self, found: Taking) -> list[Choice]:
        if found.kept_name == found.merged_name:
            return [
                Choice(KEPT, self.tr("Wie bleef")),
                Choice(MERGED, self.tr("Wie terugkomt ({0})").format(found.merged_number)),
            ]
        return [Choice(KEPT, found.kept_name), Choice(MERGED, found.merged_name)]

    def _add(self, key: str, name: str, choices: list[Choice]) -> None:
        field = choice(key, name, choices, KEPT)
        self._column.addWidget(field)
        self.form.add(field)

    def _line(self, one: Later) -> str:
        day = local_moment(one.on, self.desk.today()) if isinstance(one.on, datetime) else short_date(one.on)
        of_list = next((name for name in _LISTS if one.code in codelist(name).values), "")
        kind = code_label(of_list, one.code) if of_list else code_label("record_kind", one.kind)
        title = one.title if len(one.title) <= _LONG else f"{one.title[:_LONG].rstrip()}…"
        return " · ".join(part for part in (kind, day, title) if part)
