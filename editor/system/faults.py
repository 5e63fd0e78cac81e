"""Which fault an error of the network is; it is known by what lies at the bottom of it."""

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import cast

import httpx

from editor.core.diagnosis.diagnose import Fault

_EXPIRED = (9, 10, 0x800B0101, -67818, -67819)
_WRONG_NAME = (62, 63, 64, 0x800B010F, -67602)
"""Codes of OpenSSL, Windows and macOS for what is wrong with a certificate."""

_NOT_TLS = (
    "WRONG_VERSION_NUMBER",
    "RECORD_LAYER_FAILURE",
    "HTTP_REQUEST",
    "UNKNOWN_PROTOCOL",
    "PACKET_LENGTH_TOO_LONG",
)
_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN)
_WAY_TO_PROXY = (Fault.NO_SUCH_HOST, Fault.REFUSED, Fault.CONNECT_TIMEOUT, Fault.UNREACHABLE)
_CUT_WORDS = ("disconnected", "incomplete", "without sending complete")

# The first row whose type occurs among an error and its causes decides.
_BY_TYPE: tuple[tuple[type[BaseException], Fault], ...] = (
    (socket.gaierror, Fault.NO_SUCH_HOST),
    (httpx.ConnectTimeout, Fault.CONNECT_TIMEOUT),
    (httpx.PoolTimeout, Fault.CONNECT_TIMEOUT),
    (httpx.TimeoutException, Fault.FIRST_BYTE_TIMEOUT),
    (ConnectionRefusedError, Fault.REFUSED),
    (httpx.UnsupportedProtocol, Fault.BAD_URL),
    (httpx.InvalidURL, Fault.BAD_URL),
    (UnicodeError, Fault.BAD_URL),
    (httpx.LocalProtocolError, Fault.BAD_HEADER),
    (ConnectionError, Fault.CUT),
)
ERRORS = (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError)
"""What sending may raise for reasons that lie in the world or in an address."""


def fault_of(
    error: BaseException, *, is_to_proxy: bool = False, awaits_tunnel: bool = False
) -> Fault:
    """Return the fault behind an error that sending a request raised.

    `is_to_proxy`: connecting meant the proxy; `awaits_tunnel`: it had not reached the host yet.
    """
    causes = tuple(_causes(error))
    found = next(filter(None, map(_tls_fault, causes)), None) or _fault(causes)
    is_proxys = is_to_proxy and found in _WAY_TO_PROXY
    is_silent = awaits_tunnel and found is Fault.FIRST_BYTE_TIMEOUT
    return Fault.PROXY_UNREACHABLE if is_proxys or is_silent else found


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that it was raised from."""
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", current).exceptions
        waiting += [one for one in (current.__cause__, current.__context__) if one is not None]


def _tls_fault(error: BaseException) -> Fault | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        if code in _EXPIRED:
            return Fault.EXPIRED
        return Fault.WRONG_NAME if code in _WRONG_NAME else Fault.UNTRUSTED
    if isinstance(error, ssl.SSLWantReadError | ssl.SSLWantWriteError):
        return None  # the handshake was waiting, which is no fault of it
    if isinstance(error, ssl.SSLError):
        return Fault.NOT_TLS if error.reason in _NOT_TLS else Fault.TLS
    return None


def _fault(causes: tuple[BaseException, ...]) -> Fault:
    for kind, fault in _BY_TYPE:
        if any(isinstance(cause, kind) for cause in causes):
            return fault
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if numbers.intersection(_NO_WAY):
        return Fault.UNREACHABLE
    if errno.ETIMEDOUT in numbers:
        return Fault.CONNECT_TIMEOUT
    return _by_words(causes[0])


def _by_words(error: BaseException) -> Fault:
    """Return the fault of an error that only its words tell from others."""
    words = str(error)
    match error:
        case httpx.ProxyError():
            return Fault.PROXY_LOGIN if words.startswith("407") else Fault.PROXY_REFUSED
        case httpx.RemoteProtocolError():
            is_cut = any(part in words for part in _CUT_WORDS)
            return Fault.CUT if is_cut else Fault.NOT_HTTP
        case httpx.ReadError() | httpx.WriteError() | httpx.CloseError():
            return Fault.CUT
        case _:
            return Fault.OTHER
