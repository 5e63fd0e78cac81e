"""Sends probes over the network: HTTP/1.1, with the system's trusted certificates.

A redirect is followed within its origin only, so that no key reaches another host; nothing is
sent twice. What httpx and httpcore log is silenced, since it has addresses and headers in it.
"""

import asyncio
import contextlib
import logging
import ssl
import sys
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self, cast
from urllib.parse import urljoin, urlsplit

import httpx
import truststore

from editor.core.diagnosis.diagnose import Fault
from editor.core.exchange import Exchange
from editor.core.href import Address, address
from editor.core.probe import Probe, Request
from editor.core.result import Result
from editor.core.wording import worded
from editor.system.errors import FileError, refusal
from editor.system.faults import ERRORS, fault_of
from editor.system.proxies import DEFAULT_PORTS, proxy_for

_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_KEEPING_THE_METHOD = (307, 308)
_DRAINING_SECONDS = 0.2
_LONGEST_CONNECT = 5.0


@dataclass(frozen=True)
class Settings:
    """How probes are sent: how many at once, how long to wait, through what, trusting whom.

    `first_byte` counts the seconds until an answer starts; connecting may take as long but at most
    5 s, and the whole of a probe three times as long. `variables` may name proxies; `ca_file` holds
    certificates (PEM) to trust besides the system's.
    """

    concurrency: int = 8
    first_byte: float = 30.0
    variables: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    ca_file: Path | None = None

    @property
    def connect(self) -> float:
        """Seconds that connecting may take."""
        return min(_LONGEST_CONNECT, self.first_byte)

    @property
    def whole(self) -> float:
        """Seconds that a probe may take."""
        return 3 * self.first_byte


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Return what trusts the system's certificates and those of a file; raises FileError.

    Without a file it may be the same as before, which is not to be changed.
    """
    system = _system_file()
    if ca_file is None:
        return _system_trust(system, _time_of(system))
    context = _new_trust(system)
    try:
        context.load_verify_locations(cafile=str(ca_file))
    except ssl.SSLError as error:
        raise FileError(
            ca_file, worded("{0} holds no certificates.", ca_file), "Name a file in PEM format."
        ) from error
    except OSError as error:
        raise refusal(error, ca_file, "read") from error
    return context


def _system_file() -> Path | None:
    """Return the file in which OpenSSL finds the system's certificates, None for another way."""
    file = ssl.get_default_verify_paths().cafile
    return Path(file) if file and sys.platform not in ("darwin", "win32") else None


def _time_of(file: Path | None) -> int | None:
    """Return when a file changed last, in nanoseconds; None where there is none."""
    try:
        return None if file is None else file.stat().st_mtime_ns
    except OSError:
        return None


@lru_cache(maxsize=1)
def _system_trust(file: Path | None, _changed: int | None) -> ssl.SSLContext:
    """Return what trusts the system's certificates, read once for each time that they changed."""
    return _new_trust(file)


def _new_trust(file: Path | None) -> ssl.SSLContext:
    """Return what trusts the system's certificates, wherever it keeps them.

    WORKAROUND: where OpenSSL finds them in a file, truststore 0.10 reads that file again for each
    connection, and all others wait meanwhile; then reading it once does.
    """
    if file is not None:
        return ssl.create_default_context()
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def load() -> None:
    """Load all that the first request needs, which httpx does only then: a tenth of a second."""
    asyncio.run(_load())


async def _load() -> None:
    async with httpx.AsyncHTTPTransport(verify=trust(None)):
        pass


class Sender:
    """Sends probes; an asynchronous context manager that closes its connections at the end."""

    def __init__(self, settings: Settings, context: ssl.SSLContext) -> None:
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._settings = settings
        self._context = context
        self._transports: dict[str | None, httpx.AsyncHTTPTransport] = {}

    async def __aenter__(self) -> Self:
        """Return the sender."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            await transport.aclose()

    async def send(self, probe: Probe) -> Result:
        """Send a probe's request and return what came of it, whatever that is."""
        request = probe.request
        if request is None:
            return probe.skipped()
        exchange = probe.exchange()
        way = _Way(request.url, proxy_for(request.url, self._settings.variables))
        try:
            self._transport(way.proxy)
        except (ValueError, httpx.InvalidURL):
            return exchange.failed(Fault.PROXY_INVALID, 0)
        clock = _Clock()
        error = await self._error(request, way, exchange, clock)
        if error is None:
            return exchange.ended(clock.now)
        is_late = isinstance(error, TimeoutError)
        return exchange.failed(Fault.WHOLE_TIMEOUT if is_late else way.fault(error), clock.now)

    async def _error(
        self, request: Request, way: "_Way", exchange: Exchange, clock: "_Clock"
    ) -> Exception | None:
        """Carry out an exchange; return what broke it, None when nothing did.

        The error may hold what the server sent, a key included: it is returned and not raised, so
        that it stands in no traceback.
        """
        try:
            async with asyncio.timeout(self._settings.whole):
                await self._carry_out(request, way, exchange, clock)
        except (TimeoutError, *ERRORS) as error:
            return error
        return None

    def _transport(self, proxy: str | None) -> httpx.AsyncHTTPTransport:
        """Return what sends through a proxy, or directly; raises when its address is no good."""
        if proxy not in self._transports:
            self._transports[proxy] = httpx.AsyncHTTPTransport(
                verify=self._context,
                trust_env=False,
                limits=httpx.Limits(max_connections=None),
                proxy=None if proxy is None else _proxy(proxy, self._context),
            )
        return self._transports[proxy]

    async def _carry_out(
        self, request: Request, way: "_Way", exchange: Exchange, clock: "_Clock"
    ) -> None:
        transport = self._transport(way.proxy)
        for left in reversed(range(_MOST_REDIRECTS)):
            response = await transport.handle_async_request(self._wire_request(request, way))
            try:
                target = _redirected(request, response) if left else None
                if target is None:
                    await _read(response, exchange, clock)
                    return
            finally:
                await response.aclose()
            request = target

    def _wire_request(self, request: Request, way: "_Way") -> httpx.Request:
        """Return the request as httpx takes it."""
        settings = self._settings
        waits = {"connect": settings.connect, "pool": None}
        waits |= {"read": settings.first_byte, "write": settings.first_byte}
        extensions: dict[str, object] = {"timeout": waits}
        if way.proxy is not None:
            extensions["trace"] = way.note
        target = _target(request.url, is_proxied=way.proxy is not None)
        if target is not None:
            extensions["target"] = target
        headers = [
            (name.encode(), text.encode("latin-1")) for name, text in request.headers.items()
        ]
        return httpx.Request(
            request.method,
            request.url,
            headers=headers,
            content=request.content,
            extensions=extensions,
        )


