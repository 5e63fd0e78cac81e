"""What is known of the ways in which a request to Azure fails, one entry for each.

The entries of Azure, of gateways and of the network are shipped data, collected from Microsoft's
documentation and public issues; those at the end are what this editor alone tells apart.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypedDict, cast

from editor import resources
from editor.core.diagnosis.words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_BASE_URL = "endpoints.azureOpenAI.groups[].baseURL"
_HEADERS = "endpoints.azureOpenAI.groups[].additionalHeaders"
_API_KEY = "endpoints.azureOpenAI.groups[].apiKey"


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to fail. `match` holds texts of which one occurs in the answer.

    Of `fields`, the first one that plays a part is meant; one that holds ` | ` names alternatives
    and the one that is set is meant. `surface` says which part of Azure or of the way there it is.
    """

    id: str
    summary: str
    cause: str
    fix: str
    fields: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    surface: str = "own"


class _Row(TypedDict):
    """One object of the shipped file, as far as it is used here."""

    id: str
    meaning: str
    likely_cause: str
    fix_text: str
    fix_field: list[str]
    match: list[str]
    surface: str


_OWN = (
    Entry("ok", "The model answered.", "", ""),
    Entry(
        "unauthorized",
        "The server refused the key or the sign-in.",
        "The answer is none of those that Azure is known to give.",
        "Read the answer below; compare key and address with those of the resource.",
        (_API_KEY, _BASE_URL),
    ),
    Entry(
        "not_found",
        "The server does not know this address.",
        "The answer is none of those that Azure is known to give; the path is likely wrong.",
        "Compare the address with the one that the resource or the gateway's owner names.",
        (_BASE_URL,),
    ),
    Entry(
        "unknown_answer",
        "The server refused the request in words that are not known here.",
        "A gateway, or something new at Azure.",
        "Read the answer below.",
    ),
    Entry(
        "not_streamed",
        "The answer came in one piece although a stream was asked for.",
        "A gateway buffers or rewrites answers. LibreChat would show an empty reply.",
        "Ask the gateway's owner to pass event streams on, or set addParams: "
        "{disableStreaming: true}.",
        ("endpoints.azureOpenAI.groups[].addParams", _BASE_URL),
    ),
    Entry(
        "empty_stream",
        "The stream ended without a word of a reply.",
        "A gateway filters the events, or the address answers streams but is no chat model.",
        "Test without the gateway, or check which service answers at this address.",
        (_BASE_URL,),
    ),
    Entry(
        "bad_stream",
        "The stream holds something that is not JSON.",
        "A gateway or a web filter writes into the stream. LibreChat would stop with an error.",
        "Test without the gateway; show its owner the answer below.",
        (_BASE_URL,),
    ),
    Entry(
        "endless_answer",
        "The answer went on and on and was cut off.",
        "This is no chat model, or it ignores the limit of its output.",
        "Check which service answers at this address.",
        (_BASE_URL,),
    ),
    Entry(
        "bad_encoding",
        "The answer's compression is broken or of a kind that was not asked for.",
        "A gateway or a proxy changes answers on their way.",
        "Test without the gateway or proxy; show its owner the answer's headers.",
        (_BASE_URL, "PROXY"),
    ),
    Entry(
        "answer_timeout",
        "The answer started and did not end in time.",
        "The model or a gateway is overloaded, or something holds the stream back.",
        "Test again; allow more time if the model is known to be slow.",
    ),
    Entry(
        "unreachable",
        "There is no way to the host from here.",
        "This machine is offline, or its network does not lead there.",
        "Check the network or VPN of this machine.",
        (_BASE_URL, "PROXY"),
    ),
    Entry(
        "tls_failed",
        "No encrypted connection could be made.",
        "The server or something on the way speaks another version of TLS, or hangs up.",
        "Check the address and port; ask the gateway's owner which TLS versions it takes.",
        (_BASE_URL, "PROXY"),
    ),
    Entry(
        "proxy_refused",
        "The proxy refused to connect to this host.",
        "The proxy's rules do not allow the host, or the proxy cannot reach it.",
        "Ask the owner of the proxy to allow the host, or name it in NO_PROXY.",
        ("PROXY",),
    ),
    Entry(
        "proxy_unreachable",
        "The proxy does not answer.",
        "PROXY or HTTPS_PROXY names a host or port where no proxy runs, or one that only "
        "LibreChat's server can reach.",
        "Check the proxy's address; name hosts that need no proxy in NO_PROXY.",
        ("PROXY",),
    ),
    Entry(
        "proxy_invalid",
        "The proxy's address cannot be used.",
        "PROXY must be the http:// or https:// address of an HTTP proxy.",
        "Write PROXY=http://host:port.",
        ("PROXY",),
    ),
    Entry(
        "transport",
        "The connection failed.",
        "The way to the server broke in a manner that is not known here.",
        "Test again; if it stays, check proxy, VPN and gateway.",
        (_BASE_URL, "PROXY"),
    ),
    Entry(
        "bad_header",
        "A header cannot be sent.",
        "Its name or value has a character that HTTP does not allow. LibreChat fails likewise.",
        "Remove line breaks and letters beyond Latin-1 from the key and the headers.",
        (_HEADERS, _API_KEY),
    ),
    Entry(
        "url_credentials",
        "The address holds a user name or password, and LibreChat cannot call such an address.",
        "Node.js refuses to fetch an address with credentials.",
        "Take user and password out of the address; send them as a header.",
        (_BASE_URL, _HEADERS),
    ),
    Entry(
        "url_scheme",
        "The address is of a kind that LibreChat cannot call.",
        "It begins with neither http:// nor https://.",
        "Write https:// in front of the host.",
        (_BASE_URL,),
    ),
    Entry(
        "not_routed",
        "LibreChat cannot send anything to this model.",
        "It refuses the model's settings.",
        "See the model's problems.",
    ),
)


@cache
def catalogue() -> Mapping[str, Entry]:
    """Return all entries by id; they are read once."""
    rows = cast("list[_Row]", json.loads(resources.text("errors/azure-errors.json")))
    return {entry.id: entry for entry in (*map(_entry, rows), *_OWN)}


def _entry(row: _Row) -> Entry:
    words = WORDS.get(row["id"], Words())
    return Entry(
        id=row["id"],
        summary=words.summary or row["meaning"],
        cause=words.cause or row["likely_cause"],
        fix=words.fix or row["fix_text"],
        fields=tuple(row["fix_field"]),
        match=tuple(row["match"]),
        surface=row["surface"],
    )
