# SPDX-License-Identifier: EUPL-1.2
"""What a document is, by its bytes and never by its name; and a title that is safe to show."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath, PureWindowsPath

from casus.domain.text import clean_line
from casus.errors import AttachmentRefused, InvalidInput

CHUNK = 256 * 1024
"""Bytes in a chunk, the last one excepted."""
PDF, TEXT = "application/pdf", "text/plain"
HEAD, TAIL = 1024, 4096
"""How much of the beginning and of the end is looked at."""
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_SHORTCUT = b"L\x00\x00\x00\x01\x14\x02\x00"  # [MS-SHLLINK] 2.1: what Windows calls a shortcut
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_RICH = (b"{\\rtf", b"%!PS")  # text by its letters, but nothing to read
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_TITLE_LIMIT = 120
_NO_TITLE = {"nl": "Bijlage", "en": "Attachment"}


def media_type_of(head: bytes, tail: bytes, size: int) -> str:
    """Return the media type of a document that can be stored and shown, from its first and last bytes.

    Raises AttachmentRefused: link (a shortcut), damaged (a PDF without its end), encoding (text that is no
    UTF-8), unknown_kind.
    """
    if head.startswith(_SHORTCUT):
        raise AttachmentRefused("link")
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:2] == b"BM" and head[6:10] == bytes(4) and size > 26:
        return "image/bmp"
    if b"%PDF-" in head[:HEAD]:
        if b"%%EOF" not in tail and b"startxref" not in tail:
            raise AttachmentRefused("damaged")
        return PDF
    if head.startswith(_WIDE):
        raise AttachmentRefused("encoding")
    if head.startswith(_RICH) or _CONTROLS.search(head):
        raise AttachmentRefused("unknown_kind")
    return TEXT


def reading_check(media_type: str) -> Callable[[bytes, bool], object]:
    """Return what looks at each chunk while it is read (and whether it is the last): text has to be text."""
    if media_type != TEXT:
        return lambda _chunk, _last: None
    decoder = codecs.getincrementaldecoder("utf-8")()

    def check(chunk: bytes, last: bool) -> None:
        if _CONTROLS.search(chunk):
            raise AttachmentRefused("unknown_kind")
        try:
            decoder.decode(chunk, last)
        except UnicodeDecodeError:
            raise AttachmentRefused("encoding") from None

    return check


def default_kind(media_type: str) -> str:
    """Return the code of list attachment_kind to begin with."""
    return "image" if is_image(media_type) else "other"


def is_image(media_type: str) -> bool:
    """Tell whether it is a picture."""
    return media_type.startswith("image/")


def title_from(name: str, language: str = "nl") -> str:
    """Return a title from a file's name: without folders, ending, and signs that cannot be seen or that mislead."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    stem = last.rpartition(".")[0] or last
    seen = "".join(_visible(character) for character in stem.replace("_", " "))
    words = " ".join(unicodedata.normalize("NFC", seen).split())[:_TITLE_LIMIT].strip(". ")
    try:
        return clean_line("title", words, required=True)
    except InvalidInput:
        return _NO_TITLE.get(language, _NO_TITLE["nl"])


def _visible(character: str) -> str:
    """Return a letter as it is, a space for a line end, nothing for what hides or steers (controls, bidi)."""
    category = unicodedata.category(character)
    return (
        " "
        if category in ("Zl", "Zp", "Zs") or character in "\t\n\r"
        else ""
        if category[0] == "C"
        else character
    )
