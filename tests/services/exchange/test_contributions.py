# SPDX-License-Identifier: EUPL-1.2
"""A team contributes sealed: each person once, no name with the coordinator, and nothing that can be tried out."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_person
from tests.helpers.bundles import craft, take_apart
from tests.helpers.contributing import Team
from tests.helpers.exchange import digest
from tests.helpers.raw_pages import on_pages, pages

from casus.counting.facts import combine
from casus.counting.pseudonyms import Pseudonyms
from casus.crypto.identity import Identity
from casus.crypto.keys import DATABASE
from casus.domain import codelists
from casus.domain.codelists import CodeChange
from casus.domain.periods import Period
from casus.errors import Cancelled, CasusError, InvalidForm
from casus.services import (
    break_glass,
    case_exchange,
    cases,
    contributions,
    exchange,
    matching,
    persons,
    taken_back,
    team,
    undo,
)
from casus.services.case_exchange import SealedOffer
from casus.services.contributions import preview_contribution
from casus.services.coverage import coverage
from casus.services.dashboard import dashboard
from casus.services.desk import Desk
from casus.services.exchange import Outgoing, plain
from casus.services.exchange.kinds_of.contribution import send_contribution
from casus.services.exchange.kinds_of.team_key import send_team_key
from casus.vault import files
from casus.vault.tables import ContributionBatch, MatchQuestion, TeamKey

MakeDesk = Callable[..., Desk]
YEAR = Period.of_year(2023)
BORN = date(2004, 3, 1)


@pytest.fixture
def four(make_desk: MakeDesk, tmp_path: Path) -> Team:
    return Team(make_desk, tmp_path, "anna", "okan", "farid", "office")


@pytest.fixture
def two(make_desk: MakeDesk, tmp_path: Path) -> Team:
    return Team(make_desk, tmp_path, "anna", "office")


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CasusError) as caught:
        act()
    return str(getattr(caught.value, "reason", "") or getattr(caught.value, "rule", ""))


def facts(office: Desk, period: Period = YEAR) -> int:
    """How many persons the coordinator counts."""
    with office.reading() as session:
        return len(combine(contributions.load(session, period, period.last)).persons)


def send_plain(four: Team, who: str, to: str, kind: str, content: object) -> Path:
    path = four.file()
    with four[who].changing(label="send_bundle") as session:
        outgoing = Outgoing(kind, 1, plain.to_payload(content))
        exchange.send(four[who], session, [four.card(who, to)], outgoing, path)
    return path


def dictionary(desk: Desk) -> Iterator[str]:
    """All that stands in pages of 32 hexadecimal signs or more, as a list of pseudonyms for whoever looks."""
    found = pages(desk.vault.folder / files.DATABASE, desk.vault._vault_key().subkey(DATABASE))
    yield found.decode("latin-1")
    with desk.reading() as session:
        for one in contributions.load(session, YEAR, YEAR.last):
            yield one.to_bytes().decode()


def tried_out(key: bytes, told: str, names: list[tuple[str, str, date]], numbers: list[str]) -> int:
    """How many of these people whoever holds `key` finds again in what the coordinator has."""
    found = 0
    for maker in (Pseudonyms(key), Pseudonyms.of_year(key, 2023)):
        guesses = [key for who in names for _kind, key in (*maker.certain(*who), *maker.near(*who))]
        found += sum(guess in told for guess in (*guesses, *map(maker.subject, numbers)))
    return found


def test_a_team_counts_everyone_once_and_the_coordinator_knows_nobody(four: Team, tmp_path: Path) -> None:
    anna, okan, farid, office = (four[key] for key in ("anna", "okan", "farid", "office"))
    four.share_key("okan", "farid")
    moving = a_case(
        anna, a_person(anna, given_name="Bilal", surname="Zeggelaar", birth_date=date(2001, 7, 9))
    )
    a_case(anna, a_person(anna, given_name="Younes", surname="El Amraní"))
    a_case(farid, a_person(farid, given_name="Younes", surname="el-Amrani"), approach="rio")
    doubted = a_person(okan, given_name="Soufiane", surname="Quelhazi", birth_date=BORN)
    a_case(okan, doubted)
    theirs = a_person(farid, given_name="Soufian", surname="Kelhasi", birth_date=BORN)
    a_case(farid, theirs, approach="rio")
    offer = four.file()
    case_exchange.send_case(
        anna, SealedOffer(moving.id, "Woont nu bij jou.", four.card("anna", "okan")), offer
    )
    exchange.take(okan, offer)
    cases.move_phase(okan, moving.id, "screening", on=okan.today())

    answer = four.file()
    case_exchange.send_case_answer(okan, case_exchange.to_answer(okan)[0].transfer_id, answer)
    exchange.take(anna, answer)
    sealed = {who: four.contribute(who, YEAR) for who in ("okan", "farid")}
    clock_on(anna)
    sealed["anna"] = four.contribute("anna", YEAR)  # her copy is older, although she contributes last
    with office.reading() as session:
        counted = combine(contributions.load(session, YEAR, YEAR.last))
    assert len(counted.persons) == 4  # Younes, Bilal, and Soufiane twice for now
    assert (len(counted.of("case")), counted.linkage.joined, counted.linkage.doubtful) == (5, 1, frozenset())
    assert {row.codes["phase"] for row in counted.of("case")} == {"registered", "screening"}
    assert [(one.name, one.state) for one in coverage(office, YEAR)] == [
        ("Anna Bos", "in"), ("Farid Hassani", "in"), ("Okan Yildirim", "in"),
    ]  # fmt: skip

    # the coordinator's vault: no name, no number, no key
    names = [("El Amrani", "Younes", BORN), ("Quelhazi", "Soufiane", BORN), ("Kelhasi", "Soufian", BORN)]
    numbers = [doubted.number, theirs.number]
    for word in ("Zeggelaar", "Amrani", "Amraní", "Quelhazi", "Kelhasi", "Soufian", *numbers, moving.id):
        assert on_pages(office, word) == 0, word
        assert on_pages(okan, "Quelhazi")
    with anna.reading() as session:
        (key,) = team.every_key(session).values()
    told = "\n".join(dictionary(office))
    assert key.hex() not in told
    assert key not in told.encode("latin-1")
    own = [
        office.vault._vault_key().raw(),
        *(office.vault.subkey(one) for one in (b"snapshot", b"pseudonym")),
    ]
    cards = [one.keys.sign for one in exchange.colleagues(office)] + [
        one.keys.seal for one in exchange.colleagues(office)
    ]
    mine = exchange.identity(office)
    with office.reading() as session:
        marks = [one.team.encode() for one in contributions.load(session, YEAR, YEAR.last)]
    for guess in (*own, *cards, *marks, mine.seal, mine.sign, b"casus pseudonym 1", bytes(32)):
        assert tried_out(guess, told, names, numbers) == 0
    assert tried_out(key, told, names, numbers) > 10
    assert all(b"mrani" not in path.read_bytes() for path in sealed.values())

    # doubtful: pseudonyms to one worker, a name from that worker to the other, an answer in the next contribution
    (asked,) = matching.doubtful(office, YEAR)
    asker, other = (okan, farid) if asked.name == "Okan Yildirim" else (farid, okan)
    key_of = {"Okan Yildirim": "okan", "Farid Hassani": "farid"}[asked.name]
    path = four.file()
    assert matching.send_match_hints(office, YEAR, asked.colleague_id, path).value == 1
    assert exchange.look(asker, path).facts == (exchange.Fact("persons", 1),)
    exchange.take(asker, path)
    (hint,) = matching.match_hints(asker)
    assert (hint.likeness, hint.asked_on) == ("near_surname", None)
    question = four.file()
    matching.send_match_question(asker, [hint.id], question)
    assert matching.match_hints(asker)[0].asked_on == asker.today()
    assert refused(lambda: exchange.look(office, question)) == "not_for_you"
    exchange.take(other, question)
    (row,) = matching.match_questions(other)
    ours = {okan.vault.vault_id: doubted, farid.vault.vault_id: theirs}
    assert [one.person_id for one in row.candidates] == [ours[other.vault.vault_id].id]
    assert refused(lambda: matching.answer_match(other, row.id, "0" * 32)) == "unknown_code"
    matching.answer_match(other, row.id, row.candidates[0].person_id, version=row.version)
    assert refused(lambda: matching.answer_match(other, row.id, None)) == "match_answered"
    assert not matching.match_questions(other)
    with other.reading() as session:
        assert session.scalar(select(MatchQuestion.surname)) is None
    assert {act.code: act.never for act in undo.recent(other)}["answer_match"]
    asked_name = ours[asker.vault.vault_id].surname
    from casus.vault.tables.audit import FieldChange

    with other.reading() as session:
        texts = str([(one.old, one.new) for one in session.scalars(select(FieldChange))])
    assert asked_name not in texts
    clock_on(other)
    four.contribute("farid" if key_of == "okan" else "okan", YEAR)
    assert facts(office) == 3
    assert not matching.doubtful(office, YEAR)
    (answer,) = matching.match_answers(other)
    assert answer.same
    matching.withdraw_match_answer(other, answer.id)
    clock_on(other)
    four.contribute("farid" if key_of == "okan" else "okan", YEAR)
    assert facts(office) == 4


def clock_on(desk: Desk) -> None:
    desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]


def test_a_later_contribution_replaces_and_nothing_is_counted_double(four: Team) -> None:
    anna, okan, office = four["anna"], four["okan"], four["office"]
    four.share_key("okan")
    a_case(anna, a_person(anna))
    first = four.contribute("anna", YEAR)
    assert refused(lambda: exchange.take(office, first)) == "replayed"
    late = four.sealed("anna", YEAR)
    a_case(anna, a_person(anna, given_name="Sanne"))
    clock_on(anna)
    newer = four.sealed("anna", YEAR)
    assert exchange.look(office, newer).facts[-1] == exchange.Fact("replaces", anna.today())
    exchange.take(office, newer)
    assert facts(office) == 2
    assert refused(lambda: exchange.take(office, late)) == "older_contribution"
    four.contribute("anna", Period.parse("2023-Q1"))  # stands beside the year, and is never added to it
    assert (facts(office), facts(office, Period.parse("2023-Q1"))) == (2, 2)
    assert [one.period for one in contributions.received(office, YEAR)] == ["2023"]
    made = preview_contribution(anna, YEAR)
    path = four.file()
    send_contribution(okan, made, four.card("okan", "office"), path)  # a copy of anna's vault at okan's desk
    assert refused(lambda: exchange.look(office, path)) == "other_contributor"
    early = preview_contribution(okan, YEAR, date(2023, 6, 30))
    path = four.file()
    send_contribution(okan, early, four.card("okan", "office"), path)
    exchange.take(office, path)
    assert [one.state for one in coverage(office, YEAR)] == ["in", "missing", "other_date"]
    team.leave_team(okan)
    team.join(okan, team.new_key())
    clock_on(okan)
    assert refused(lambda: exchange.look(office, four.sealed("okan", YEAR))) == "other_team_key"
    exchange.revoke_colleague(office, four.card("office", "anna"), "Werkt hier niet meer")
    clock_on(anna)
    assert refused(lambda: exchange.take(office, four.sealed("anna", YEAR))) == "revoked_sender"
    assert facts(office) == 2
    exchange.revoke_colleague(office, four.card("office", "farid"), "Werkt hier niet meer")
    assert [(one.name, one.state) for one in coverage(office, YEAR)] == [
        ("Anna Bos", "in"),
        ("Okan Yildirim", "other_date"),
    ]


def test_of_five_files_three_are_refused_and_what_is_taken_back_lets_the_earlier_count(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    team = Team(make_desk, tmp_path, "anna", "okan", "office")
    anna, okan, office = team["anna"], team["okan"], team["office"]
    team.share_key("okan")
    for number, who in enumerate((anna, okan, okan)):
        a_case(who, a_person(who, given_name=f"Nummer {number}", birth_date=date(2000 + number, 3, 1)))
    good = [team.sealed(who, YEAR) for who in ("anna", "okan")]
    paths = [*bad_files(team, good[1], tmp_path), *good]
    found = exchange.look_at_all(office, paths)
    assert [one.path for one in found if one.refused is None] == good
    empty = digest(office)

    def stop(done: int, _total: int) -> None:
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        exchange.take_all(office, paths, stop)
    assert digest(office) == empty
    swapped = exchange.take_all(office, [good[0]], seen={good[0]: "another"}).value
    assert [why(one) for one in swapped] == ["swapped"]
    assert facts(office) == 0
    told = exchange.take_all(office, paths).value
    assert [why(one) for one in told] == ["signature", "damaged", "not_a_bundle", None, None]
    assert {why(one) for one in exchange.look_at_all(office, good)} == {"replayed"}
    act = undo.recent(office)[0]
    assert (act.code, act.entries) == ("take_bundles", 4)  # two contributions with their receipts
    undo.undo(office, act.batch_id)
    assert contributions.received(office) == []
    exchange.take_all(office, good)
    before = seen(office)

    # a newer one replaces: Ctrl+Z right after it, and again; then taken back with a reason, and that undone
    a_case(anna, a_person(anna, given_name="Sanne"))
    clock_on(anna)
    newer = team.contribute("anna", YEAR)
    assert facts(office) == 4
    for number in (3, 4):
        step = undo.steps(office)
        undo.undo(office, (step.redo or step.undo).batch_id)  # type: ignore[union-attr]
        assert facts(office) == number
        assert (seen(office) == before) is (number == 3)
    with office.reading() as session:
        older = session.scalars(select(ContributionBatch.id).where(~contributions.in_force())).one()
    assert refused(lambda: taken_back.take_back_contribution(office, older, WHY)) == "contribution_replaced"
    one = batch_of(office, "Anna Bos")
    with pytest.raises(InvalidForm):
        taken_back.take_back_contribution(office, one, "")
    assert taken_back.returning(office, one).earlier is not None
    taken_back.take_back_contribution(office, one, WHY)
    assert seen(office) == before
    assert (exchange.look(office, newer).taken_at, why(exchange.look_at_all(office, good)[0])) == (
        None,
        "replayed",
    )
    for number in (4, 3):
        undo.undo(office, undo.recent(office)[0].batch_id)
        assert facts(office) == number
    exchange.take(office, newer)  # the same file again, by the same receipt
    assert facts(office) == 4
    assert refused(lambda: exchange.take(office, newer)) == "replayed"

    # a release was counted: what was replaced goes for good, and taking back leaves nothing of anna
    with office.changing(label="release") as session:
        contributions.settle(session, YEAR, YEAR.last)
    one = batch_of(office, "Anna Bos")
    assert taken_back.returning(office, one).earlier is None
    taken_back.take_back_contribution(office, one, WHY)
    assert (facts(office), [one.state for one in coverage(office, YEAR)]) == (2, ["missing", "in"])
    assert taken_back.clean_up(office) == 0
    office.clock.moment += timedelta(days=taken_back.KEPT_DAYS + 1)  # type: ignore[attr-defined]
    assert (
        taken_back.clean_up(office) == 4
    )  # each time it was taken in: both at first, and anna's newer one twice
    assert refused(lambda: undo.undo(office, undo.recent(office)[0].batch_id)) == "gone"
    assert office.vault.verify().ok


def bad_files(team: Team, path: Path, folder: Path) -> list[Path]:
    """Okan's contribution under another's signature (found out after all of it was stored), half of it, and no package."""
    okan, office = team["okan"], team["office"]
    forged, torn, foreign = (folder / name for name in ("vals.casusbundel", "half", "kaart"))
    inside = take_apart(path, exchange.identity(office))
    me, to = exchange.identity(okan), exchange.identity(office).public
    forged.write_bytes(craft(me, [to], inside.letter.to_bytes(), inside.bodies, signer=Identity.new()))
    torn.write_bytes(path.read_bytes()[:900])
    foreign.write_bytes(b"geen pakket")
    return [forged, torn, foreign]


def why(one: exchange.Fate) -> str | None:
    """Why a file is refused, as a code."""
    return getattr(one.refused, "reason", None) or getattr(one.refused, "rule", None)


WHY = "Verkeerde periode gekozen."


def seen(office: Desk) -> object:
    """What the coordinator sees of the year: persons, whose contributions are in, and the numbers of the dashboard."""
    return facts(office), dashboard(office, YEAR, YEAR.last)


def batch_of(office: Desk, name: str) -> str:
    return next(one.batch_id for one in coverage(office, YEAR) if one.name == name)


def test_a_code_the_coordinator_does_not_have_is_refused_and_a_hidden_one_is_not(two: Team) -> None:
    two.share_key()
    a_case(two["anna"], a_person(two["anna"]))
    try:
        codelists.overlay({"district": (CodeChange("overvecht", hidden=True),)})
        assert exchange.look(two["office"], two.sealed("anna", YEAR)).facts[3].name == "rows"
        codelists.overlay({"district": (CodeChange("own_0123456789ab", "Rijnenburg", "Rijnenburg"),)})
        a_case(two["anna"], a_person(two["anna"], given_name="Sanne", district="own_0123456789ab"))
        path = two.sealed("anna", YEAR)
    finally:
        codelists.overlay({})
    for act in (exchange.look, exchange.take):
        assert refused(lambda act=act: act(two["office"], path)) == "unknown_code"
    assert contributions.received(two["office"]) == []


def test_the_key_of_a_team_goes_from_worker_to_worker_only(four: Team) -> None:
    anna, okan, farid, office = (four[key] for key in ("anna", "okan", "farid", "office"))
    assert refused(lambda: team.renew_team_key(anna)) == "no_team_key"
    assert refused(lambda: send_team_key(anna, [four.card("anna", "okan")], four.file())) == "no_team_key"
    for act in (team.make_team_key, team.renew_team_key, team.leave_team):
        assert refused(lambda act=act: act(office)) == "role"
    four.share_key("okan")
    assert refused(lambda: team.make_team_key(anna)) == "team_key_known"
    assert (
        refused(lambda: send_team_key(anna, [four.card("anna", "office")], four.file()))
        == "key_to_coordinator"
    )
    with anna.reading() as session:
        (key,) = team.every_key(session).values()
    content = {"keys": [{"from_year": 1900, "key": key.hex()}]}
    for who, to in (("anna", "office"), ("office", "anna")):
        path = send_plain(four, who, to, "team_key", content)
        assert refused(lambda to=to, path=path: exchange.take(four[to], path)) == "wrong_role"
    # renewed: the year that runs keeps its pseudonyms, the next has others, whoever left cannot follow
    team.renew_team_key(anna)
    assert refused(lambda: team.renew_team_key(anna)) == "team_key_known"
    with anna.reading() as session:
        keys = team.every_key(session)
        assert (team.key_of(session, 2023), team.key_of(session, 2024)) == (key, keys[2024])
    assert Pseudonyms.of_year(key, 2023).subject("P1") != Pseudonyms.of_year(key, 2022).subject("P1")
    path = four.file()
    send_team_key(anna, [four.card("anna", "okan"), four.card("anna", "farid")], path)
    for one in (okan, farid):
        exchange.take(one, path)
        with one.reading() as session:
            assert team.every_key(session) == keys
    assert [(one.from_year, one.from_name) for one in team.team_keys(farid)] == [
        (2024, "Anna Bos"),
        (1900, "Anna Bos"),
    ]
    undo.undo(farid, undo.recent(farid)[0].batch_id)
    assert not team.has_joined(farid)
    team.make_team_key(farid)
    path = four.file()
    send_team_key(anna, [four.card("anna", "farid")], path)
    assert refused(lambda: exchange.look(farid, path)) == "other_team"
    team.leave_team(farid)
    exchange.take(farid, path)
    with farid.reading() as session:
        assert len(session.scalars(select(TeamKey)).all()) == 2


def test_what_is_no_key_hint_or_question_is_refused_whole(four: Team) -> None:
    four.share_key("okan")
    okan, hexes = four["okan"], "0" * 32
    with okan.reading() as session:
        mark = Pseudonyms.of_year(team.key_of(session, 2023), 2023).mark()
    person = {"number": "P1", "given_name": "A", "prefix": "", "surname": "B", "birth_date": ""}
    pair = {"subject": hexes, "colleague": hexes * 2, "likeness": "date_slip"}
    wrong: list[tuple[str, str, object, str]] = [
        ("anna", "team_key", {"keys": []}, "content"),
        ("anna", "team_key", {"keys": [{"from_year": 1900, "key": "zz"}]}, "content"),
        ("anna", "team_key", {"keys": [{"from_year": 99, "key": hexes * 2}]}, "content"),
        ("anna", "team_key", {"keys": [{"from_year": 2024, "key": hexes}]}, "content"),
        ("anna", "team_key", {"keys": [{"from_year": 2024, "key": hexes * 2}]}, "other_team"),
        ("anna", "match_question", {"persons": []}, "content"),
        ("anna", "match_question", {"persons": [person | {"bsn": "1"}]}, "content"),
        ("anna", "match_question", {"persons": [person | {"birth_date": "gisteren"}]}, "content"),
        ("anna", "match_question", {"persons": [person | {"surname": "x" * 300}]}, "content"),
        ("anna", "match_question", {"persons": [person] * 501}, "too_large"),
        ("anna", "match_hint", {"year": 2023, "team": mark, "pairs": []}, "wrong_role"),
        ("office", "match_hint", {"year": 2023, "team": hexes, "pairs": []}, "other_team"),
        ("office", "match_hint", {"year": 2023, "team": "x", "pairs": []}, "content"),
        ("office", "match_hint", {"year": 2023, "team": mark, "pairs": [pair | {"likeness": "x"}]}, "content"),
        ("office", "match_hint", {"year": 2023, "team": mark, "pairs": [pair]}, "unknown_colleague"),
        ("anna", "contribution", {"rows": []}, "wrong_role"),
    ]  # fmt: skip
    for who, kind, content, reason in wrong:
        path = send_plain(four, who, "okan", kind, content)
        assert refused(lambda path=path: exchange.take(okan, path)) == reason, (kind, content)
    path = send_plain(four, "anna", "office", "contribution", {"rows": []})
    assert refused(lambda: exchange.take(four["office"], path)) == "unreadable"
    rio = preview_contribution(four["anna"], YEAR)
    path = four.file()
    team_of_farid = four["farid"]
    send_contribution(team_of_farid, rio, four.card("farid", "office"), path)
    assert refused(lambda: exchange.look(four["office"], path)) == "contributor"
    assert (
        refused(lambda: matching.send_match_hints(four["office"], YEAR, four.card("office", "anna"), path))
        == "no_match_hints"
    )


def test_a_restricted_dossier_is_not_asked_about(four: Team) -> None:
    four.share_key("okan")
    anna, okan = four["anna"], four["okan"]
    person = a_person(anna)
    a_case(anna, person)
    a_case(okan, a_person(okan, surname="Elamranni"))
    for who in ("anna", "okan"):
        four.contribute(who, YEAR)
    with anna.reading() as session:
        subject = Pseudonyms.of_year(team.key_of(session, 2023), 2023).subject(person.number)
        mark = Pseudonyms.of_year(team.key_of(session, 2023), 2023).mark()
    key = exchange.identity(okan).public.sign.hex()
    pair = {"subject": subject, "colleague": key, "likeness": "near_surname"}
    gone = pair | {"subject": "0" * 32}
    told = {"year": 2023, "team": mark, "pairs": [pair, gone]}
    exchange.take(anna, send_plain(four, "office", "anna", "match_hint", told))
    (hint,) = matching.match_hints(anna)
    matching.leave_match_hint(anna, hint.id)
    assert matching.match_hints(anna)[0].left_on == anna.today()
    persons.set_restricted(anna, person.id, person.version, True, "Bedreigd, adres geheim")
    assert person.surname not in matching.match_hints(anna)[0].name
    assert refused(lambda: matching.send_match_question(anna, [hint.id], four.file())) == "restricted"
    break_glass.open_restricted(anna, person.id, "Bellen over de aanlevering.")
    assert refused(lambda: matching.send_match_question(anna, [hint.id], four.file())) == "match_restricted"
