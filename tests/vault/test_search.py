# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus.vault import Vault, search
from casus.vault.search import Entry, Hit


def found(vault: Vault, typed: str, **asked: object) -> list[str]:
    with vault.reading() as session:
        return [hit.record_id for hit in search.search(session, typed, **asked)]  # type: ignore[arg-type]


@pytest.fixture
def indexed(vault: Vault) -> Vault:
    with vault.transaction("w1") as session:
        search.index_many(
            session,
            [
                Entry("persons", "p1", "Çelik, Ömer"),
                Entry("persons", "p2", "Berg, Jan van den", "alias De Smid"),
                Entry("persons", "p3", "El Bergdahl, Noor"),
                Entry("cases", "c1", "2023-017", "huisbezoek bij Jan van den Berg; 100% eens, a_b"),
            ],
        )
    return vault


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("celik", ["p1"]),
        ("OMER çel", ["p1"]),
        ("ber", ["p2", "c1", "p3"]),
        ("berg jan", ["p2", "c1"]),
        ("smid", ["p2"]),
        ("2023-017", ["c1"]),
        ("100%", ["c1"]),
        ("noor smid", []),
        ("onbekend", []),
        ("", []),
        ("  \t", []),
        ('"', []),
        ("%", []),
    ],
)
def test_words_are_found_by_their_start_without_accents(
    indexed: Vault, typed: str, expected: list[str]
) -> None:
    assert sorted(found(indexed, typed)) == sorted(expected)


def test_titles_come_before_texts(indexed: Vault) -> None:
    assert found(indexed, "berg jan") == ["p2", "c1"]


def test_the_kinds_and_the_number_can_be_limited(indexed: Vault) -> None:
    assert found(indexed, "berg", kinds=["cases"]) == ["c1"]
    assert found(indexed, "berg", kinds=["cases", "persons"]) == ["p2", "p3", "c1"]
    assert found(indexed, "berg", kinds=["case"]) == []
    assert len(found(indexed, "berg", limit=1)) == 1
    assert found(indexed, "berg", limit=0) == []


@pytest.mark.parametrize(
    "typed",
    [
        'jan" OR "x',
        "NEAR(jan berg)",
        "jan NOT berg",
        "title:jan",
        "^jan",
        "jan*",
        "(jan",
        "-jan",
        "{title} : jan",
        "jan + berg",
        "'; DROP TABLE search_entries; --",
        "\x00jan",
        "jan\ud800",
        "a" * 100_000,
        "woord " * 1000,
        "<b>jan</b>",
    ],
)
def test_nothing_typed_is_search_syntax(indexed: Vault, typed: str) -> None:
    found(indexed, typed)
    assert found(indexed, "celik") == ["p1"]


@given(typed=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_searched_for(indexed: Vault, typed: str) -> None:
    assert set(found(indexed, typed)) <= {"p1", "p2", "p3", "c1"}


def test_indexing_again_replaces_and_removing_removes(indexed: Vault) -> None:
    with indexed.transaction("w1") as session:
        search.index(session, "persons", "p1", "Yılmaz, Ömer")
    assert found(indexed, "celik") == []
    assert found(indexed, "omer") == ["p1"]
    with indexed.transaction("w1") as session:
        search.unindex(session, "persons", "p1")
        search.unindex(session, "persons", "p1")
    assert found(indexed, "omer") == []
    with indexed.transaction("w1") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO search_index(search_index, rank) VALUES('integrity-check', 1)"
        )


def test_a_rolled_back_change_is_not_in_the_index(indexed: Vault) -> None:
    with pytest.raises(ZeroDivisionError), indexed.transaction("w1") as session:
        search.index(session, "persons", "p9", "Nooitgedacht")
        raise ZeroDivisionError
    assert found(indexed, "nooitgedacht") == []


def test_a_removed_name_is_gone_from_every_page_of_the_index(vault: Vault) -> None:
    """`secure-delete` of FTS5; without it the word stays in the index until it is merged."""
    with vault.transaction("w1") as session:
        for number in range(50):
            search.index(session, "persons", f"p{number}", f"Persoon {number}")
        search.index(session, "persons", "weg", "Zebedeus Xantippe")
    assert words_left(vault) == {"zebedeus", "xantippe"}
    with vault.transaction("w1") as session:
        search.unindex(session, "persons", "weg")
    assert words_left(vault) == set()


def words_left(vault: Vault) -> set[str]:
    """Return which parts of the name are in the index or its texts; a long word is stored in pieces."""
    with vault.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT block FROM search_index_data").scalars()
        text = session.connection().exec_driver_sql("SELECT title FROM search_entries").scalars()
        stored = b"".join(rows) + " ".join(text).casefold().encode()
    return {word for word in ("zebedeus", "xantippe") if word[3:].encode() in stored}


def test_a_hit_tells_kind_record_and_title(indexed: Vault) -> None:
    with indexed.reading() as session:
        assert search.search(session, "celik") == (Hit("persons", "p1", "Çelik, Ömer"),)
