"""Where a group's requests go wrong because of its instance name, base URL or references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core import href, target_uri
from editor.core.environment import is_reference
from editor.core.schema.field import Target
from editor.core.secret import mask_addresses
from editor.core.validation import base_url, mending
from editor.core.validation.codes import Code
from editor.core.validation.problem import Fix, Operation
from editor.core.validation.remarks import failure, risk, warning
from editor.core.validation.startup_group import reason
from editor.core.validation.urls import parsed
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.target_uri import TargetUri
    from editor.core.validation.group_view import GroupView, ModelView, Setting
    from editor.core.validation.problem import Finding

_BARE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_DOMAIN = re.compile(
    r"(?:https?://)?(?P<name>[A-Za-z0-9-]+)"
    r"(?P<domain>\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn))(?:/openai)?/?"
)
_OPENAI_DOMAIN = ".openai.azure.com"
_DEPLOYMENTS = "/openai/deployments/${DEPLOYMENT_NAME}"
_SUFFIX = re.compile(r"/(?:chat/)?completions/?$")


def address_findings(view: GroupView) -> Iterator[Finding]:
    """Yield what is wrong with the addresses of a group's requests; paths start at the group."""
    yield from _embedded_references(view)
    base = view.setting("baseURL")
    if view.is_serverless:
        if base is not None:
            yield from _serverless(view, base)
        return
    if base is None or base_url.PLACEHOLDERS[0] in base.text:
        yield from _instance(view, base)
    if base is not None:
        yield from _pasted_base(view, base)
        yield from _based(view, base)


def _embedded_references(view: GroupView) -> Iterator[Finding]:
    """Yield the references that LibreChat does not look at when it starts."""
    settings = [view.setting("apiKey")]
    if not view.is_serverless:
        settings.append(view.setting("instanceName"))
        for model in view.routed_models:
            settings += [model.deployment, model.version]
    # A whole reference stops the start, but not in the version of a serverless group.
    unseen = [one for one in settings if one is not None and not is_reference(one.text)]
    version = view.setting("version") if view.is_serverless else None
    if version is not None:
        unseen.append(version)
    for setting in dict.fromkeys(unseen):
        for unresolved in view.environment.unresolved(setting.written, view.target)[:1]:
            message = worded(
                "{0} Until then the text is sent as it stands here.", reason(unresolved)
            )
            yield failure(Code.UNRESOLVED_REFERENCE, setting.path, message)


def _instance(view: GroupView, base: Setting | None) -> Iterator[Finding]:
    instance = view.setting("instanceName")
    if instance is None or "${" in instance.text or _BARE_NAME.fullmatch(instance.text):
        return
    host = f"{instance.text}{_OPENAI_DOMAIN}"
    if "." not in instance.text and "/" not in instance.text:
        if parsed(f"https://{host}/") is None:
            message = (
                "The instance name holds characters that no address takes. Enter the bare "
                "name of the resource."
            )
            yield failure(Code.INVALID_URL, instance.path, message, server_message="Invalid URL")
        return
    called = href.address(f"https://{host}")
    message = worded(
        "LibreChat appends {0} to the instance name, so it would call {1}. "
        "Enter the bare name of the resource, or use `baseURL` for another domain.",
        _OPENAI_DOMAIN,
        mask_addresses(host if called is None else called.text.rstrip("/")),
    )
    is_fixable = base is None and "${" not in instance.written
    fixes = _bare_instance(view, instance.text) if is_fixable else ()
    yield failure(Code.FULL_DOMAIN, instance.path, message, fixes)


def _bare_instance(view: GroupView, text: str) -> tuple[Fix, ...]:
    target = _pasted_target(text)
    if target is not None:
        return _split(view, target, "instanceName")
    found = _DOMAIN.fullmatch(text.strip())
    if found is None:
        return ()
    name, domain = found["name"], found["domain"]
    operations = [mending.setting(("instanceName",), name)]
    title = worded("Shorten to “{0}”", name)
    if domain != _OPENAI_DOMAIN:
        base = f"https://{name}{domain}{_DEPLOYMENTS}"
        operations.append(mending.setting(("baseURL",), base))
        title = worded("Shorten to “{0}” and add a base URL for {1}", name, domain[1:])
    return (Fix(id="shorten-instance", title=title, operations=tuple(operations), safe=True),)


