"""Each preset makes an address of what is typed, and an address finds its way back to a preset."""

import pytest

from editor.core import target_uri
from editor.core.presets import (
    API_MANAGEMENT,
    CLOUDFLARE,
    CUSTOM,
    FOUNDRY,
    PRESETS,
    RESOURCE,
    Preset,
    address_of,
    preset_of,
    read,
)
from tests.core.test_target_uri import CASES

VERSION = "2024-10-21"


@pytest.mark.parametrize("address", CASES)
def test_a_pasted_address_is_a_preset_filled_in(address: str) -> None:
    found = target_uri.read(address)
    assert found is not None
    deployment = found.deployment or found.model
    again = read(preset_of(found), address_of(found), deployment or "gpt-4o", found.version)
    assert again is not None
    settings, expected = again.settings, found.settings
    for name in ("deploymentName", "version"):
        # They have fields of their own.
        settings.pop(name, None)
        expected.pop(name, None)
    assert settings == expected


@pytest.mark.parametrize(
    ("preset", "typed", "settings"),
    [
        (RESOURCE, "contoso", {"instanceName": "contoso"}),
        (RESOURCE, "https://contoso.openai.azure.com/", {"instanceName": "contoso"}),
        (
            FOUNDRY,
            "contoso",
            {"baseURL": "https://contoso.services.ai.azure.com/openai/v1", "serverless": True},
        ),
        (
            API_MANAGEMENT,
            "contoso.azure-api.net/ai/",
            {
                "instanceName": "contoso",
                "baseURL": "https://contoso.azure-api.net/ai/openai/deployments/${DEPLOYMENT_NAME}",
                "deploymentName": "gpt-4o",
                "version": VERSION,
            },
        ),
        (
            CLOUDFLARE,
            "https://gateway.ai.cloudflare.com/v1/a/g/azure-openai/contoso",
            {
                "baseURL": "https://gateway.ai.cloudflare.com/v1/a/g/azure-openai/contoso/gpt-4o",
                "serverless": True,
                "version": VERSION,
            },
        ),
        (
            CUSTOM,
            "https://ai.example.com/openai",
            {
                "instanceName": "ai",
                "baseURL": "https://ai.example.com/openai/deployments/${DEPLOYMENT_NAME}",
                "deploymentName": "gpt-4o",
                "version": VERSION,
            },
        ),
    ],
)
def test_what_is_typed_becomes_settings(
    preset: Preset, typed: str, settings: dict[str, str | bool]
) -> None:
    found = read(preset, typed, "gpt-4o", VERSION)
    assert found is not None
    assert found.settings == settings


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_what_is_no_address_is_nothing(preset: Preset) -> None:
    for typed in ("", "   ", "https://", "a b", "${URL}"):
        assert read(preset, typed, "gpt-4o", VERSION) is None


def test_a_gateway_is_nothing_until_the_deployment_is_known() -> None:
    assert read(CLOUDFLARE, "https://gateway.ai.cloudflare.com/v1/a/g/azure-openai/c") is None
