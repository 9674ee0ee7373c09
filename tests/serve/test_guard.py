"""Who is let in, and what answers say."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from quizapp.serve.page import page_files
from quizapp.serve.server import Serving
from tests.serve.serving import TOKEN, serving


@pytest.fixture
async def server() -> AsyncIterator[Serving]:
    async with serving() as started:
        yield started


@pytest.fixture
async def client(server: Serving) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{server.address.port}") as session:
        yield session


@pytest.mark.parametrize(
    "path", ["/", "/ws", "/page.js", "/wrong/", "/wrong/ws", "/wrong/page.js", "/a/b/c", "/static/"]
)
async def test_whoever_has_not_the_token_is_refused(client: ClientSession, path: str) -> None:
    async with client.get(path) as answer:
        text = await answer.text()
    assert (answer.status, TOKEN in text) == (403, False)
    assert text.startswith("The token is missing or wrong")


async def test_whoever_has_it_gets_the_page_and_its_files(client: ClientSession) -> None:
    async with client.get(f"/{TOKEN}/") as answer:
        text = await answer.text()
    assert (answer.status, answer.content_type) == (200, "text/html")
    named = re.findall(r'(?:src|href)="/([^"]+)"', text)
    assert {name.removeprefix(f"{TOKEN}/") for name in named} == set(page_files())
    for name in named:
        async with client.get(f"/{name}") as file:
            assert file.status == 200


@pytest.mark.parametrize("name", ["nothing", "page.html", "..%2Fserver.py", "static/js/textual.js"])
async def test_nothing_else_is_handed_out(client: ClientSession, name: str) -> None:
    async with client.get(f"/{TOKEN}/{name}") as answer:
        assert answer.status == 404


async def test_nothing_that_we_wrote_leads_outside(client: ClientSession) -> None:
    for name in ("", "page.css", "page.js", "xterm.css"):
        async with client.get(f"/{TOKEN}/{name}") as answer:
            text = re.sub(r"/\*.*?\*/", "", await answer.text(), flags=re.DOTALL)
        assert re.findall(r"https?:|//[a-z]|url\(|@import", text) == [], name


async def test_a_foreign_name_is_refused_though_the_token_is_right(client: ClientSession) -> None:
    for path in ("/", f"/{TOKEN}/", f"/{TOKEN}/page.js"):
        async with client.get(path, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://localhost:1"])
async def test_the_websocket_is_refused_to_a_foreign_page(client: ClientSession, origin: str | None) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await client.ws_connect(f"/{TOKEN}/ws", origin=origin)
    assert refused.value.status == 403


async def test_the_websocket_is_refused_without_the_token(server: Serving, client: ClientSession) -> None:
    origin = f"http://127.0.0.1:{server.address.port}"
    for path in ("/ws", "/wrong/ws"):
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect(path, origin=origin)
        assert refused.value.status == 403
    assert server.windows == {}


@pytest.mark.parametrize("path", [f"/{TOKEN}/", f"/{TOKEN}/page.js", f"/{TOKEN}/nothing", "/wrong/"])
async def test_every_answer_says_what_a_page_may_do(client: ClientSession, path: str) -> None:
    async with client.get(path) as answer:
        headers = answer.headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["frame-ancestors"]) == ("'none'", "'self'", "'none'")
    assert policy["connect-src"] in ("'none'", f"ws://{answer.host}:{answer.url.port}")


async def test_without_a_token_the_rest_still_holds() -> None:
    async with serving(token=None) as server, ClientSession(server.address.url) as client:
        async with client.get("/") as answer:
            assert answer.status == 200
        async with client.get("/", headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", origin="http://evil.example")
        assert refused.value.status == 403
