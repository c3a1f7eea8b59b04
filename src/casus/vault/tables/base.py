# SPDX-License-Identifier: EUPL-1.2
"""What every table has in common: ids, moments, the optimistic version and the naming convention."""

from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import uuid4

from sqlalchemy import Date, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment, stored without zone; a naive one is a bug and is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC; raise ValueError on a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive moment")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


Id = Annotated[str, mapped_column(String(32))]
"""A random 128-bit id as 32 hexadecimal characters: says nothing about anyone."""
Code = Annotated[str, mapped_column(String(40))]
"""A stable code of a list in resources/catalogue/codelists.toml."""
Line = Annotated[str, mapped_column(String(200))]
Free = Annotated[str, mapped_column(Text)]
Day = Annotated[date, mapped_column(Date)]
At = Annotated[datetime, mapped_column(Moment)]


class Base(DeclarativeBase):
    """All mapped classes; the metadata is what migrations are compared with."""

    metadata = MetaData(naming_convention=NAMING)


def new_id() -> str:
    """Return a fresh random id."""
    return uuid4().hex


class Record:
    """A row a worker can see: random id, moments (set at flush) and an optimistic version.

    The version is checked on every update, so a second editor is noticed (`StaleRecord`).
    """

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    created_at: Mapped[datetime] = mapped_column(Moment, default=lambda: datetime.now(UTC))
    changed_at: Mapped[datetime] = mapped_column(
        Moment, default=lambda: datetime.now(UTC), onupdate=lambda: datetime.now(UTC)
    )
    version: Mapped[int] = mapped_column(Integer, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let SQLAlchemy check and raise `version` with every update."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]  # every record has one

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


def ref(target: str, *, nullable: bool = False, index: bool = True) -> Any:
    """Return a column that refers to `target` ("table.id"); checked at commit, so records may come in any order."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return mapped_column(String(32), key, nullable=nullable, index=index)
