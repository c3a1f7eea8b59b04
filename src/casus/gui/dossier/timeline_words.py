# SPDX-License-Identifier: EUPL-1.2
"""What happened in a dossier, put into words for the timeline."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from casus.gui.corrections.words import beside_words
from casus.gui.dossier.parts import joined
from casus.gui.labels import label
from casus.gui.records.source import TONES
from casus.gui.widgets.timeline import Entry
from casus.gui.words import in_sentence
from casus.services.timeline import TimelineItem

_CONTACT_ICONS = {
    "home_visit": "house-line", "prison_visit": "buildings", "consulting_hour": "users-three",
    "street": "person-simple-walk", "office": "desktop", "telephone": "phone", "video": "video-camera",
    "case_meeting": "users", "mdo": "users-four",
}  # fmt: skip
_REACHED_TONES = {"yes": "ok", "not_at_home": "warn", "refused": "danger", "cancelled": "neutral"}


def entry(item: TimelineItem, today: date, *, opens: bool = True) -> Entry:
    """Return an item as the timeline shows it; a contact that does not open is not worked on here."""
    beside = "\n".join(beside_words(one, today) for one in item.beside)
    made = replace(_MAKERS[item.kind](item), key=f"{item.record}:{item.id}", beside=beside)
    return made if opens or item.kind != "contact" else replace(made, id="")


def _contact(item: TimelineItem) -> Entry:
    kind, reached = item.codes["contact_kind"], item.codes["reached"]
    heard = item.codes.get("information_kind", "fact")
    return Entry(
        item.id,
        item.on,
        _CONTACT_ICONS.get(kind, "chat-circle"),
        label("contact_kind", kind),
        item.text or "",
        joined(
            item.at_time or "",
            ", ".join(item.people),
            item.place or "",
            label("information_kind", heard) if heard != "fact" else "",
        ),
        label("reached", reached),
        _REACHED_TONES.get(reached, "neutral"),
    )


def _phase(item: TimelineItem) -> Entry:
    translate = QCoreApplication.translate
    before, after = item.codes.get("from_phase"), item.codes["phase"]
    if before is None:
        return Entry("", item.on, "folder-plus", translate("Timeline", "Casus geopend"))
    words = translate("Timeline", "Fase: {0} → {1}").format(label("phase", before), label("phase", after))
    ended = joined(
        label("closure_reason", item.codes.get("closure_reason")),
        label("case_outcome", item.codes.get("case_outcome")),
    )
    return Entry("", item.on, "arrow-right", words, item.text or "", ended)


def _review(item: TimelineItem) -> Entry:
    translate = QCoreApplication.translate
    going_on = item.codes["proportionate"] == "yes"
    words = translate("Timeline", "Nog nodig") if going_on else translate("Timeline", "Niet meer nodig")
    tone = "ok" if going_on else "warn"
    return Entry("", item.on, "scales", translate("Timeline", "Hertoets"), item.text or "", "", words, tone)


def _assessment(item: TimelineItem) -> Entry:
    words = QCoreApplication.translate("Timeline", "Leefgebieden: {0}")
    kind = label("assessment_kind", item.codes["assessment_kind"])
    return Entry("", item.on, "chart-bar-horizontal", words.format(kind), item.text or "")


def _plan(item: TimelineItem) -> Entry:
    status = item.codes["plan_status"]
    tone = {"adopted": "ok", "draft": "warn"}.get(status, "neutral")
    title = QCoreApplication.translate("Timeline", "Plan van aanpak")
    return Entry("", item.on, "list-bullets", title, item.text or "", "", label("plan_status", status), tone)


def _programme(item: TimelineItem) -> Entry:
    status = item.codes["programme_status"]
    title = QCoreApplication.translate("Timeline", "Traject {0}").format(
        in_sentence(label("programme_kind", item.codes["programme_kind"]))
    )
    by = joined(item.place or "", label("programme_outcome", item.codes.get("programme_outcome")))
    tone = TONES["programme_status"].get(status, "neutral")
    return Entry(
        "", item.on, "briefcase", title, item.text or "", by, label("programme_status", status), tone
    )


def _detention(item: TimelineItem) -> Entry:
    title = QCoreApplication.translate("Timeline", "In detentie")
    by = joined(item.place or "", label("detention_title", item.codes["detention_title"]))
    return Entry("", item.on, "lock-simple", title, item.text or "", by)


def _release(item: TimelineItem) -> Entry:
    title = QCoreApplication.translate("Timeline", "Vrijgekomen")
    return Entry("", item.on, "lock-simple-open", title, "", item.place or "")


def _vog(item: TimelineItem) -> Entry:
    status = item.codes["vog_status"]
    title = QCoreApplication.translate("Timeline", "VOG voor {0}").format(
        in_sentence(label("vog_purpose", item.codes["vog_purpose"]))
    )
    tone = TONES["vog_status"].get(status, "neutral")
    return Entry(
        "", item.on, "identification-badge", title, item.text or "", "", label("vog_status", status), tone
    )


def _sharing(item: TimelineItem) -> Entry:
    title = QCoreApplication.translate("Timeline", "Gegevens gedeeld met {0}").format(item.place or "")
    by = label("legal_basis", item.codes["legal_basis"])
    kinds = ", ".join(label("data_kind", code) for code in item.codes["data_kinds"].split())
    text = "\n".join(part for part in (kinds, item.text) if part)
    gone = item.codes["sharing_state"] == "withdrawn"
    pill = label("sharing_state", "withdrawn") if gone else ""
    return Entry("", item.on, "share-network", title, text, by, pill)


def _task(item: TimelineItem) -> Entry:
    title = QCoreApplication.translate("Timeline", "Taak gedaan")
    return Entry("", item.on, "check-square", title, item.text or "", item.place or "")


def _transfer(item: TimelineItem) -> Entry:
    status = item.codes["transfer_status"]
    given, taken = item.people
    title = QCoreApplication.translate("Timeline", "Overdracht")
    by = QCoreApplication.translate("Timeline", "{0} aan {1}").format(given, taken)
    tone = {"accepted": "ok", "refused": "danger", "offered": "warn"}.get(status, "neutral")
    return Entry(
        "", item.on, "arrows-left-right", title, item.text or "", by, label("transfer_status", status), tone
    )


def _attachment(item: TimelineItem) -> Entry:
    title = QCoreApplication.translate("Timeline", "Bijlage toegevoegd")
    kind = label("attachment_kind", item.codes["attachment_kind"])
    return Entry(item.id, item.on, "paperclip", title, item.text or "", kind)


_MAKERS: dict[str, Callable[[TimelineItem], Entry]] = {
    "contact": _contact,
    "phase": _phase,
    "review": _review,
    "assessment": _assessment,
    "plan": _plan,
    "programme": _programme,
    "detention": _detention,
    "release": _release,
    "vog": _vog,
    "sharing": _sharing,
    "task": _task,
    "attachment": _attachment,
    "transfer": _transfer,
}
