# SPDX-License-Identifier: EUPL-1.2
"""A PDF canvas that records what everything is, so that a screen reader can read the report.

reportlab writes untagged pages. This adds the structure tree of PDF 1.7 (ISO 32000-1, 14.7-14.8):
marked content per element, the parent tree, links tied to their element, and the rest an artifact.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False)
class Element:
    """One element of the structure tree: its role (H1, P, Table, TD, Figure, ...) and what it holds."""

    role: str
    parent: "Element | None" = None
    alt: str | None = None
    attributes: Mapping[str, str] | None = None
    kids: list[Any] = field(default_factory=list)
    name: str = ""

    def add(self, role: str, **details: Any) -> "Element":
        """Add and return an element at the end of this one."""
        element = Element(role, self, **details)
        self.kids.append(element)
        return element


@dataclass(frozen=True)
class _Marked:
    """Content on a page: the page's object and the number of the marked content on it."""

    page: pdfdoc.PDFObjectReference
    number: int


@dataclass(frozen=True)
class _Annotated:
    """An annotation on a page that belongs to an element."""

    page: pdfdoc.PDFObjectReference
    annotation: pdfdoc.PDFObjectReference


class _Link(pdfdoc.LinkAnnotation):  # type: ignore[misc]  # reportlab is untyped
    """A link that knows its entry in the parent tree."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class _Moment:
    """A moment in the shape of reportlab's TimeStamp: UTC, no clock read."""

    def __init__(self, at: datetime) -> None:
        at = at.astimezone(UTC)
        self.YMDhms = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self.dhh = self.dmm = 0


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with a structure tree; `root` is its Document element, `chapter` the one being drawn."""

    chapter = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.root = Element("Document")
        self._parents: dict[int, list[Element] | Element] = {}
        self._open = False
        super().__init__(*args, **kwargs)

    def date(self, at: datetime, signature: str) -> None:
        """Make `at` the moment the file was made, and `signature` part of its id."""
        self._doc._timeStamp = _Moment(at)  # noqa: SLF001  # reportlab has no other way
        self._doc.updateSignature(signature)

    def describe(self, packet: str) -> None:
        """Add an XMP packet that describes the document."""
        stream = pdfdoc.PDFStream(content=packet.encode(), filters=[])
        stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
        stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
        self._doc.Catalog.Metadata = stream

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Everything drawn inside belongs to `element`; nested marks belong to the outer one."""
        if self._open:
            yield
            return
        numbered = self._parents.setdefault(self._pageNumber - 1, [])
        assert isinstance(numbered, list)
        number = len(numbered)
        numbered.append(element)
        element.kids.append(_Marked(self._doc.thisPageRef(), number))
        with self._between(f"/{element.role} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Everything drawn inside is decoration or repeated on each page; a reader skips it."""
        if self._open:
            yield
            return
        with self._between("/Artifact BMC"):
            yield

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        self._open = True
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._open = False

    def link_to(self, element: Element, key: str, alt: str, box: tuple[float, float, float, float]) -> None:
        """Make `box` (points, current coordinates) a link to bookmark `key`, tied to `element`."""
        index = 100_000 + len(self._parents)
        name = f"link{index}"
        link = _Link(
            Rect=self._absRect(box, 1),
            Contents=alt,
            Destination=self._bookmarkReference(key),
            Border="[0 0 0]",
            F=4,
            StructParent=index,
        )
        self._addAnnotation(link, name)
        self._parents[index] = element
        element.kids.append(_Annotated(self._doc.thisPageRef(), self._doc.refAnnotation(name)))

    def showPage(self) -> None:
        """Close the page, with its place in the parent tree and its reading order."""
        index = self._pageNumber - 1
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = index
        page.Tabs = pdfdoc.PDFName("S")

    def save(self) -> None:
        """Write the structure tree, then the file."""
        if self._code:
            self.showPage()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        document = self._doc
        root = pdfdoc.PDFObjectReference("StructTreeRoot")
        elements = list(_preorder(self.root))
        for number, element in enumerate(elements):
            element.name = f"Struct{number}"
        for element in elements:
            document.Reference(_element(element, root), element.name)
        tree = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFObjectReference(self.root.name),
            "ParentTree": pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(self._numbers())}),
            "ParentTreeNextKey": 200_000,
        }
        document.Reference(pdfdoc.PDFDictionary(tree), "StructTreeRoot")
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    def _numbers(self) -> list[Any]:
        numbers: list[Any] = []
        for index, owner in sorted(self._parents.items()):
            if isinstance(owner, Element):
                numbers += [index, pdfdoc.PDFObjectReference(owner.name)]
            else:
                numbers += [index, pdfdoc.PDFArray([pdfdoc.PDFObjectReference(e.name) for e in owner])]
        return numbers


def _preorder(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _preorder(kid)


def _element(element: Element, root: pdfdoc.PDFObjectReference) -> pdfdoc.PDFDictionary:
    parent = pdfdoc.PDFObjectReference(element.parent.name) if element.parent else root
    entries: dict[str, Any] = {
        "Type": pdfdoc.PDFName("StructElem"),
        "S": pdfdoc.PDFName(element.role),
        "P": parent,
        "K": pdfdoc.PDFArray([_kid(kid) for kid in element.kids]),
    }
    if element.alt is not None:
        entries["Alt"] = pdfdoc.PDFString(element.alt)
    if element.attributes:
        pairs = {key: pdfdoc.PDFName(value) for key, value in element.attributes.items()}
        entries["A"] = pdfdoc.PDFDictionary(pairs)
    return pdfdoc.PDFDictionary(entries)


def _kid(kid: Element | _Marked | _Annotated) -> Any:
    if isinstance(kid, Element):
        return pdfdoc.PDFObjectReference(kid.name)
    if isinstance(kid, _Marked):
        entries = {"Type": pdfdoc.PDFName("MCR"), "Pg": kid.page, "MCID": kid.number}
    else:
        entries = {"Type": pdfdoc.PDFName("OBJR"), "Pg": kid.page, "Obj": kid.annotation}
    return pdfdoc.PDFDictionary(entries)
