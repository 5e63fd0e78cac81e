"""Which address a new group calls, made of the legacy instance, deployment and base URL.

What LibreChat makes of a base URL is in `validation/base_url.py`; the cases are told apart here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.core.environment import is_reference, names_in
from editor.core.legacy import BASE_URL, PLACEHOLDERS
from editor.core.legacy.effects import address_without_secrets
from editor.core.migration.choices import SERVERLESS_CHOICE
from editor.core.migration.settings import DEPLOYMENT, INSTANCE, VERSION
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.wording import worded

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.migration.notes import Notes
    from editor.core.migration.settings import Settings

_QUERY_START = re.compile(r"[?#]")
_SUFFIX = re.compile(r"/chat/completions/?$")
_NAMED_DEPLOYMENT = re.compile(r"/deployments/([^/${}]+)/?$")
_INSTANCE, _DEPLOYMENT = base_url.PLACEHOLDERS
_NOT_KEPT = (
    "{0} in the address cannot be kept: it must not end a text that begins with another reference, "
    "and no variable may have its name. Write the address in full, or rename that variable."
)
_FILLED_IN = "In the config LibreChat fills in ${{{0}}} from the environment. In {1} it never did."


@dataclass(frozen=True, slots=True)
class Address:
    """What a new group is to call.

    `base` is its `baseURL`, "" for the resource's own address; `deployment` is the one that all
    models share, "" where each has its own. `is_serverless`: the base is called as it stands.
    """

    base: str
    instance: str
    deployment: str
    version: str
    is_serverless: bool = False


def address_of(
    settings: Settings,
    environment: Environment,
    target: Target,
    wants_serverless: bool | None,
    notes: Notes,
) -> Address:
    """Return the address of the new group; what is missing for it is asked in the notes."""
    base, query = _shortened(settings, notes)
    named = _NAMED_DEPLOYMENT.search(base)
    version = settings.version or base_url.version_in(query)
    shared = "" if settings.uses_model_names else settings.deployment
    address = Address(base, settings.instance, named[1] if named else shared, version)
    if base and "/deployments" not in base and target is not Target.V0_7:
        address = _without_deployments(address, settings, wants_serverless, notes)
    elif wants_serverless:
        notes.tell(
            "A serverless group is not needed: the address is called as before without one.",
            BASE_URL if base else None,
        )
    address = _complete(address, settings, target, notes)
    return _literal(address, environment, notes, is_single=bool(address.deployment))


def _shortened(settings: Settings, notes: Notes) -> tuple[str, str]:
    """Return the base URL without what LibreChat appends itself, and its query."""
    if not settings.base:
        return "", ""
    if settings.is_base_asked:
        notes.ask(
            worded(
                "Each person enters an address of their own, which groups cannot have. Set "
                "{0} to the real address, or comment it out.",
                BASE_URL,
            ),
            BASE_URL,
        )
        return "", ""
    start = _QUERY_START.search(settings.base)
    end = len(settings.base) if start is None else start.start()
    text, query = settings.base[:end], settings.base[end:]
    host = (text.partition("://")[2] or text).partition("/")[0]
    if "@" in host:
        notes.ask(
            worded(
                "The address holds a name or password, with which no request can be sent. Take it "
                "out of {0}.",
                BASE_URL,
            ),
            BASE_URL,
        )
        return "", ""
    if query and not re.fullmatch(r"\?api-version=[^&#]*", query):
        notes.warn("What follows the ? in the address is left out of the group.", BASE_URL)
    return _SUFFIX.sub("", text), query


def _without_deployments(
    address: Address, settings: Settings, wants_serverless: bool | None, notes: Notes
) -> Address:
    """Return the address for a base URL to which LibreChat would append `/deployments`."""
    if wants_serverless:
        notes.tell(
            "The serverless group calls the address as it stands. Unlike before, LibreChat also "
            "sends the key as Authorization, and the model's name in the body.",
            BASE_URL,
        )
        return replace(address, is_serverless=True)
    shown = address_without_secrets(address.base)
    is_complete = settings.instance and (address.deployment or settings.uses_model_names)
    if is_complete or wants_serverless is False:
        message = worded(
            "LibreChat appends /<deployment>/deployments/<deployment> to {0}, which has no "
            "/deployments; up to release 0.7.8 it called the address as it stands. With a "
            "serverless group it does so again: choose that if your gateway expects it.",
            shown,
        )
        notes.warn(message, BASE_URL, SERVERLESS_CHOICE)
    else:
        message = worded(
            "LibreChat appends /<deployment>/deployments/<deployment> to {0}, which has no "
            "/deployments; up to release 0.7.8 it called the address as it stands. With a "
            "serverless group it does so again. Choose it.",
            shown,
        )
        notes.ask(message, BASE_URL, SERVERLESS_CHOICE, "true")
    return address


def _complete(address: Address, settings: Settings, target: Target, notes: Notes) -> Address:
    """Return the address with what LibreChat demands; what nobody knows is asked for."""
    base = address.base
    if not address.instance:
        if _INSTANCE in base or not base:
            notes.ask(worded("The resource is not known. Set {0}.", INSTANCE), INSTANCE)
        else:
            address = replace(address, instance=_first_label(base))
    if not (address.deployment or settings.uses_model_names):
        is_fixed = base and _DEPLOYMENT not in base
        if is_fixed and target is Target.V0_7:
            last = base_url.split(base)[1].rstrip("/").rpartition("/")[2]
            address = replace(address, deployment=last or address.instance)
        elif not (is_fixed and (address.is_serverless or notes.asks_for(SERVERLESS_CHOICE))):
            notes.ask(worded("The deployment is not known. Set {0}.", DEPLOYMENT), DEPLOYMENT)
    if not (address.version or address.is_serverless):
        notes.ask(
            worded("The API version is not known. Set {0}, such as 2024-10-21.", VERSION), VERSION
        )
    return address


def _first_label(base: str) -> str:
    """Return the first part of a base URL's host, which stands in for an unused instance name."""
    host = base_url.split(base)[0].partition("://")[2] or base
    return re.split(r"[.:/]", host, maxsplit=1)[0] or "azure"


def _literal(
    address: Address, environment: Environment, notes: Notes, *, is_single: bool
) -> Address:
    """Return the address with placeholders filled in where they would not mean themselves.

    They do not where a variable has their name, in a text that begins with one reference and ends
    with another, and in a serverless group.
    """
    if not address.base:
        return address
    names = [name for name in names_in(address.base) if name not in PLACEHOLDERS]
    is_spanning = is_reference(address.base) and "}" in address.base[:-1]
    taken = {name for name in PLACEHOLDERS if environment.is_set(name)}
    base = address.base
    if is_spanning or address.is_serverless or PLACEHOLDERS[0] in taken:
        base = base.replace(_INSTANCE, address.instance)
    if _DEPLOYMENT in base and (is_spanning or PLACEHOLDERS[1] in taken):
        if is_single:
            base = base.replace(_DEPLOYMENT, address.deployment)
        else:
            notes.ask(worded(_NOT_KEPT, _DEPLOYMENT), BASE_URL)
    others = [name for name in names_in(base) if name not in PLACEHOLDERS]
    if names and others:
        notes.warn(worded(_FILLED_IN, others[0], BASE_URL), BASE_URL)
    return replace(address, base=base)
