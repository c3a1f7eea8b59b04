# SPDX-License-Identifier: EUPL-1.2
"""A story on its way: written, checked where the names are, approved by someone else, sent, told, withdrawn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_person
from tests.helpers.exchange import meet
from tests.helpers.stories import A_STORY, SECRET, a_second, a_story, approved, checked, send

from casus.domain.periods import Period
from casus.errors import BundleInvalid, InvalidForm, NotAllowed, StaleRecord
from casus.services import exchange, stories, undo
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.stories import publishing, travelling
from casus.services.stories.published import stories_for_report
from casus.services.stories.story_list import StoryList, waiting
from casus.vault.tables import Story

MakeDesk = Callable[..., Desk]
YEAR = Period.of_year(2023)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises((NotAllowed, BundleInvalid)) as found:
        act()
    error = found.value
    return error.reason if isinstance(error, BundleInvalid) else str(error.rule)


def wrong(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(InvalidForm) as found:
        act()
    return {one.field: one.rule for one in found.value.errors}


def test_what_cannot_be_a_story_is_refused_whole(desk: Desk) -> None:
    """Fields of a StoryInput are refused by name, several at once."""

    def write(**changes: object) -> Callable[[], object]:
        return lambda: stories.write_story(desk, replace(A_STORY, **changes))

    assert wrong(write(title=" ", pillar="x")) == {"title": "required", "pillar": "unknown_code"}
    assert wrong(write(situation="x" * 1_000_000)) == {"situation": "too_long"}
    assert wrong(write(situation="x" * 15_000, what_next="y" * 15_000)) == {"situation": "story_long"}
    for text in ("<b>Let op</b>", "een </script>", "[klik](https:x)", "&nbsp;"):
        assert wrong(write(what_next=text)) == {"what_next": "markup"}, text
    assert wrong(write(what_next="a\x07b", what_failed="a\u202eb")) == {
        "what_next": "control",
        "what_failed": "invisible",
    }
    assert wrong(write(consent_on=date(2024, 1, 1), indicator="none")) == {
        "consent_on": "future",
        "indicator": "unknown_record",
    }
    assert stories.write_story(desk, replace(A_STORY, what_next="Meer dan 3 < 5 jongeren & ouders")).value.id


def test_only_a_whole_story_without_anyone_in_it_is_checked(desk: Desk) -> None:
    person = a_person(desk, given_name="Xandrina", surname="Qwartel", telephone="06-12345678")
    story = a_story(desk, what_failed=None, consent_on=None, what_we_learned=" ")

    def check(story: Story, *, tick: bool = True) -> Callable[[], Story]:
        return lambda: stories.finish_check(desk, story.id, story.version, recognisable=tick).value

    assert wrong(check(story, tick=False)) == {
        "what_we_learned": "required",
        "consent_on": "required",
        "recognisable": "story_recognisable",
    }
    for text in (
        "De Quartels moeder belde.",
        "Bel +31 6 1234 5678.",
        "xandrinatje lachte",
        f"Zie {person.number}.",
    ):
        named = a_story(desk, what_changed=text)
        assert refused(check(named)) == "story_blocked", text
        hit = stories.tell(desk, named.id).checked.hits[0]
        assert (hit.part, hit.level) == ("what_changed", "block")
    one = check(a_story(desk))()
    assert (one.status, one.checked_on) == ("reviewed", desk.today())
    changed = stories.update_story(desk, one.id, one.version, replace(A_STORY, what_next="Verder.")).value
    assert (changed.status, changed.recognisable_checked, changed.checked_on) == ("draft", False, None)
    with pytest.raises(StaleRecord):
        stories.update_story(desk, one.id, one.version - 1, A_STORY)
    undo.undo(desk, undo.recent(desk)[0].batch_id)
    assert stories.get_story(desk, one.id).status == "reviewed"


def test_someone_else_approves_and_signs_for_exactly_this_text(desk: Desk) -> None:
    second = a_second(desk)
    draft, story = a_story(desk), checked(desk, perspective="family")

    def approve(
        story: Story, who: str = second, secret: str = SECRET, *, tick: bool = True
    ) -> Callable[[], Story]:
        return lambda: (
            stories.approve_story(desk, story.id, story.version, who, secret, recognisable=tick).value
        )

    assert refused(approve(draft)) == "story_not_checked"
    assert refused(approve(story, desk.worker_id)) == "same_person"
    assert refused(approve(story, secret="een heel ander geheim")) == "wrong_second_secret"
    assert wrong(approve(story, tick=False)) == {"recognisable": "story_recognisable"}
    late = checked(desk, title="Over Zwaluwstaartje")
    a_person(desk, given_name="Zwaluwstaart", surname="Olm")
    assert refused(approve(late)) == "story_blocked"
    done = approve(story)()
    assert (done.status, done.revision, done.reviewed_by_id) == ("released", 1, second)
    assert done.approval_key is not None
    assert done.approval is not None
    told = travelling.plain_story(done, 1)
    assert travelling.is_approved(told, done.approval_key, done.approval)
    assert not travelling.is_approved(told | {"composite": True}, done.approval_key, done.approval)
    assert refused(lambda: stories.remove_story(desk, done.id, done.version)) == "story_read"
    again = stories.update_story(desk, done.id, done.version, replace(A_STORY, composite=True)).value
    assert (again.status, again.approval, again.reviewed_by_id) == ("draft", None, None)


def test_an_approved_story_travels_is_told_and_withdrawn(make_desk: MakeDesk, tmp_path: Path) -> None:
    worker, office = make_desk(), make_desk("coordinator", "Ingrid Coordinator")
    to = meet(worker, office)
    back = meet(office, worker)
    second = a_second(worker)
    person = a_person(worker, given_name="Xandrina", surname="Qwartel")
    story = approved(worker, second, against_grain=True, composite=True)
    assert refused(lambda: send(worker, checked(worker), [to], tmp_path)) == "story_not_approved"
    path = send(worker, story, [to], tmp_path)
    payload = travelling.to_bytes(story).decode()
    assert not any(one in payload for one in (person.id, worker.worker_id, second, "Quirine", "-14"))

    assert ("story_title", A_STORY.title) in {
        (fact.name, fact.value) for fact in exchange.look(office, path).facts
    }
    here = exchange.take(office, path).value.record_id
    assert here is not None
    assert refused(lambda: exchange.take(office, path)) == "replayed"
    (told,) = stories_for_report(office, YEAR)
    assert (told.key, told.composite, told.against_the_grain, told.consent_stated) == (here, True, True, True)
    assert [part for part, _text in told.parts] == [
        "situation", "what_we_did", "what_changed", "what_failed", "what_we_learned",
    ]  # fmt: skip
    assert stories_for_report(office, Period.of_year(2025)) == ()
    came = publishing.publish_story(office, here, 1).value
    assert refused(lambda: publishing.publish_story(office, here, came.version)) == "story_not_approved"
    assert refused(lambda: stories.update_story(office, here, came.version, A_STORY)) == "role"

    newer = stories.update_story(
        worker, story.id, story.version, replace(A_STORY, title="Toch naar school")
    ).value
    newer = stories.finish_check(worker, newer.id, newer.version, recognisable=True).value
    newer = stories.approve_story(worker, newer.id, newer.version, second, SECRET, recognisable=True).value
    old, path = path, send(worker, newer, [to], tmp_path)
    exchange.take(office, path)
    assert [(one.title, one.key) for one in stories_for_report(office, YEAR)] == [("Toch naar school", here)]
    (tmp_path / "again").mkdir()
    assert (
        refused(lambda: exchange.look(office, send(worker, newer, [to], tmp_path / "again"))) == "story_older"
    )
    assert refused(lambda: exchange.take(office, old)) == "replayed"

    assert stories.holders(worker, story.id) == (to,)
    assert wrong(lambda: stories.withdraw_consent(worker, newer.id, newer.version, date(2023, 1, 1)))
    gone = stories.withdraw_consent(worker, newer.id, newer.version, worker.today()).value
    assert undo.recent(worker)[0].never
    assert refused(lambda: stories.update_story(worker, gone.id, gone.version, A_STORY)) == "story_withdrawn"
    word = send(worker, gone, [to], tmp_path, withdrawal=True)
    assert stories.holders(worker, story.id) == ()
    exchange.take(office, word)
    assert stories_for_report(office, YEAR) == ()
    assert stories.get_story(office, here).consent_withdrawn_on == office.today()
    assert (
        refused(lambda: publishing.withdraw_story(office, here, 4, "Toch niet geschikt."))
        == "story_withdrawn"
    )
    assert stories.holders(office, here) == (back,)
    assert office.vault.verify().findings == ()
    assert worker.vault.verify().findings == ()


def test_a_withdrawal_travels_both_ways_and_may_come_first(make_desk: MakeDesk, tmp_path: Path) -> None:
    worker, office = make_desk(), make_desk("coordinator", "Ingrid Coordinator")
    to, back = meet(worker, office), meet(office, worker)
    second = a_second(worker)
    first, other = approved(worker, second), approved(worker, second, title="Een ander verhaal")
    paths = [send(worker, one, [to], _folder(tmp_path, one)) for one in (first, other)]

    gone = stories.withdraw_consent(worker, first.id, first.version, worker.today()).value
    exchange.take(office, send(worker, gone, [to], tmp_path, withdrawal=True))
    assert refused(lambda: exchange.take(office, paths[0])) == "story_withdrawn"

    here = exchange.take(office, paths[1]).value.record_id
    assert here is not None
    assert wrong(lambda: publishing.withdraw_story(office, here, 1, "")) == {"reason": "required"}
    out = publishing.withdraw_story(office, here, 1, "Past niet meer bij het verslag.").value
    word = send(office, out, [back], _folder(tmp_path, out), withdrawal=True)
    assert "verslag" not in "".join(str(fact.value) for fact in exchange.look(worker, word).facts)
    exchange.take(worker, word)
    assert stories.get_story(worker, other.id).status == "withdrawn"
    assert [row["status"] for row in _rows(office)] == ["withdrawn"]
    assert waiting(worker) == (0, 0)
    undo.undo(worker, undo.recent(worker)[0].batch_id)
    assert stories.get_story(worker, other.id).status == "released"


def _folder(tmp_path: Path, story: Story) -> Path:
    folder = tmp_path / story.id
    folder.mkdir()
    return folder


def _rows(desk: Desk) -> list[object]:
    records = StoryList(desk)
    return list(
        records.rows(records.ids("school plan", {"grain": frozenset({"along"})}, "title", descending=False))
    )


def test_what_is_no_story_of_a_vault_is_refused(desk: Desk) -> None:
    second = a_second(desk)
    whole = plain.from_payload(travelling.to_bytes(approved(desk, second)), ("story", "approved_on", "approval_key", "approval"))  # fmt: skip
    told = whole["story"]
    assert travelling.from_bytes(plain.to_payload(whole), desk.today())["title"] == A_STORY.title
    parts = told["parts"]
    for changed in (
        {"story": told | {"person_id": "x"}}, {"story": {**told, "parts": {}}}, {"more": 1}, {"approval": "00"},
        {"story": told | {"pillar": "x"}}, {"story": told | {"composite": 1}}, {"story": told | {"revision": 0}},
        {"story": told | {"parts": parts | {"note": "x"}}}, {"story": told | {"parts": parts | {"title": " x"}}},
        {"story": told | {"parts": parts | {"what_next": "<b>x</b>"}}}, {"story": told | {"key": "../x"}},
        {"story": told | {"parts": parts | {"what_next": "x" * 30_000}}}, {"approved_on": "2023-9-1"},
    ):  # fmt: skip
        assert (
            refused(
                lambda changed=changed: travelling.from_bytes(plain.to_payload(whole | changed), desk.today())
            )
            == "content"
        )
    for changed in (
        told | {"title": 1, "parts": parts | {"title": "Anders"}},
        told | {"against_grain": True},
    ):
        payload = plain.to_payload(whole | {"story": {key: changed[key] for key in told}})
        assert (
            refused(lambda payload=payload: travelling.from_bytes(payload, desk.today())) == "story_unsigned"
        )
    with desk.reading() as session:
        assert session.scalars(select(Story.status)).all() == ["released"]
