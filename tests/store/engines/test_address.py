"""Addresses of servers: which are taken, and that nobody reads a password."""

import pytest

from quizapp.store.engines.address import EXAMPLE, Address

SECRET = "postgresql://me:ge%40heim@db.example:5433/quiz?sslmode=require&sslpassword=auch"


def test_an_address_is_shown_without_its_password_and_parameters() -> None:
    address = Address.read(SECRET)
    assert str(address) == "postgresql://me@db.example:5433/quiz"
    assert "heim" not in repr(address)
    assert address.url == SECRET


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://db.example/quiz", "postgresql://db.example/quiz"),
        ("postgresql:///quiz?host=/var/run/postgresql", "postgresql:///quiz"),
        ("postgresql://[::1]:5432/quiz", "postgresql://[::1]:5432/quiz"),
        ("postgresql://a:b@c@db.example/quiz", "postgresql://a@db.example/quiz"),
    ],
)
def test_whatever_postgresql_reads_is_taken(url: str, shown: str) -> None:
    assert str(Address.read(url)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quiz",
        "sqlite:///geheim.db",
        "postgres://me:geheim@db.example/quiz",
        "postgresql+psycopg2://me:geheim@db.example/quiz",
        "mysql://me:geheim@db.example/quiz",
        "postgresql://me:geheim@db.example:port/quiz",
        "postgresql://me:geheim@[db/quiz",
        "postgresql://me:geheim@db.example/quiz\nhost=elsewhere",
        "postgresql://me:geheim@db.example/quiz\x00",
    ],
)
def test_anything_else_is_refused_in_a_line_that_does_not_repeat_it(text: str) -> None:
    with pytest.raises(ValueError, match="write postgresql") as told:
        Address.read(text)
    assert EXAMPLE in str(told.value)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


def test_what_other_programs_tell_loses_its_passwords() -> None:
    told = 'invalid "ge%40heim", connection for ge@heim failed, key auch'
    assert Address.read(SECRET).without_secrets(told) == 'invalid "***", connection for *** failed, key ***'


def test_a_plus_in_a_parameter_is_one() -> None:
    address = Address.read("postgresql:///quiz?sslpassword=ge+h%2Ceim&user=me")
    assert address.without_secrets("ge+h,eim, ge+h%2Ceim: me") == "***, ***: me"
