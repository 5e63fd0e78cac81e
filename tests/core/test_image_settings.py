"""Image tools ask what LibreChat's do, and each variable is told to count or not."""

import pytest

from editor.core.environment import Environment
from editor.core.image_settings import Effect, effects, resolve
from editor.core.image_variables import VARIABLES, Tool
from editor.core.schema.field import Target

BASE = "https://contoso.openai.azure.com/openai/deployments/d3"
AZURE = {
    "DALLE3_API_KEY": "key-three",
    "DALLE3_BASEURL": BASE,
    "DALLE3_AZURE_API_VERSION": "2024-02-01",
}


@pytest.mark.parametrize("base", [BASE, BASE + "/"])
def test_base_url_and_version_together_ask_azure(base: str) -> None:
    (request,) = resolve(Environment(AZURE | {"DALLE3_BASEURL": base}), Target.V0_8)
    assert request.tool is Tool.DALLE_3
    assert request.is_azure
    assert request.url == f"{BASE}/images/generations?api-version=2024-02-01"
    assert request.headers["api-key"] == "key-three"
    assert request.headers["authorization"] == "Bearer key-three"
    assert request.body["model"] == "dall-e-3"
    assert request.secrets == ("key-three",)
    assert "key-three" not in repr(request)


@pytest.mark.parametrize("left_out", ["DALLE3_BASEURL", "DALLE3_AZURE_API_VERSION"])
def test_one_without_the_other_asks_openai(left_out: str) -> None:
    environment = Environment({**AZURE, left_out: ""})
    (request,) = resolve(environment, Target.V0_8)
    assert request.url == "https://api.openai.com/v1/images/generations"
    assert "api-key" not in request.headers
    ignored = {
        name
        for name, effect in effects(environment, Target.V0_8).items()
        if effect is Effect.IGNORED
    }
    assert ignored == {"DALLE3_BASEURL", "DALLE3_AZURE_API_VERSION"} - {left_out}


def test_the_general_key_is_not_sent_to_azure() -> None:
    environment = Environment({**AZURE, "DALLE3_API_KEY": "", "DALLE_API_KEY": "general"})
    (request,) = resolve(environment, Target.V0_8)
    assert request.headers["api-key"] == "undefined"
    assert request.secrets == ()
    assert effects(environment, Target.V0_8)["DALLE_API_KEY"] is Effect.IGNORED


@pytest.mark.parametrize(
    ("proxy", "base"),
    [
        ("https://p.example/v1/images/generations", "https://p.example/v1"),
        ("https://p.example/v1/openai/images", "https://p.example/v1/openai"),
        ("https://p.example/api", "https://p.example/api"),
    ],
)
def test_a_proxy_is_reduced_to_its_base(proxy: str, base: str) -> None:
    environment = Environment({"DALLE_API_KEY": "general", "DALLE_REVERSE_PROXY": proxy})
    (request,) = resolve(environment, Target.V0_8)
    assert request.url == f"{base}/images/generations"
    assert request.headers["authorization"] == "Bearer general"


def test_azure_wins_over_a_proxy() -> None:
    environment = Environment({**AZURE, "DALLE_REVERSE_PROXY": "https://p.example/v1"})
    assert effects(environment, Target.V0_8)["DALLE_REVERSE_PROXY"] is Effect.IGNORED


def test_a_tool_without_a_key_cannot_start() -> None:
    (request,) = resolve(Environment({**AZURE, "DALLE3_API_KEY": ""}), Target.V0_8)
    assert (request.url, request.error) == (None, "Missing DALLE_API_KEY environment variable.")


def test_the_gpt_image_tool_asks_for_its_model() -> None:
    environ = {"IMAGE_GEN_OAI_API_KEY": "key", "IMAGE_GEN_OAI_BASEURL": "https://x.example/v1/y"}
    (request,) = resolve(Environment(environ), Target.V0_8)
    assert request.url == "https://x.example/v1/images/generations"
    assert request.body["model"] == "gpt-image-1"
    azure = environ | {"IMAGE_GEN_OAI_AZURE_API_VERSION": "preview", "IMAGE_GEN_OAI_MODEL": "m"}
    (request,) = resolve(Environment(azure), Target.V0_8)
    assert request.url == "https://x.example/v1/y/images/generations?api-version=preview"
    assert request.body["model"] == "m"


def test_what_the_target_does_not_read_is_dead() -> None:
    environment = Environment(dict.fromkeys((row.name for row in VARIABLES), "x"))
    for target, dead in ((Target.V0_8, "DALLE2_"), (Target.V0_7, ("DALLE2_", "IMAGE_GEN_OAI_"))):
        found = effects(environment, target)
        assert [row.name for row in VARIABLES] == list(found)
        for name, effect in found.items():
            assert (effect is Effect.DEAD) == name.startswith(dead)


def test_nothing_set_asks_nothing() -> None:
    assert resolve(Environment({}), Target.V0_8) == ()
    assert set(effects(Environment({}), Target.V0_8).values()) == {Effect.UNSET}
