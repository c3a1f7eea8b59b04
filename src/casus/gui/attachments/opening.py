# SPDX-License-Identifier: EUPL-1.2
"""Opening a document in the worker: the view is logged, and what cannot be shown says why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSizeF

from casus.errors import Unshowable, VaultDamaged
from casus.gui.attachments.papers import Paper, TextPaper, open_paper
from casus.services import attachments
from casus.services.attachments import AttachmentRow
from casus.services.desk import Desk


@dataclass
class Looked:
    """A document that is looked at: what is known of it, held open, and its place among the others."""

    row: AttachmentRow
    all_ids: Sequence[str]
    paper: Paper | TextPaper | None = None
    pages: list[QSizeF] = field(default_factory=list)
    text: tuple[str, bool] = ("", False)
    failure: Unshowable | VaultDamaged | None = None

    @property
    def position(self) -> int:
        """Which of the documents of this dossier it is, from 1."""
        return self.all_ids.index(self.row.id) + 1 if self.row.id in self.all_ids else 0

    @property
    def of(self) -> int:
        """How many documents the dossier has."""
        return len(self.all_ids)

    def beside(self, by: int) -> str:
        """Return the id of the next (1) or previous (-1) document; "" at the end."""
        at = self.position - 1 + by
        return self.all_ids[at] if self.position and 0 <= at < self.of else ""


def look_at(desk: Desk, attachment_id: str, password: str = "") -> Looked:
    """Open a document. Raises NotFound and NotAllowed; what cannot be shown is in `failure`."""
    reader = attachments.open_attachment(desk, attachment_id)
    row = reader.row
    with desk.reading() as session:
        listed = attachments.attachments_of(session, row.person_id)
    looked = Looked(row, [one.id for one in listed])
    try:
        paper = looked.paper = open_paper(reader, password)
        if isinstance(paper, TextPaper):
            looked.text = paper.more()
        else:
            looked.pages = paper.pages()
    except (Unshowable, VaultDamaged) as error:
        looked.failure = error
    return looked
