# SPDX-License-Identifier: EUPL-1.2
"""The look of the PDF: page, colours, type scale and the bundled fonts (ui.md, tokens)."""

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from casus.assets import resource_path

PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm
MARGIN = 25 * mm
TOP, BOTTOM = 30 * mm, 26 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Width of the text area in points."""
MEASURE = 400.0
"""Width of running text in points: about 72 characters."""

TEXT = HexColor("#1F2328")
MUTED = HexColor("#5A5F66")
LINE = HexColor("#D8D5CC")
GROUND = HexColor("#F6F5F2")
ACCENT = HexColor("#1F4E79")
ACCENT_SOFT = HexColor("#E3ECF5")
WHITE = HexColor("#FFFFFF")

REGULAR, SEMIBOLD, BOLD, ITALIC = "NotoSans", "NotoSans-SemiBold", "NotoSans-Bold", "NotoSans-Italic"


@cache
def load_fonts() -> None:
    """Register the bundled fonts; only what is used is embedded. FileNotFoundError when absent."""
    for name, face in ((REGULAR, "Regular"), (SEMIBOLD, "SemiBold"), (BOLD, "Bold"), (ITALIC, "Italic")):
        pdfmetrics.registerFont(TTFont(name, str(resource_path("fonts", f"NotoSans-{face}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=BOLD)


def tints(count: int) -> list[Color]:
    """Return `count` clearly different shades of the accent, darkest first."""
    lightest = min(0.76, 0.41 + 0.07 * count)
    steps = [lightest * i / max(count - 1, 1) for i in range(count)]
    return [_toward_white(ACCENT, step) for step in steps]


def _toward_white(color: Color, share: float) -> Color:
    return Color(*(part + (1 - part) * share for part in (color.red, color.green, color.blue)))


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    settings: dict[str, object] = {
        "fontName": REGULAR,
        "textColor": TEXT,
        "alignment": TA_LEFT,
        "splitLongWords": 1,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, **(settings | more))


COVER_ORGANISATION = _style("cover-organisation", 11, 16, fontName=SEMIBOLD, textColor=WHITE)
COVER_TITLE = _style("cover-title", 34, 42, fontName=SEMIBOLD, textColor=WHITE, rightIndent=60)
COVER_SUBTITLE = _style("cover-subtitle", 15, 22, textColor=ACCENT_SOFT)
RUN = WIDTH - MEASURE
"""Right indent that keeps running text at its measure."""
CHAPTER = _style("chapter", 24, 30, fontName=SEMIBOLD, textColor=ACCENT, spaceBefore=34, spaceAfter=14)
SECTION = _style("section", 13.5, 18, fontName=SEMIBOLD, spaceBefore=34, spaceAfter=8)
FOCUS = _style(
    "focus", 16, 21, fontName=SEMIBOLD, textColor=ACCENT, spaceBefore=26, spaceAfter=6, keepWithNext=1
)
PART_OF_CHAPTER = _style(
    "part-of-chapter", 11.5, 16, fontName=SEMIBOLD, spaceBefore=16, spaceAfter=4, keepWithNext=1
)
INDICATOR = _style("indicator", 11.5, 16, fontName=SEMIBOLD, spaceBefore=22, spaceAfter=6)
PART = _style("part", 13.5, 18, fontName=SEMIBOLD, spaceBefore=18, spaceAfter=8)
SUBSECTION = _style("subsection", 10, 14, fontName=SEMIBOLD, spaceBefore=6, spaceAfter=4)
LEAD = _style("lead", 11.5, 18, textColor=TEXT, rightIndent=RUN, spaceAfter=8)
BODY = _style("body", 9.5, 14.5, rightIndent=RUN, spaceAfter=6)
BODY_NARROW = _style("body-narrow", 9.5, 14.5)
SMALL = _style("small", 8, 11.5, textColor=MUTED)
LEGEND = _style("legend", 8, 11.5, textColor=MUTED, spaceBefore=4)
CAPTION = _style(
    "caption", 9, 13, fontName=SEMIBOLD, textColor=ACCENT, spaceBefore=12, spaceAfter=4, keepWithNext=1
)
TABLE_CAPTION = _style("table-caption", 8, 11, fontName=SEMIBOLD, spaceBefore=6, spaceAfter=2)
CELL = _style("cell", 8.5, 11.5)
CELL_STRONG = _style("cell-strong", 8.5, 11.5, fontName=SEMIBOLD)
HEAD = _style("head", 7.5, 10, fontName=SEMIBOLD, textColor=MUTED)
HEAD_RIGHT = _style("head-right", 7.5, 10, fontName=SEMIBOLD, textColor=MUTED, alignment=TA_RIGHT)
CONTENTS_CHAPTER = _style("contents-chapter", 10.5, 15, fontName=SEMIBOLD)
CONTENTS_ENTRY = _style("contents-entry", 9, 13)
GLANCE_LABEL = _style("glance-label", 9.5, 12.5)
GLANCE_PILLAR = _style("glance-pillar", 11.5, 16, fontName=SEMIBOLD, textColor=ACCENT, spaceBefore=16)
NOTE = _style("note", 8.5, 12.5, textColor=TEXT, rightIndent=RUN, spaceBefore=6)
ASIDE_HEADING = _style("aside-heading", 7.5, 11, fontName=SEMIBOLD, textColor=MUTED)
STORY_KIND = _style(
    "story-kind", 7.5, 12, fontName=SEMIBOLD, textColor=ACCENT, leftIndent=16, spaceBefore=22, keepWithNext=1
)
STORY_TITLE = _style("story-title", 12.5, 18, fontName=SEMIBOLD, leftIndent=16, keepWithNext=1)
STORY_NOTE = _style("story-note", 8, 12, textColor=MUTED, leftIndent=16, keepWithNext=1)
STORY_PART = _style("story-part", 8.5, 13, fontName=SEMIBOLD, leftIndent=16, spaceBefore=9, keepWithNext=1)
STORY_TEXT = _style("story-text", 9.5, 14.5, leftIndent=16, rightIndent=RUN - 16)
STORY_MORE = _style("story-more", 9.5, 14.5, leftIndent=16, rightIndent=RUN - 16, spaceBefore=4)
CELL_RIGHT = _style("cell-right", 8.5, 11.5, alignment=TA_RIGHT)


@cache
def indented(style: ParagraphStyle, depth: int) -> ParagraphStyle:
    """Return `style` with the left indent of a row `depth` levels deep; four levels are told apart."""
    return ParagraphStyle(f"{style.name}-{depth}", style, leftIndent=12 * min(depth, 4)) if depth else style


@cache
def key_figure(size: float) -> ParagraphStyle:
    """Return the style of the large figure of an indicator, at `size` points."""
    return _style(f"key-figure-{size:.1f}", size, 34, fontName=SEMIBOLD, textColor=ACCENT)
