"""What is offered in which field of a config: variables, versions, models, headers, parameters."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from editor.core import api_versions
from editor.core.completion import headers, parameters
from editor.core.completion.suggestion import Offers, Suggestion
from editor.core.context_windows import context_window, names_by_target
from editor.core.environment import Environment, Giver
from editor.core.outline import groups_in, models_in, name_of, value_at
from editor.core.schema.field import Target, Widget
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import GROUPS_PATH, field_at
from editor.core.vision import has_vision
from editor.core.wording import joined, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.document import Document
    from editor.core.yaml.values import Path

MODEL_NAME = "modelName"
"""What a form calls the key of a model itself."""

_GROUP_DEPTH = len(GROUPS_PATH) + 1
_ADDRESS = (
    Suggestion("INSTANCE_NAME", "the group’s or resource’s instance name"),
    Suggestion("DEPLOYMENT_NAME", "the deployment of the model that is called"),
)
_BASE_URLS = (
    Suggestion(
        "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}",
        "as LibreChat makes it",
    ),
    Suggestion(
        "https://${INSTANCE_NAME}.cognitiveservices.azure.com/openai/deployments/${DEPLOYMENT_NAME}",
        "Azure AI services",
    ),
)
_WORDS = {
    Giver.ENV: "set in .env",
    Giver.PROCESS: "set in process",
    Giver.COMPOSE: "set in compose file",
}


def offers_at(document: Document, path: Path, *, is_key: bool = False) -> Offers:
    """Return what is offered at a path of the config; `is_key`: for a new or other key there.

    A model's own name is told by `MODEL_NAME` behind the model's path.
    """
    target = Target(document.target)
    inside = path[_GROUP_DEPTH:] if path[: len(GROUPS_PATH)] == GROUPS_PATH else ()
    match inside:
        case ("additionalHeaders", _) if not is_key:
            variables = variables_offered(document.environment)
            return Offers((), variables, headers.placeholders(target))
        case ("additionalHeaders",) if is_key:
            return Offers(headers.NAMES)
        case ("addParams",) if is_key:
            return Offers(parameters.added_names(target))
        case ("addParams", str(name)) if not is_key:
            return Offers(_values(name, target))
        case ("dropParams", *_):
            return Offers(parameters.dropped_names(target))
        case ("models", _, "modelName"):
            return Offers(model_names(target))
        case _:
            return _in_field(document, path)


def _in_field(document: Document, path: Path) -> Offers:
    """Return what is offered in a field of its own."""
    target = Target(document.target)
    if path == ("version",):
        return Offers((Suggestion(CONFIG_VERSIONS[target], "this release’s own"),))
    field = field_at(path)
    if field is not None and field.widget is Widget.MODEL_NAME:
        return Offers(_own_models(document))
    if field is None or not field.is_env_resolved:
        return Offers()
    variables = variables_offered(document.environment)
    match field.key:
        case "version":
            return Offers(versions(), variables)
        case "baseURL" if value_at(document.value, (*path[:-1], "serverless")) is not True:
            return Offers(_BASE_URLS, (*_ADDRESS, *variables))
        case _:
            return Offers((), variables)


def meaning_at(document: Document, path: Path, text: str) -> str:
    """Return what is known of an API version or a model's name in its field, "" for nothing."""
    if path[-1:] == (MODEL_NAME,):
        return _about_model(text, Target(document.target))
    field = field_at(path)
    known = api_versions.find(text) if field is not None and field.key == "version" else None
    return "" if known is None else api_versions.about(known)


@cache
def versions() -> tuple[Suggestion, ...]:
    """Return the API versions, newest first."""
    return tuple(Suggestion(one.text, api_versions.about(one)) for one in api_versions.VERSIONS)


@cache
def model_names(target: Target) -> tuple[Suggestion, ...]:
    """Return the names that LibreChat knows, with what it takes from them."""
    return tuple(Suggestion(name, _about_model(name, target)) for name in names_by_target(target))


def _about_model(name: str, target: Target) -> str:
    window = context_window(name, target)
    tokens = worded("context window not known to LibreChat")
    if window is not None:
        tokens = worded("{0:,} tokens", window)
    return worded("{0} · sees pictures", tokens) if has_vision(name, target) else tokens


def _own_models(document: Document) -> tuple[Suggestion, ...]:
    return (
        Suggestion("current_model", "the one in use"),
        *_models_of(document, Target(document.target)),
    )


def _models_of(document: Document, target: Target) -> Iterator[Suggestion]:
    for number, group in enumerate(groups_in(document.value)):
        owner = name_of(document.value, (*GROUPS_PATH, number))
        for name in models_in(group):
            yield Suggestion(name, joined(" · ", (owner, _about_model(name, target))))


def _values(name: str, target: Target) -> tuple[Suggestion, ...]:
    known = parameters.parameter(name, target)
    return () if known is None else tuple(Suggestion(text) for text in known.values)


@lru_cache(maxsize=1)
def variables_offered(environment: Environment) -> tuple[Suggestion, ...]:
    """Return the variables of `.env` and compose file, then those of the process for keys."""
    compose = () if environment.container is None else environment.container.variables
    own = dict.fromkeys((*environment.variables, *compose))
    others = sorted(name for name in environment.environ if name not in own and _may_concern(name))
    elsewhere = {*compose, *environment.environ}
    filled = _WORDS[Giver.ENV]
    return tuple(
        Suggestion(name, filled)
        if name not in elsewhere and environment.variables[name]
        else Suggestion(name, _standing(name, environment))
        for name in (*own, *others)
    )


def _may_concern(name: str) -> bool:
    return any(part in name.upper() for part in ("AZURE", "OPENAI", "KEY", "TOKEN", "URL"))


def _standing(name: str, environment: Environment) -> str:
    source = environment.source(name)
    if source is None or not environment.is_set(name):
        return worded("empty")
    return _WORDS[source.giver]