def _target(url: str, *, is_proxied: bool) -> bytes | None:
    """Return what stands in the request's first line, just as it stands in the address.

    None leaves it to httpx: within a proxy's tunnel, where it would replace the tunnel's own.
    """
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not is_proxied:
        return target.encode("ascii")
    return None if parts.scheme == "https" else url.encode("ascii")


class _Way:
    """The way of a request: directly, by a proxy, or by the tunnel that a proxy opens."""

    def __init__(self, url: str, proxy: str | None) -> None:
        self.proxy = proxy
        self._needs_tunnel = proxy is not None and url.startswith("https:")
        self._awaits_tunnel = False

    async def note(self, event: str, _: Mapping[str, object]) -> None:
        """Take note of what httpcore does."""
        if event == "connection.connect_tcp.started":
            self._awaits_tunnel = self._needs_tunnel
        elif event == "proxy.start_tls.started":
            self._awaits_tunnel = False

    def fault(self, error: BaseException) -> Fault:
        """Return the fault behind an error that sending on this way raised."""
        is_to_proxy = self._awaits_tunnel if self._needs_tunnel else self.proxy is not None
        return fault_of(error, is_to_proxy=is_to_proxy, awaits_tunnel=self._awaits_tunnel)


class _Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._start = self._loop.time()

    @property
    def now(self) -> float:
        return self._loop.time() - self._start


def _proxy(address: str, context: ssl.SSLContext) -> httpx.Proxy:
    """Return a proxy; raises ValueError for an address that is none of an HTTP proxy."""
    if urlsplit(address).scheme not in DEFAULT_PORTS or not urlsplit(address).hostname:
        raise ValueError("no HTTP proxy")
    is_encrypted = address.startswith("https:")
    return httpx.Proxy(address, ssl_context=context if is_encrypted else None)


def _redirected(request: Request, response: httpx.Response) -> Request | None:
    """Return the request to follow a redirect with, None where there is none to follow."""
    location = response.headers.get("location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    here, there = address(request.url), _target_of(request.url, location)
    if here is None or there is None or there.user or _origin(there) != _origin(here):
        return None
    url = there._replace(fragment=None).text
    if response.status_code in _KEEPING_THE_METHOD:
        return request._replace(url=url)
    headers = {name: text for name, text in request.headers.items() if name != "content-type"}
    return Request("GET", url, headers, b"")


def _target_of(url: str, location: str) -> Address | None:
    """Return where a redirect leads as JavaScript understands it, None where that is nowhere."""
    try:
        return address(urljoin(url, location.replace("\\", "/")))
    except ValueError:
        return None


def _origin(url: Address) -> tuple[str, str]:
    return url.scheme, url.host


async def _read(response: httpx.Response, exchange: Exchange, clock: _Clock) -> None:
    """Report an answer as it comes, until enough of it is known."""
    exchange.begin(response.status_code, dict(response.headers))
    stream = cast("AsyncGenerator[bytes]", aiter(cast("httpx.AsyncByteStream", response.stream)))
    async with contextlib.aclosing(stream) as pieces:
        async for data in pieces:
            exchange.take(data, clock.now)
            if exchange.is_complete:
                break
        if exchange.may_drain:
            with contextlib.suppress(TimeoutError, *ERRORS):
                async with asyncio.timeout(_DRAINING_SECONDS):
                    await _drain(pieces, exchange, clock)


async def _drain(pieces: AsyncGenerator[bytes], exchange: Exchange, clock: _Clock) -> None:
    """Read the little that follows a reply, so that its connection can be used again."""
    async for data in pieces:
        exchange.take(data, clock.now)
        if not exchange.may_drain:
            break
