# SPDX-License-Identifier: EUPL-1.2
"""The pages themselves: cover, running head and foot, document properties."""

from datetime import UTC
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from casus.disclosure import Method, Release
from casus.reports import pdf_styles as look
from casus.reports import statement
from casus.reports.clean import clean
from casus.reports.pdf_parts import Said, fitted, shorten
from casus.reports.pdf_tags import Element, TaggedCanvas
from casus.reports.texts import LEFT_OUT, Texts

COVER, BODY = "cover", "body"
_BAND = 172 * mm
_LONGEST_NAME = 120


class Pages:
    """Makes documents of one release: the same cover, heads, feet and properties each time."""

    def __init__(
        self, release: Release, texts: Texts, organisation: str, titles: tuple[str, str] | None = None
    ) -> None:
        self.release, self.texts = release, texts
        self.organisation = shorten(clean(organisation), _LONGEST_NAME)
        name, self.subtitle = titles or (texts.say("title"), texts.say("subtitle"))
        self.name = shorten(clean(name), _LONGEST_NAME)
        years = f"{release.period[0].year}\u2013{release.period[1].year}"
        self.title = self.name if titles else f"{self.name} {years}"

    def build(self, story: list[Flowable]) -> bytes:
        """Lay out `story` and return the file."""
        out = BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            lang=self.texts.language,
            displayDocTitle=1,
            title=self.title,
            author=self.organisation,
            subject=self.texts.say("subject"),
            creator="Casus",
            producer="Casus, ReportLab",
            pageTemplates=self._templates(),
        )
        document.build(story, canvasmaker=self._canvas)
        return out.getvalue()

    def _templates(self) -> list[PageTemplate]:
        def frame(bottom: float, height: float) -> Frame:
            return Frame(look.MARGIN, bottom, look.WIDTH, height, 0, 0, 0, 0)

        body = look.PAGE_HEIGHT - look.TOP - look.BOTTOM
        return [
            PageTemplate(COVER, [frame(look.BOTTOM, body)], onPage=self._cover),
            PageTemplate(BODY, [frame(look.BOTTOM, body)], onPageEnd=self._running),
        ]

    def _canvas(self, *args: Any, **kwargs: Any) -> TaggedCanvas:
        canv = TaggedCanvas(*args, pdfVersion=(1, 7), **kwargs)
        canv.date(self.release.at, f"{self.release.entry.digest}{self.texts.language}")
        canv.describe(self._metadata())
        canv.showOutline()
        canv.addPageLabel(0, style="ARABIC", start=1)
        return canv

    def _metadata(self) -> str:
        """Return the XMP packet: title, author, language and date for readers that look there."""
        day = self.release.at.astimezone(UTC).isoformat(timespec="seconds")
        fields = {
            "title": self.title,
            "language": self.texts.language,
            "author": self.organisation,
            "day": day,
        }
        return _XMP.format(**{key: escape(value) for key, value in fields.items()})

    def _cover(self, canv: TaggedCanvas, _document: BaseDocTemplate) -> None:
        with canv.artifact():
            _draw_band(canv)
        top = look.PAGE_HEIGHT - 30 * mm
        _place(canv, Said(self.organisation, look.COVER_ORGANISATION), top)
        title_top = look.PAGE_HEIGHT - 88 * mm
        bottom = _place(canv, Said(self.name, look.COVER_TITLE), title_top)
        if self.subtitle:
            _place(canv, Said(shorten(self.subtitle, _LONGEST_NAME), look.COVER_SUBTITLE), bottom - 12)
        y = look.PAGE_HEIGHT - _BAND - 16 * mm
        for name, value in self._cover_lines():
            y = _pair(canv, name, value, y)

    def _cover_lines(self) -> list[tuple[str, str]]:
        say, release = self.texts.say, self.release
        day = self.texts.day(release.at.astimezone(UTC).date())
        latest = max(table.reference_date for table in release.tables)
        return [
            (say("period"), self.texts.period(release.period)),
            (say("reference_date"), self.texts.day(latest)),
            (say("release"), say("release_line", number=release.number, day=day)),
            (say("protection"), self._protection()),
        ]

    def _protection(self) -> str:
        label, preset = statement.preset_label(self.release, self.texts), self.release.preset
        name = "protected_exact" if preset.method is Method.SUPPRESSION else "protected_short"
        return self.texts.say(name, label=label, base=preset.base, mark=LEFT_OUT)

    def _running(self, canv: TaggedCanvas, _document: BaseDocTemplate) -> None:
        with canv.artifact():
            canv.setFont(look.REGULAR, 7.5)
            canv.setFillColor(look.MUTED)
            head, right = look.PAGE_HEIGHT - 17 * mm, look.PAGE_WIDTH - look.MARGIN
            canv.drawString(look.MARGIN, head, fitted(self.name, look.REGULAR, 7.5, look.WIDTH - 270))
            canv.drawRightString(right, head, fitted(canv.chapter, look.REGULAR, 7.5, 260))
            canv.setStrokeColor(look.LINE)
            canv.setLineWidth(0.6)
            canv.line(look.MARGIN, 17 * mm, right, 17 * mm)
            foot = f"{self.organisation} · {self.texts.say('release')} {self.release.number}"
            canv.drawString(look.MARGIN, 12 * mm, fitted(foot, look.REGULAR, 7.5, look.WIDTH - 60))
            canv.setFillColor(look.TEXT)
            canv.setFont(look.SEMIBOLD, 8)
            canv.drawRightString(right, 12 * mm, str(canv.getPageNumber()))


def _place(canv: TaggedCanvas, text: Said, top: float) -> float:
    """Draw `text` from `top` down at the left margin; return where it ends."""
    _, height = text.wrap(look.WIDTH, look.PAGE_HEIGHT)
    text.drawOn(canv, look.MARGIN, top - height)
    return float(top - height)


def _pair(canv: TaggedCanvas, name: str, value: str, top: float) -> float:
    """Draw one line of the cover's facts as one element; return where the next begins."""
    element: Element = canv.root.add("P")
    with canv.marked(element):
        canv.setFont(look.REGULAR, 10)
        canv.setFillColor(look.MUTED)
        canv.drawString(look.MARGIN, top, name)
        canv.setFillColor(look.TEXT)
        canv.drawString(look.MARGIN + 96, top, fitted(value, look.REGULAR, 10, look.WIDTH - 96))
    return top - 20


def _draw_band(canv: TaggedCanvas) -> None:
    """Draw the coloured upper part: a fence of lines that opens into a view."""
    bottom = look.PAGE_HEIGHT - _BAND
    canv.setFillColor(look.ACCENT)
    canv.rect(0, bottom, look.PAGE_WIDTH, _BAND, stroke=0, fill=1)
    canv.setStrokeColor(look.WHITE)
    canv.setStrokeAlpha(0.28)
    canv.setLineWidth(0.8)
    _fence(canv, bottom)
    canv.setStrokeAlpha(1)


def _fence(canv: TaggedCanvas, bottom: float) -> None:
    x, gap, height = look.MARGIN, 3.2, 46.0
    while x < look.PAGE_WIDTH:
        canv.line(x, bottom, x, bottom + height)
        x, gap, height = x + gap, gap * 1.055, height * 0.985


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:CreatorTool>Casus</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