def _pasted_target(text: str) -> TargetUri | None:
    """Return the parts of a text that is the whole address of one of Azure's deployments."""
    found = target_uri.read(text)
    is_azure = found is not None and base_url.is_azure(found.host)
    return found if found is not None and is_azure and found.deployment else None


def _split(view: GroupView, target: TargetUri, key: str) -> tuple[Fix, ...]:
    """Offer to take a whole address apart; what the group has already is kept."""
    operations: list[Operation] = []
    if target.base_url:
        operations.append(mending.setting(("baseURL",), target.base_url))
    elif key == "baseURL":
        operations.append({"op": "unset", "path": ["baseURL"]})
    parts = {
        "instanceName": target.instance,
        "deploymentName": target.deployment,
        "version": target.version,
    }
    for name, text in parts.items():
        if text and (name == key or view.setting(name) is None):
            operations.append(mending.setting((name,), text))
    title = "Take the address apart into instance, deployment and version"
    return (Fix(id="split-address", title=title, operations=tuple(operations), safe=True),)


def _pasted_base(view: GroupView, base: Setting) -> Iterator[Finding]:
    target = _pasted_target(base.text)
    if target is None or "${" in base.written:
        return
    lacks_instance = view.setting("instanceName") is None
    lacking = any(model.deployment is None or not model.version for model in view.routed_models)
    if lacks_instance or lacking:
        message = (
            "This is the whole address of one deployment. LibreChat also needs its parts in "
            "`instanceName`, `deploymentName` and `version`."
        )
        yield warning(Code.PASTED_ADDRESS, base.path, message, _split(view, target, "baseURL"))


def _based(view: GroupView, base: Setting) -> Iterator[Finding]:
    instance = view.setting("instanceName")
    for model in view.routed_models:
        if instance is None or model.deployment is None:
            continue
        address = base_url.filled(base.text, instance.text, model.deployment.text)
        found = tuple(_misrouted(view, base, model, address))
        if found:
            yield from found
            return


def _misrouted(view: GroupView, base: Setting, model: ModelView, address: str) -> Iterator[Finding]:
    deployment = "" if model.deployment is None else model.deployment.text
    if "${" in address:
        yield _unfilled(view, base)
    elif parsed(address) is None:
        yield _no_address(base)
    elif view.target is Target.V0_7:
        if _is_azure(address) and "/deployments/" not in address:
            message = worded(
                "This release appends only /chat/completions to the base URL, so it has to "
                "end with {0}.",
                _DEPLOYMENTS,
            )
            fixes = tuple(_completed(view, base, model, address))
            yield failure(Code.MISROUTED_URL, base.path, message, fixes)
    elif "${" not in deployment and not base_url.is_sound(address, deployment):
        yield _wrong_way(view, base, model, address)


def _unfilled(view: GroupView, base: Setting) -> Finding:
    found = view.environment.unresolved(base.written, view.target)
    others = [one for one in found if f"${{{one.name}}}" not in base_url.PLACEHOLDERS]
    if others:
        message = worded(
            "{0} LibreChat does not check this when it starts; every request fails.",
            reason(others[0]),
        )
    elif view.is_serverless:
        message = (
            "LibreChat does not fill in ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} in a "
            "serverless group. Write the address in full."
        )
    else:
        message = (
            "LibreChat fills in ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} once each. Write "
            "the second one in full."
        )
    return failure(Code.UNRESOLVED_REFERENCE, base.path, message)


def _no_address(base: Setting) -> Finding:
    fixes: tuple[Fix, ...] = ()
    message = "The base URL is no web address. Begin it with https:// and check its host."
    if "://" not in base.text and not base.written.startswith("${"):
        repaired = f"https://{base.written.strip().lstrip('/')}"
        if parsed(f"https://{base.text.strip().lstrip('/')}") is not None:
            title = "Put https:// in front"
            operation = mending.setting(base.path, repaired)
            fixes = (Fix(id="add-scheme", title=title, operations=(operation,), safe=True),)
    return failure(Code.INVALID_URL, base.path, message, fixes, "Invalid URL")


def _is_azure(address: str) -> bool:
    url = parsed(address)
    return url is not None and base_url.is_azure(url.host)


