"""What is surely or probably wrong with a route's address, with the fixes there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from editor.core.dotenv.operations import CommentOutVariable
from editor.core.href import address
from editor.core.routing.hijacking import BASE_PATH, BASE_URL, USE_MODEL_NAME, legacy_base
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.validation.codes import Code
from editor.core.validation.group_address import address_findings
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members
from editor.core.validation.problem import Fix
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.href import Address
    from editor.core.routing.route import Route
    from editor.core.validation.group_view import ModelView
    from editor.core.yaml.values import Value

_ABOUT_ADDRESSES = frozenset(
    {
        Code.FULL_DOMAIN,
        Code.INVALID_URL,
        Code.MISROUTED_URL,
        Code.DOUBLED_SUFFIX,
        Code.UNRESOLVED_REFERENCE,
    }
)
_OPENAI = "api.openai.com"
_OWN_MACHINE = ("localhost", "127.0.0.1", "[::1]")


class _Remark(NamedTuple):
    message: str
    fixes: tuple[Fix, ...] = ()


def remarked(route: Route, view: GroupView, model: ModelView) -> Route:
    """Return a route with its warnings and fixes; paths start at the group."""
    remarks = (*_of_config(route, view, model), *_of_variables(route, view), *_of_address(route))
    return replace(
        route,
        warnings=tuple(dict.fromkeys(remark.message for remark in remarks)),
        fixes=tuple(fix for remark in remarks for fix in remark.fixes),
    )


def _of_config(route: Route, view: GroupView, model: ModelView) -> Iterator[_Remark]:
    models = members(view.group.get("models")) or {}
    one: dict[str, Value] = {model.name: models.get(model.name)}
    alone: dict[str, Value] = {**view.group, "models": one}
    for found in address_findings(GroupView(alone, view.target, view.environment)):
        if found.code in _ABOUT_ADDRESSES:
            yield _Remark(found.message, found.fixes)
    headers = members(view.group.get("additionalHeaders")) or {}
    for name, text in headers.items():
        missing = view.environment.unresolved(text, view.target) if isinstance(text, str) else ()
        if missing:
            message = worded(
                "The variable {0} has no value, so LibreChat sends the header {1} as it stands in "
                "the config.",
                missing[0].name,
                name,
            )
            yield _Remark(message)
    path = (route.url or "").partition("?")[0]
    if path.endswith("/responses"):
        yield from _responses(route)
    if "prompt" in route.body and path.endswith("/chat/completions"):
        message = worded(
            "Because “{0}” has no “gpt” in its name, this release sends a text to complete, which "
            "Azure refuses on this path. With any `baseURL` it sends a chat.",
            model.name,
        )
        yield _Remark(message)


def _responses(route: Route) -> Iterator[_Remark]:
    if route.deployment is not None and f"/{route.deployment}/responses" in (route.url or ""):
        message = (
            "Because of the deployment's name LibreChat's client calls the Responses API, but "
            "below the deployment, where Azure has nothing. Put the model into a group with "
            "`useResponsesApi: true` under `addParams`."
        )
        yield _Remark(message)


def _of_variables(route: Route, view: GroupView) -> Iterator[_Remark]:
    environment = view.environment
    if route.serverless:
        return
    base = view.setting("baseURL")
    if base is None and legacy_base(environment):
        message = worded(
            "{0} counts for every group without a `baseURL`, this one included.", BASE_URL
        )
        yield _Remark(message, _commented_out(BASE_URL, environment))
    elif base is None and environment.is_set(BASE_PATH) and view.target is Target.V0_8:
        message = worded("{0} takes the place of the resource's own address.", BASE_PATH)
        yield _Remark(message, _commented_out(BASE_PATH, environment))
    if route.sources.get("deployment") == f"env:{USE_MODEL_NAME}":
        message = worded(
            "{0} replaces the deployment by the model's name without dots.", USE_MODEL_NAME
        )
        yield _Remark(message, _commented_out(USE_MODEL_NAME, environment))
    for placeholder in base_url.PLACEHOLDERS:
        name = placeholder[2:-1]
        if base is not None and placeholder in base.written and environment.is_set(name):
            message = worded(
                "The variable {0} takes the place of the placeholder {1}.", name, placeholder
            )
            yield _Remark(message, _commented_out(name, environment))


def _commented_out(name: str, environment: Environment) -> tuple[Fix, ...]:
    if not environment.is_in_env_text(name) or name in environment.environ:
        return ()
    title = worded("Comment out {0} in the .env file", name)
    return (Fix(id="comment-out", title=title, operations=(), env=(CommentOutVariable(name),)),)


def _of_address(route: Route) -> Iterator[_Remark]:
    text = route.url or ""
    if text.startswith("https://") and "@" not in text and _OPENAI not in text:
        return
    url = address(text)
    if url is None:
        return
    if url.scheme == "http" and not _is_own_machine(url):
        yield _Remark("The key goes over the network in the clear, since the address is http://.")
    if url.user:
        message = (
            "The address holds a user's name or password. LibreChat refuses to call such an "
            "address; send a header under `additionalHeaders` instead."
        )
        yield _Remark(message)
    if url.host == _OPENAI:
        yield _Remark("The request goes to OpenAI, key and all, since the base URL is empty.")


def _is_own_machine(url: Address) -> bool:
    return url.host.rpartition(":")[0] in _OWN_MACHINE or url.host in _OWN_MACHINE
