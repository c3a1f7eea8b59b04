# SPDX-License-Identifier: EUPL-1.2
"""Step 2: what is in the file, and which column is what; the first lines show at once how they are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import language, number
from casus.gui.forms.ui_import_options import Ui_ImportOptions
from casus.gui.importing.column_rows import ColumnRows, FixedRows
from casus.gui.importing.preview_table import PreviewTable
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Banner, PageScroll
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import label
from casus.services import importing
from casus.services.importing import Field, Grid, Layout, Shown

_DELAY_MS = 120
_DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "bar"}


@dataclass(frozen=True)
class Wish:
    """How the file is to be read anew; "" finds out."""

    sheet: str
    encoding: str
    delimiter: str


class MappingStep(QWidget):
    """Options above, columns on the left, the first lines on the right.

    Signals:
        back: to the first step.
        reread: the user wants another sheet, encoding or separator: a `Wish`.
        regroup: another subject or header: (subject code, line number); the columns are guessed anew.
        looked: the layout changed; the preview has to be made: a `Layout`.
        accepted: the layout to check the file by.
    """

    back = Signal()
    reread = Signal(object)
    regroup = Signal(str, int)
    looked = Signal(object)
    accepted = Signal(object)

    def __init__(self, role: str) -> None:
        super().__init__()
        self._grid: Grid | None = None
        self._layout: Layout | None = None
        self._facilities: Sequence[Choice] = ()
        options = QWidget()
        self.ui = Ui_ImportOptions()
        self.ui.setupUi(options)
        subjects = [Choice(one.code, one.label(language())) for one in importing.subjects_of(role)]
        self.ui.subjectField.set_choices(subjects)
        self.ui.headerField.set_range(1, 1_000_000)
        self.otherwise = QCheckBox(self.tr("Casus leest het bestand niet goed"))
        self.notes = label(tone="muted", wrap=True)
        self.columns, self.fixed = ColumnRows(), FixedRows()
        self.fixed_title = label(self.tr("Voor alle regels hetzelfde"), "section", wrap=True)
        self.with_persons = QCheckBox(self.tr("Personen die er nog niet zijn ook vastleggen"))
        self.missing = Banner("", "warn")
        self.missing.set_closable(False)
        self.missing.hide()
        self.preview = PreviewTable()
        self.next = button(self.tr("Controleren"), self.submit, kind="primary")
        self.previous = button(self.tr("Terug"), self.back.emit, icon="arrow-left")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self._look)
        self._build(options)
        self._connect()

    def show_grid(self, grid: Grid, layout: Layout, facilities: Sequence[Choice]) -> None:
        """Show a file that was read, with how it is likely to be meant."""
        self._grid, self._facilities = grid, facilities
        self.ui.sheetField.set_choices([Choice(name, name) for name in grid.sheets])
        self.ui.sheetField.set_value(grid.sheet)
        self.ui.sheetField.setVisible(len(grid.sheets) > 1)
        self.otherwise.setChecked(False)
        self._show_reading(wanted=False)
        if grid.kind == "csv":
            self.ui.encodingField.set_value(_family(grid.encoding))
            self.ui.delimiterField.set_value(_DELIMITERS.get(grid.delimiter))
        self.notes.setText(self._notes_of(grid))
        self.notes.setVisible(bool(self.notes.text()))
        self.show_layout(layout)

    def show_layout(self, layout: Layout) -> None:
        """Show how the columns are read."""
        assert self._grid is not None
        self._layout = layout
        self.ui.subjectField.set_value(layout.subject.code)
        self.ui.headerField.set_value(layout.header)
        lines = importing.data_lines(self._grid, layout)
        self._names = importing.header_of(self._grid, layout)
        samples = [
            next((cell for line in lines[:20] if (cell := _cell(line.cells, at))), "")
            for at in range(len(self._names))
        ]
        self.columns.show_columns(layout.subject, self._names, samples, layout.columns)
        self.with_persons.setVisible(layout.subject.about_persons and not layout.subject.makes_persons)
        self.with_persons.setChecked(layout.create_persons)
        self._show_fixed(layout)
        self._look()

    def layout_now(self) -> Layout:
        """Return what is chosen now."""
        assert self._layout is not None
        return replace(
            self._layout,
            columns=self.columns.columns(),
            fixed=self.fixed.fixed(),
            create_persons=self._layout.subject.makes_persons or self.with_persons.isChecked(),
        )

    def show_preview(self, lines: Sequence[tuple[int, list[Shown]]]) -> None:
        """Show the first lines as they are read."""
        used = [bool(key) for key in self.columns.columns()]
        if all(len(cells) == len(used) for _, cells in lines):
            self.preview.show_lines(self._names, lines, used)

    def submit(self) -> None:
        """Go on, unless a field a row cannot do without has no column."""
        layout = self.layout_now()
        taken = Counter(key for key in layout.columns if key)
        twice = frozenset(key for key, times in taken.items() if times > 1)
        self.columns.show_twice(twice)
        missing = [one for one in layout.subject.fields if one.needed and not _filled(one, layout)]
        if layout.subject.about_persons and not taken.keys() & {"number", "full_name", "surname"}:
            missing = [one for one in layout.subject.fields if one.key == "full_name"] + missing
        self._show_missing(missing)
        if not missing and not twice:
            self.accepted.emit(layout)

    def _show_missing(self, missing: Sequence[Field]) -> None:
        names = ", ".join(one.label(language()) for one in missing)
        words = self.tr("Kies nog een kolom voor: {0}.").format(names) if missing else ""
        self.missing.show_text(words, "warn")
        self.missing.setVisible(bool(missing))
        if missing:
            speak(self, words)
            fixed = next((one for one in missing if one.fixed), None)
            (self.fixed.field(fixed.key) if fixed else self.columns.field(0)).take_focus()

    def _show_fixed(self, layout: Layout) -> None:
        taken = set(self.columns.columns())
        wanted = [one for one in layout.subject.fields if one.fixed and one.key not in taken]
        self.fixed.show_fields(wanted, self._facilities, layout.fixed)
        self.fixed_title.setVisible(bool(wanted))

    def _look(self) -> None:
        if self._layout is not None:
            self._show_fixed(self._layout)
            self.looked.emit(self.layout_now())

    def _notes_of(self, grid: Grid) -> str:
        notes = []
        if grid.formulas:
            notes.append(
                self.tr("Cellen met een formule: {0}. Casus neemt de laatst berekende waarde.").format(
                    number(grid.formulas)
                )
            )
        if grid.unsolved:
            notes.append(
                self.tr(
                    "Formules zonder berekende waarde: {0}. Open en bewaar het bestand eerst opnieuw."
                ).format(number(grid.unsolved))
            )
        if grid.macros:
            notes.append(self.tr("In het bestand zitten macro's; die voert Casus nooit uit."))
        return " ".join(notes)

    def _show_reading(self, *, wanted: bool) -> None:
        """Show how the file is read: the line of the header and, for text, encoding and separator."""
        text = self._grid is not None and self._grid.kind == "csv"
        self.ui.headerField.setVisible(wanted)
        self.ui.encodingField.setVisible(wanted and text)
        self.ui.delimiterField.setVisible(wanted and text)

    def _connect(self) -> None:
        self.otherwise.toggled.connect(lambda on: self._show_reading(wanted=on))
        self.columns.changed.connect(self._later.start)
        self.fixed.changed.connect(self._later.start)
        self.with_persons.toggled.connect(lambda _on: self._later.start())
        for field in (self.ui.sheetField, self.ui.encodingField, self.ui.delimiterField):
            field.changed.connect(lambda: self.reread.emit(self._wish()))
        for changed in (self.ui.subjectField.changed, self.ui.headerField.changed):
            changed.connect(
                lambda: self.regroup.emit(self.ui.subjectField.value(), self.ui.headerField.value())
            )
        encodings = (("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252"))
        self.ui.encodingField.set_choices([Choice(*pair) for pair in encodings])
        self.ui.delimiterField.set_choices(
            [
                Choice("semicolon", self.tr("Puntkomma ;")),
                Choice("comma", self.tr("Komma ,")),
                Choice("tab", self.tr("Tab")),
                Choice("bar", self.tr("Streep |")),
            ]
        )

    def _wish(self) -> Wish:
        signs = {name: sign for sign, name in _DELIMITERS.items()}
        grid = self._grid
        encoding = str(self.ui.encodingField.value() or "")
        if grid is not None and encoding == _family(grid.encoding):
            encoding = grid.encoding
        return Wish(
            str(self.ui.sheetField.value() or ""),
            encoding,
            signs.get(str(self.ui.delimiterField.value()), ""),
        )

    def _build(self, options: QWidget) -> None:
        side = QWidget()
        side.setProperty("ground", "none")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, theme().px(8), 0)
        column.setSpacing(theme().px(12))
        for part in (
            options,
            self.otherwise,
            self.notes,
            self.columns,
            self.with_persons,
            self.fixed_title,
            self.fixed,
        ):
            column.addWidget(part)
        column.addStretch(1)
        shown = QVBoxLayout()
        shown.setSpacing(theme().px(8))
        shown.addWidget(label(self.tr("Zo leest Casus de eerste regels"), "section", wrap=True))
        shown.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(24))
        middle.addWidget(PageScroll(side), 5)
        middle.addLayout(shown, 6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.previous)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme().px(12))
        outer.addWidget(self.missing)
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)


def _filled(one: Field, layout: Layout) -> bool:
    return one.key in layout.columns or one.key in layout.fixed


def _cell(cells: Sequence[str], at: int) -> str:
    return " ".join(cells[at][:200].split()) if at < len(cells) else ""


def _family(encoding: str) -> str:
    return "utf-16" if encoding.startswith("utf-16") else encoding
