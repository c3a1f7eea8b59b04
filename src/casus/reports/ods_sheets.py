# SPDX-License-Identifier: EUPL-1.2
"""One sheet of the spreadsheet as ODF XML, with typed cells and named styles.

Cells are written as text rather than as odfdo objects: a report has tens of thousands of them, and
the objects took 0.27 ms each (ux.md 4.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from casus.reports.clean import clean

_DEEPEST = 4
_COUNTRY = {"nl": "NL", "en": "GB"}


@dataclass(frozen=True)
class Cell:
    """A value with the name of its style; `None` is an empty cell. `link`: name of a sheet it leads to."""

    value: str | int | date | None
    style: str = "casus-text"
    link: str = ""


@dataclass
class Sheet:
    """A named sheet that grows row by row; `widths` are centimetres per column."""

    name: str
    widths: Sequence[float]
    rows: list[str] = field(default_factory=list)

    def add(self, *cells: Cell) -> None:
        """Add a row; without cells an empty one."""
        inside = "".join(_cell(cell) for cell in cells) or "<table:table-cell/>"
        self.rows.append(f"<table:table-row>{inside}</table:table-row>")

    def xml(self) -> str:
        """Return the sheet as a table:table element."""
        columns = "".join(f'<table:table-column table:style-name="{width_style(w)}"/>' for w in self.widths)
        rows = "".join(self.rows)
        return f"<table:table table:name={quoteattr(self.name)}>{columns}{rows}</table:table>"


def _cell(cell: Cell) -> str:
    style = f'table:style-name="{cell.style}"'
    if cell.value is None:
        return f"<table:table-cell {style}/>"
    if isinstance(cell.value, int):
        number = f'office:value-type="float" office:value="{cell.value}"'
        return f"<table:table-cell {style} {number}><text:p>{cell.value}</text:p></table:table-cell>"
    if isinstance(cell.value, date):
        day = cell.value.isoformat()
        typed = f'office:value-type="date" office:date-value="{day}"'
        return f"<table:table-cell {style} {typed}><text:p>{day}</text:p></table:table-cell>"
    words = escape(clean(cell.value))
    if cell.link:
        target = quoteattr(f"#'{cell.link}'.A1")
        words = f'<text:a xlink:type="simple" xlink:href={target}>{words}</text:a>'
    return f'<table:table-cell {style} office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def width_style(width: float) -> str:
    """Return the name of the style of a column `width` centimetres wide."""
    return f"casus-width-{round(width * 10)}"


def label_style(depth: int) -> str:
    """Return the name of the style of a row label `depth` levels deep."""
    return f"casus-label-{min(depth, _DEEPEST)}" if depth else "casus-text"


def styles(about: str, language: str, widths: Sequence[float]) -> list[str]:
    """Return all style elements: formats first, since cells refer to them; `about` marks rounded figures."""
    mark = f"<number:text>{escape(about)}\u00a0</number:text>"
    return [
        _format("casus-exact-format", language, ""),
        _format("casus-rounded-format", language, mark),
        _DATE,
        *(_column(width) for width in sorted(set(widths))),
        *(_cell_style(*parts) for parts in _CELLS),
        *(
            _cell_style(
                label_style(depth), "", f'fo:text-align="start" fo:margin-left="{depth * 0.4:.1f}cm"', "", ""
            )
            for depth in range(1, _DEEPEST + 1)
        ),
    ]


_MUTED, _ACCENT = 'fo:color="#5A5F66"', 'fo:color="#1F4E79"'
_STRONG = 'fo:font-weight="bold"'
_RIGHT = 'fo:text-align="end"'
_UNDER = 'fo:border-bottom="0.6pt solid #5A5F66"'
_OVER = 'fo:border-top="0.6pt solid #5A5F66"'
# name, data style, paragraph, text, cell
_CELLS = (
    ("casus-text", "", "", "", ""),
    ("casus-muted", "", "", _MUTED, ""),
    ("casus-wrapped", "", "", _MUTED, 'fo:wrap-option="wrap"'),
    ("casus-title", "", "", f'{_STRONG} {_ACCENT} fo:font-size="18pt"', ""),
    ("casus-section", "", "", f'{_STRONG} fo:font-size="13pt"', ""),
    ("casus-caption", "", "", f"{_STRONG} {_ACCENT}", ""),
    ("casus-head", "", "", f"{_STRONG} {_MUTED}", _UNDER),
    ("casus-head-right", "", _RIGHT, f"{_STRONG} {_MUTED}", f'{_UNDER} fo:wrap-option="wrap"'),
    ("casus-total", "", "", _STRONG, _OVER),
    ("casus-exact", "casus-exact-format", _RIGHT, "", ""),
    ("casus-exact-total", "casus-exact-format", _RIGHT, _STRONG, _OVER),
    ("casus-rounded", "casus-rounded-format", _RIGHT, "", ""),
    ("casus-rounded-total", "casus-rounded-format", _RIGHT, _STRONG, _OVER),
    ("casus-right", "", _RIGHT, "", ""),
    ("casus-right-total", "", _RIGHT, _STRONG, _OVER),
    ("casus-date", "casus-date-format", _RIGHT, "", ""),
)
_DATE = (
    '<number:date-style style:name="casus-date-format"><number:day number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text>'
    '<number:year number:style="long"/></number:date-style>'
)


def _format(name: str, language: str, before: str) -> str:
    number = '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
    place = f'number:language="{language}" number:country="{_COUNTRY[language]}"'
    return f'<number:number-style style:name="{name}" {place}>{before}{number}</number:number-style>'


def _column(width: float) -> str:
    properties = f'<style:table-column-properties style:column-width="{width:.1f}cm"/>'
    return f'<style:style style:name="{width_style(width)}" style:family="table-column">{properties}</style:style>'


def _cell_style(name: str, data: str, block: str, text: str, cell: str) -> str:
    reference = f' style:data-style-name="{data}"' if data else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Default"{reference}>'
        f'<style:table-cell-properties style:vertical-align="bottom" {cell}/>'
        f"<style:paragraph-properties {block}/>"
        f'<style:text-properties style:font-name="Noto Sans" {text}/></style:style>'
    )