def _wrong_way(view: GroupView, base: Setting, model: ModelView, address: str) -> Finding:
    assert model.deployment is not None
    deployment = model.deployment.text
    final = base_url.final_base(address, deployment) + "/chat/completions"
    message = worded("LibreChat would call {0} for “{1}”.", mask_addresses(final), model.name)
    if address.endswith("/deployments/"):
        shorter = base.written.strip().rstrip("/")
        fixes = mending.replace_value(base.path, shorter, "Remove the last /", safe=True)
        message = sentences(message, "Remove the last /.")
        return risk(Code.MISROUTED_URL, base.path, message, fixes)
    if _is_azure(address) or not final.startswith(base_url.split(address)[0]):
        remedy = worded(
            "Azure has nothing there. Let the base URL end with {0}, or remove it if the resource "
            "is under openai.azure.com.",
            _DEPLOYMENTS,
        )
        fixes = tuple(_completed(view, base, model, address))
        return failure(Code.MISROUTED_URL, base.path, sentences(message, remedy), fixes)
    remedy = worded(
        "Unless your gateway routes that path, let the base URL end with {0}, "
        "or use a serverless group, whose base URL is called as it stands.",
        _DEPLOYMENTS,
    )
    return risk(Code.MISROUTED_URL, base.path, sentences(message, remedy))


def _completed(view: GroupView, base: Setting, model: ModelView, address: str) -> Iterator[Fix]:
    """Yield ways to make a base URL of Azure's own lead to its deployments."""
    origin, path, _ = base_url.split(base.written)
    url, instance = parsed(address), view.setting("instanceName")
    if not origin or url is None or instance is None or model.deployment is None:
        return
    if not base_url.is_azure(url.host):
        return
    if re.search(r"/(?:models|openai/v1)/?$", path):
        operation = mending.setting(("serverless",), value=True)
        title = "Make the group serverless; the models' names are then sent"
        yield Fix(id="make-serverless", title=title, operations=(operation,))
        return
    completed = origin + _DEPLOYMENTS
    if base_url.is_sound(
        base_url.filled(completed, instance.text, model.deployment.text), model.deployment.text
    ):
        # Nothing is lost where the old path names no deployment at all.
        is_safe = path.rstrip("/") in {"", "/openai"}
        yield from mending.replace_value(
            base.path, completed, worded("Change to {0}", mask_addresses(completed)), safe=is_safe
        )
    elif url.host == f"{instance.text.lower()}{_OPENAI_DOMAIN}":
        yield from mending.remove_key(base.path, safe=True)
    named = re.fullmatch(r"/openai/deployments/([^/$]+)(?:/.*)?", path)
    if named is not None and base_url.is_sound(address, named[1]):
        title = worded("Use deployment “{0}”", named[1])
        operation = mending.setting(model.deployment.path, named[1])
        yield Fix(id="use-deployment", title=title, operations=(operation,))


def _serverless(view: GroupView, base: Setting) -> Iterator[Finding]:
    if "${" in base.text:
        yield _unfilled(view, base)
        return
    if parsed(base.text) is None:
        yield _no_address(base)
        return
    _, path, query = base_url.split(base.text)
    stripped = _SUFFIX.sub("", path)
    is_classic = view.target is Target.V0_7
    if (stripped == path and not query) or (is_classic and ("/v1" in path or stripped == path)):
        return
    version = base_url.version_in(query)
    has_version = view.setting("version") is not None
    message = worded(
        "LibreChat appends /chat/completions to the base URL itself, so it would call "
        "{0}/chat/completions.",
        mask_addresses(base.text.rstrip("/")),
    )
    remedy = "Let the base URL end before that part."
    if version:
        remedy = "Let the base URL end before that part, and put the version into `version`."
    message = sentences(message, remedy)
    fixes = _stripped(view, base, stripped)
    # With a version of the group's own, the query is replaced and the address happens to work.
    say = risk if query and has_version else failure
    yield say(Code.DOUBLED_SUFFIX, base.path, message, fixes)


def _stripped(view: GroupView, base: Setting, path: str) -> tuple[Fix, ...]:
    if "${" in base.written and base_url.split(base.written)[1] != base_url.split(base.text)[1]:
        return ()
    origin, _, query = base_url.split(base.written)
    if not origin:
        return ()
    operations = [mending.setting(base.path, origin + path)]
    version = base_url.version_in(query)
    shown = mask_addresses(origin)
    title = worded("Shorten to {0}{1}", shown, path)
    if version and view.setting("version") is None:
        operations.append(mending.setting(("version",), version))
        title = worded("Shorten to {0}{1} and set version {2}", shown, path, version)
    return (Fix(id="strip-suffix", title=title, operations=tuple(operations), safe=True),)
