"""The groups that do what the legacy settings did: their models, and their values for the config.

Where the settings let all models reach one deployment, AZURE_OPENAI_DEFAULT_MODEL says which model
that is; else each listed model is offered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.context_windows import context_window
from editor.core.legacy.scene import deployment_named_after
from editor.core.migration.choices import MODELS_CHOICE
from editor.core.migration.settings import MODELS
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from editor.core.migration.addressing import Address
    from editor.core.migration.choices import Choices
    from editor.core.migration.notes import Notes
    from editor.core.migration.settings import Settings
    from editor.core.yaml.values import Value

Group = dict[str, "Value"]


def models_of(
    settings: Settings, address: Address, choices: Choices, notes: Notes
) -> tuple[str, ...]:
    """Return the models of the new groups; where nobody knows them, they are asked for."""
    if choices.models is not None:
        return choices.models
    is_shared = bool(address.deployment) or not settings.uses_model_names
    if is_shared and settings.default_model:
        return (settings.default_model,)
    if settings.models:
        return settings.models
    if is_shared:
        guess = _model_guessed_from(address.deployment)
        question = "Say which model that is."
        if guess:
            question = worded("Say which model that is, such as {0}.", guess)
        message = worded(
            "LibreChat offered a list of its own, and all its models reached “{0}”.",
            address.deployment,
        )
        message = sentences(message, question)
        notes.ask(message, MODELS, MODELS_CHOICE, guess)
    else:
        message = "LibreChat offered a list of its own. Say which models have a deployment."
        notes.ask(message, MODELS, MODELS_CHOICE)
    return ()


def _model_guessed_from(deployment: str) -> str:
    """Return the model that a deployment's name suggests, "" for none; Azure writes gpt-35."""
    guess = re.sub(r"(?<=gpt-)([34])([15])(?!\d)", r"\1.\2", deployment)
    return guess if context_window(guess, Target.V0_8) is not None else ""


def groups_of(
    settings: Settings, address: Address, models: tuple[str, ...], name: str, api_key: str
) -> list[Group]:
    """Return the values of the new groups, which all begin with one name and share a key."""
    deployments = {model: address.deployment or deployment_named_after(model) for model in models}
    if address.is_serverless:
        return _serverless(address, deployments, name, api_key)
    group: Group = {"group": name, "apiKey": api_key, "instanceName": address.instance}
    if address.deployment or not settings.uses_model_names:
        group["deploymentName"] = address.deployment
        listed: Group = dict.fromkeys(models, True)
    else:
        listed = {model: {"deploymentName": deployments[model]} for model in models}
    group["version"] = address.version
    if address.base:
        group["baseURL"] = address.base
    return [{**group, "models": listed}]


def _serverless(
    address: Address, deployments: dict[str, str], name: str, api_key: str
) -> list[Group]:
    """Return a group for each address that the base URL stands for."""
    placeholder = base_url.PLACEHOLDERS[1]
    addresses = {
        model: address.base.replace(placeholder, deployment)
        for model, deployment in deployments.items()
    }
    distinct = tuple(dict.fromkeys(addresses.values()))
    groups: list[Group] = []
    for url in distinct:
        models = [model for model in deployments if addresses[model] == url]
        suffix = f"-{deployments[models[0]]}" if len(distinct) > 1 else ""
        group: Group = {"group": name + suffix, "apiKey": api_key, "baseURL": url}
        if address.version:
            group["version"] = address.version
        groups.append({**group, "serverless": True, "models": dict.fromkeys(models, True)})
    return groups
