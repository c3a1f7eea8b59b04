# SPDX-License-Identifier: EUPL-1.2
"""The form in which two records of one person are laid beside each other and become one."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import short_date
from casus.gui.dossier.parts import facts
from casus.gui.drafts import Payload
from casus.gui.labels import label as code_label
from casus.gui.merging.fields import choice, column_of, heading, in_order, reason, said
from casus.gui.merging.words import group_name, records_words, value_words
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import clear_layout
from casus.services import merging
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.merging import Clash, Comparison, FieldPair

FORM = "merge"
LEFT, RIGHT = "left", "right"
_QUIET = frozenset({"contributed"})


class MergePanel(RecordPanel):
    """`left_id` stays, `right_id` goes into it; where both differ nothing is chosen before the worker does."""

    def __init__(
        self, shell: Shell, desk: Desk, left_id: str, right_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self._box = QWidget()
        self._column = column_of(self._box)
        whole = column_of(content)
        whole.addWidget(self._box)
        whole.addWidget(
            reason(
                QCoreApplication.translate("MergePanel", "Waarom is dit dezelfde persoon?"),
                QCoreApplication.translate("MergePanel", "Staat in het logboek."),
            )
        )
        self._left_id, self._right_id = left_id, right_id
        self._found: Comparison | None = None
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("MergePanel", "Twee personen samenvoegen"),
            translate("MergePanel", "Samenvoegen"),
            f"{FORM}:{left_id}:{right_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Comparison:
        """Return both beside each other."""
        return merging.compare(self.desk, self._left_id, self._right_id)

    def fill(self, found: Comparison) -> None:
        """Lay them out: who stays, what to think of, what to choose, and what goes by itself."""
        self._found = found
        self.set_subtitle(self.tr("{0} blijft; {1} gaat erin op.").format(found.left.name, found.right.name))
        clear_layout(self._column)
        for key in self.form.fields.keys() - {"reason"}:
            del self.form.fields[key]
        add = self._column.addWidget
        swap = button(self.tr("Omwisselen"), self._swap, icon="arrows-left-right")
        swap.setAccessibleName(self.tr("Omwisselen: {0} blijft").format(found.right.name))
        add(facts(self._both(found)))
        self._column.addWidget(swap, 0, Qt.AlignmentFlag.AlignLeft)
        for code in found.warnings:
            add(said(code_label("merge_warning", code), "muted" if code in _QUIET else "warn"))
        differing = [one for one in found.fields if one.state == "differ"]
        if differing or found.clashes:
            add(heading(self.tr("Kies wat blijft staan")))
            order = self.tr("Eerst staat wat van {0} is, dan wat van {1} is.")
            add(said(order.format(found.left.number, found.right.number)))
        for pair in differing:
            self._add_choice(pair.key, group_name(pair.key), self._values(pair, found.names))
        for clash in found.clashes:
            self._add_choice(clash.key, *self._clash(clash))
        settled = [
            (group_name(one.key), self._settled(one, found.names))
            for one in found.fields
            if one.state not in ("differ", "same")
        ]
        if settled:
            add(heading(self.tr("Gaat vanzelf")))
            add(facts(settled))
        add(said(self.tr("De naam die vervalt, wordt een andere naam. Wat je niet kiest, blijft bewaard in de "
                         "samenvoeging en komt terug als je ze weer uit elkaar haalt.")))  # fmt: skip
        self.form.fields["reason"] = self.form.fields.pop("reason")  # it stands last
        in_order(self._box, [swap], list(self.form.fields.values()))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what makes them one."""
        found = self._found
        assert found is not None
        choices = {key: value for key, value in values.items() if key != "reason"}
        return lambda: merging.merge(
            self.desk,
            found.left.id,
            found.right.id,
            choices,
            values["reason"],
            keep_version=found.left.version,
            other_version=found.right.version,
        )

    def stored(self, result: Done[Any]) -> None:
        """Tell, and show the one who stayed."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Samengevoegd. Uit elkaar halen kan bij Dubbele personen."))
        self.shell.open("dossier", f"person:{result.value.kept_id}")

    def _swap(self) -> None:
        self.shell.open_panel(MergePanel(self.shell, self.desk, self._right_id, self._left_id))

    def _both(self, found: Comparison) -> list[tuple[str, str]]:
        rows = []
        for words, side in ((self.tr("Blijft"), found.left), (self.tr("Gaat erin op"), found.right)):
            parts = (side.name, side.number, ", ".join(side.aliases), records_words(side.records))
            rows.append((words, " · ".join(part for part in parts if part)))
        return rows

    def _add_choice(self, key: str, name: str, choices: list[Choice]) -> None:
        field = choice(key, name, choices)
        self._column.addWidget(field)
        self.form.add(field)

    def _values(self, pair: FieldPair, names: Mapping[str, str]) -> list[Choice]:
        sides = ((LEFT, pair.left), (RIGHT, pair.right))
        return [Choice(code, value_words(pair.key, values, names)) for code, values in sides]

    def _clash(self, clash: Clash) -> tuple[str, list[Choice]]:
        since = self.tr("{0}, sinds {1}")
        choices = [
            Choice(LEFT, since.format(clash.left, short_date(clash.left_on))),
            Choice(RIGHT, since.format(clash.right, short_date(clash.right_on))),
        ]
        if clash.kind == "case":
            approach = code_label("approach", clash.key.partition(":")[2])
            words = self.tr(
                "Twee lopende casussen ({0}): welke blijft open? De andere sluit als dubbel vastgelegd."
            )
            return words.format(approach), choices
        return self.tr("Twee detenties tegelijk: welke klopt? De andere vervalt."), choices

    def _settled(self, pair: FieldPair, names: Mapping[str, str]) -> str:
        if pair.state != "together":
            values = pair.left if pair.state == "only_left" else pair.right
            return value_words(pair.key, values, names)
        if pair.key == "note":
            return self.tr("beide aantekeningen, onder elkaar")
        return self.tr("ja")
