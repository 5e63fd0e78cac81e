"""Fetching a config that CONFIG_PATH names by its web address, as LibreChat does: one GET."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.compose.lead import shown_url
from editor.core.wording import worded
from editor.system import files
from editor.system.errors import FileError

if TYPE_CHECKING:
    import httpx

_MOST_SECONDS = 15.0


class Unreachable(FileError):
    """A config that could not be fetched: why, and what to do about it."""


def fetch(url: str, *, seconds: float = _MOST_SECONDS) -> str:
    """Return the UTF-8 text at an address; raises Unreachable, at the latest after some seconds.

    Redirects are followed, as nothing secret is sent but what the address itself holds. No more is
    read than the largest file has.
    """
    # Imported here: loading it takes longer than judging a config, and few configs are remote.
    import asyncio

    import httpx

    try:
        content = asyncio.run(_content(url, seconds))
    except TimeoutError as error:
        raise _refused(url, worded("it takes longer than {0:g} seconds", seconds)) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error).rstrip(".") or worded("the connection broke")
        raise _refused(url, reason) from error
    try:
        return files.decoded(content, Path(shown_url(url)))
    except FileError as error:
        raise _refused(url, worded("it is too large, or no UTF-8 text")) from error


async def _content(url: str, seconds: float) -> bytes:
    import asyncio
    import ssl

    import httpx
    import truststore

    trusted = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    content = bytearray()
    async with (
        asyncio.timeout(seconds),
        httpx.AsyncClient(follow_redirects=True, verify=trusted, timeout=seconds) as client,
        client.stream("GET", url) as response,
    ):
        _require_success(response, url)
        async for chunk in response.aiter_bytes():
            content += chunk
            if len(content) > files.LARGEST:
                break
    return bytes(content)


def _require_success(response: httpx.Response, url: str) -> None:
    if not response.is_success:
        raise _refused(url, worded("the server answers {0}", response.status_code))


def _refused(url: str, reason: str) -> Unreachable:
    address = shown_url(url)
    return Unreachable(
        Path(address),
        worded("The config at {0} could not be fetched: {1}.", address, reason),
        "Check CONFIG_PATH, and that this machine may reach the address.",
    )
