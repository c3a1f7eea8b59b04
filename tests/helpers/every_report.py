# SPDX-License-Identifier: EUPL-1.2
"""Every use case of composing a report, done once at a coordinator's desk that has a release."""

from dataclasses import replace
from pathlib import Path

from casus.services import composing
from casus.services.composing import Block, ReportDocument
from casus.services.desk import Desk
from tests.helpers.canary import Canary


def compose_everything(office: Desk, canary: Canary, folder: Path) -> tuple[Path, ...]:
    """Begin, change and throw away a report full of canaries, then write one that has none: its words go out."""
    release = composing.to_choose(office)[0].id
    spoilt = composing.start_report(office, canary("name of a report"), "letter", release).value
    words = canary.text("text of a report")

    def spoil(document: ReportDocument) -> ReportDocument:
        chapter = document.chapters[0]
        return composing.put_block(document, chapter.key, Block("text", "see", words))

    composing.change_report(office, spoilt.id, spoil)
    composing.choose_release(office, spoilt.id, release)
    composing.remove_report(office, spoilt.id)
    sound = composing.start_report(office, "Jaarverslag", "year", release).value
    composing.change_report(office, sound.id, lambda document: replace(document, subtitle="Een jaar verder"))
    return composing.export_report(office, sound.id, folder, overwrite=True)
