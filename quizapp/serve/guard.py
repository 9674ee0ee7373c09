"""Who is let in: a request is looked at before anything is done for it. Every answer says what a page may do."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from quizapp.i18n import _
from quizapp.serve.address import Address, is_own_origin

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guarded(address: Address) -> web.Application:
    """An application that refuses (403) whoever has not the token, came by a foreign name, or from a foreign page."""

    @web.middleware
    async def look(request: web.Request, handler: Handler) -> web.StreamResponse:
        host = request.headers.get("Host")
        if not address.is_meant(host):
            raise web.HTTPForbidden(text=_("quizapp is not served under this name."))
        if not address.is_admitted(request.path):
            raise web.HTTPForbidden(
                text=_("The token is missing or wrong: open the address that `quizapp serve` tells.")
            )
        if "Upgrade" in request.headers and not is_own_origin(request.headers.get("Origin"), host):
            raise web.HTTPForbidden(text=_("Another site's page asked for this."))
        return await handler(request)

    async def dress(request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(_headers(request.headers.get("Host", "") if response.status < 400 else ""))

    application = web.Application(middlewares=[look])
    application.on_response_prepare.append(dress)
    return application


def _headers(host: str) -> dict[str, str]:
    """What a page may do: nothing but show our files and talk to us. Its address, with the token, goes nowhere."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # xterm.js writes sizes and colours into style elements
        "connect-src": f"ws://{host}" if host else "'none'",  # Safari's 'self' leaves websockets out before 15.4
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in policy.items()),
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "clipboard-read=(), camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
    }
