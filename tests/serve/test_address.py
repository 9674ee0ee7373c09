"""Where it is served, and which requests are meant for it."""

import secrets

import pytest

from quizapp.serve.address import Address, is_own_origin, new_token

HERE = Address("localhost", 8765, "token")
EVERYWHERE = Address("0.0.0.0", 8765, "token")


def test_a_token_is_new_each_time_and_fits_into_an_address() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert all(len(token) >= 32 and set(token) <= set("-_") | set(map(chr, range(48, 123))) for token in tokens)


def test_localhost_is_told_by_its_number() -> None:
    assert HERE.url == "http://127.0.0.1:8765/token/"
    assert Address("localhost", 8765).url == "http://127.0.0.1:8765/"


def test_an_address_that_can_be_opened_is_told_for_hosts_that_cannot() -> None:
    assert EVERYWHERE.url == "http://127.0.0.1:8765/token/"
    assert Address("::", 80, "token").url == "http://[::1]:80/token/"


def test_only_this_machine_is_local() -> None:
    assert [host for host in ("localhost", "127.0.0.2", "::1") if not Address(host, 1).is_local] == []
    assert [host for host in ("0.0.0.0", "::", "192.0.2.1", "box.example") if Address(host, 1).is_local] == []


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "localhost.:1", "127.0.0.1:9000", "[::1]:8765"])
def test_the_names_of_this_machine_are_meant_at_any_port(host: str) -> None:
    assert HERE.is_meant(host)
    assert EVERYWHERE.is_meant(host)


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "evil.example:8765", "localhost.evil.example", "localhost; script-src *", "localhost:x"],
)
def test_a_foreign_name_is_not(host: str | None) -> None:
    assert not HERE.is_meant(host)
    assert not EVERYWHERE.is_meant(host)


def test_a_number_of_another_machine_is_meant_only_where_others_may_come() -> None:
    assert not HERE.is_meant("192.0.2.1:8765")
    assert EVERYWHERE.is_meant("192.0.2.1:8765")
    assert Address("box.example", 8765).is_meant("Box.example:8765")


def test_a_path_is_admitted_by_its_first_part() -> None:
    assert all(map(HERE.is_admitted, ("/token", "/token/", "/token/ws")))
    assert not any(map(HERE.is_admitted, ("", "/", "/toke/", "/tokens/", "/TOKEN/", "/x/token/", "/\udce9/")))
    assert Address("localhost", 1).is_admitted("/ws")


def test_tokens_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(secrets, "compare_digest", lambda *both: asked.append(both))
    assert not HERE.is_admitted("/token/")
    assert asked == [(b"token", b"token")]


def test_a_websocket_is_opened_by_our_own_page_only() -> None:
    assert is_own_origin("http://localhost:8765", "localhost:8765")
    for origin in (None, "", "null", "http://evil.example", "http://localhost", "https://localhost:8765"):
        assert not is_own_origin(origin, "localhost:8765"), origin
    assert not is_own_origin("http://", "")
