"""Where requests go in release 0.8: instance names, base URLs, their traps, serverless groups."""

import pytest

from editor.core.routing.route import Route
from tests.core.routing.configs import ENV, KEY, NORMAL, SERVERLESS, routed, with_group

_DEPLOYMENT = "gpt4o-prod"
_ACME = "https://acme.openai.azure.com"
_PLAIN = f"{_ACME}/openai/deployments/gpt4o-prod/chat/completions"


def _plain_url(route: Route) -> str | None:
    """Return the address without the version of the group."""
    return None if route.url is None else route.url.removesuffix("?api-version=2024-10-21")


def _based(base: str, deployment: str = _DEPLOYMENT, instance: str = "acme") -> Route:
    text = with_group(f"baseURL: '{base}'").replace(_DEPLOYMENT, deployment)
    text = text.replace("instanceName: acme", f"instanceName: {instance}")
    return routed(text)


@pytest.mark.parametrize(
    ("instance", "host"),
    [
        ("acme", "acme.openai.azure.com"),
        (" acme ", "acme.openai.azure.com"),
        ("ACME", "acme.openai.azure.com"),
        ("acme.openai.azure.com", "acme.openai.azure.com.openai.azure.com"),
        ("acme.cognitiveservices.azure.com", "acme.cognitiveservices.azure.com.openai.azure.com"),
        ("acme.services.ai.azure.com", "acme.services.ai.azure.com.openai.azure.com"),
        ("https://acme.openai.azure.com", "https//acme.openai.azure.com.openai.azure.com"),
    ],
)
def test_the_domain_is_put_behind_whatever_the_instance_name_is(instance: str, host: str) -> None:
    route = routed(NORMAL.replace("acme", f"'{instance}'"))
    assert _plain_url(route) == f"https://{host}/openai/deployments/gpt4o-prod/chat/completions"


def test_an_instance_name_that_no_address_takes_is_no_url() -> None:
    route = routed(NORMAL.replace("acme", "my inst"))
    assert (route.url, route.error) == (None, "Invalid URL")


@pytest.mark.parametrize("instance", ["acme.openai.azure.com", "https://acme.openai.azure.com"])
def test_a_whole_domain_as_instance_name_is_warned_of_with_the_fix(instance: str) -> None:
    route = routed(NORMAL.replace("acme", instance))
    assert "Enter the bare name of the resource" in route.warnings[0]
    (fix,) = route.fixes
    assert fix.id == "shorten-instance"
    assert fix.operations[0]["path"] == ["endpoints", "azureOpenAI", "groups", 0, "instanceName"]


@pytest.mark.parametrize(
    ("base", "url"),
    [
        (
            "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}",
            _PLAIN,
        ),
        (f"{_ACME}/openai/deployments/gpt4o-prod", _PLAIN),
        (f"{_ACME}/openai/deployments/gpt4o-prod/", _PLAIN),
        (f"{_ACME}/openai/deployments/gpt4o-prod/chat/completions", _PLAIN),
        (f"{_ACME}/openai/deployments/gpt4o-prod/chat/completions?api-version=2023-05-15", _PLAIN),
        (f"{_ACME}/openai/deployments", _PLAIN),
        (
            f"{_ACME}/openai/deployments/",
            f"{_ACME}/openai/deployments//gpt4o-prod/chat/completions",
        ),
        (
            "https://acme.cognitiveservices.azure.com/openai/deployments/${DEPLOYMENT_NAME}",
            "https://acme.cognitiveservices.azure.com/openai/deployments/gpt4o-prod/chat/completions",
        ),
        (
            f"{_ACME}/openai/deployments/other",
            f"{_ACME}/openai/deployments/other/gpt4o-prod/chat/completions",
        ),
        (_ACME, f"{_ACME}/gpt4o-prod/deployments/gpt4o-prod/chat/completions"),
        (
            f"{_ACME}/openai",
            f"{_ACME}/openai/gpt4o-prod/deployments/gpt4o-prod/chat/completions",
        ),
        (
            "https://example.azure-api.net/${INSTANCE_NAME}/${DEPLOYMENT_NAME}",
            "https://example.azure-api.net/acme/gpt4o-prod/deployments/gpt4o-prod/chat/completions",
        ),
        (
            "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/${INSTANCE_NAME}/${DEPLOYMENT_NAME}",
            "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/acme/gpt4o-prod/deployments/"
            "gpt4o-prod/chat/completions",
        ),
        (
            "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/my-inst/my-dep",
            "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/my-inst/my-dep/gpt4o-prod/"
            "deployments/gpt4o-prod/chat/completions",
        ),
        (
            "https://acme.services.ai.azure.com/openai/v1",
            "https://acme.services.ai.azure.com/openai/v1/gpt4o-prod/deployments/gpt4o-prod/"
            "chat/completions",
        ),
        (
            "https://acme.services.ai.azure.com/models",
            "https://acme.services.ai.azure.com/models/gpt4o-prod/deployments/gpt4o-prod/"
            "chat/completions",
        ),
        ("acme.openai.azure.com/openai/deployments/gpt4o-prod", None),
        ("${UNSET}", None),
        (
            "https://x/${UNSET}/y",
            "https://x/$%7BUNSET%7D/y/gpt4o-prod/deployments/gpt4o-prod/chat/completions",
        ),
    ],
)
def test_a_base_url_is_cut_at_the_deployment_and_completed(base: str, url: str | None) -> None:
    route = _based(base)
    assert _plain_url(route) == url
    assert route.error == (None if url else "Invalid URL")


@pytest.mark.parametrize(
    ("base", "deployment", "instance", "url"),
    [
        (
            "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}",
            "gpt-4o", "gpt-4o-west", "https://gpt-4o/deployments/gpt-4o/chat/completions",
        ),
        (
            f"{_ACME}/openai/deployments/dep",
            "dep", "acme", f"{_ACME}/openai/dep/deployments/dep/chat/completions",
        ),
        (
            "https://h/x/gpt4o-prod-2/openai/deployments/gpt4o-prod",
            "gpt4o-prod", "acme",
            "https://h/x/gpt4o-prod/deployments/gpt4o-prod/chat/completions",
        ),
        (
            f"{_ACME}/openai/deployments/openai",
            "openai", "acme", f"{_ACME}/openai/deployments/openai/chat/completions",
        ),
    ],
)  # fmt: skip
def test_a_deployments_name_elsewhere_in_the_base_url_is_a_trap(
    base: str, deployment: str, instance: str, url: str
) -> None:
    assert _plain_url(_based(base, deployment, instance)) == url


@pytest.mark.parametrize(
    "base",
    [
        _ACME,
        f"{_ACME}/openai",
        f"{_ACME}/openai/deployments/",
        f"{_ACME}/openai/deployments/other",
        "https://acme.services.ai.azure.com/models",
        "acme.openai.azure.com/openai/deployments/gpt4o-prod",
    ],
)
def test_a_wrong_base_url_is_warned_of_with_a_fix(base: str) -> None:
    route = _based(base)
    assert route.warnings
    assert all(fix.operations[0]["path"][:4] == list(route.group_path) for fix in route.fixes)  # type: ignore[index]
    assert route.fixes


def test_a_gateway_that_may_route_that_path_is_warned_of_without_a_fix() -> None:
    route = _based("https://example.azure-api.net/${INSTANCE_NAME}/${DEPLOYMENT_NAME}")
    assert "gateway" in route.warnings[0]
    assert route.fixes == ()


@pytest.mark.parametrize(
    ("base", "version", "url"),
    [
        ("https://M.r.models.ai.azure.com/v1/chat/completions", "",
         "https://m.r.models.ai.azure.com/v1/chat/completions/chat/completions"),
        ("https://M.r.models.ai.azure.com/v1", "",
         "https://m.r.models.ai.azure.com/v1/chat/completions"),
        ("https://M.r.models.ai.azure.com", "", "https://m.r.models.ai.azure.com/chat/completions"),
        ("https://M.r.models.ai.azure.com/", "",
         "https://m.r.models.ai.azure.com/chat/completions"),
        ("https://x.services.ai.azure.com/models", "2024-05-01-preview",
         "https://x.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview"),
        ("https://x.services.ai.azure.com/models/", "2024-05-01-preview",
         "https://x.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview"),
        ("https://x.services.ai.azure.com/models/chat/completions?api-version=V", "",
         "https://x.services.ai.azure.com/models/chat/completions"
         "?api-version=V%2Fchat%2Fcompletions"),
        ("https://x.services.ai.azure.com/models/chat/completions?api-version=V", "V2",
         "https://x.services.ai.azure.com/models/chat/completions?api-version=V2"),
        ("https://x.services.ai.azure.com/openai/v1/", "",
         "https://x.services.ai.azure.com/openai/v1/chat/completions"),
        ("https://x.openai.azure.com/openai/deployments/dep", "V",
         "https://x.openai.azure.com/openai/deployments/dep/chat/completions?api-version=V"),
        ("https://x/v1/completions", "", "https://x/v1/completions/chat/completions"),
    ],
)  # fmt: skip
def test_a_serverless_base_url_is_called_as_it_stands(base: str, version: str, url: str) -> None:
    text = SERVERLESS.replace("https://x.services.ai.azure.com/models", base)
    route = routed(with_group(f"version: {version}", text=text) if version else text)
    assert route.url == url


def test_a_serverless_request_has_both_keys_and_the_models_name() -> None:
    route = routed(SERVERLESS)
    assert route.headers == {
        "api-key": KEY, "authorization": f"Bearer {KEY}", "content-type": "application/json",
    }  # fmt: skip
    assert route.body["model"] == "mistral-large"
    assert (route.deployment, route.instance, route.version) == (None, None, None)


def test_a_normal_request_has_no_authorization_and_the_deployments_name() -> None:
    route = routed(NORMAL)
    assert route.headers == {"api-key": KEY, "content-type": "application/json"}
    assert route.body["model"] == _DEPLOYMENT


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ((), f"{_ACME}/openai/v1/responses?api-version=preview"),
        (
            ("baseURL: 'https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/"
             "${DEPLOYMENT_NAME}'",),
            f"{_ACME}/openai/v1/responses?api-version=preview",
        ),
        (
            ("baseURL: https://acme.services.ai.azure.com/openai/v1",),
            "https://acme.services.ai.azure.com/openai/v1/responses?api-version=preview",
        ),
        (
            ("baseURL: 'https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/${INSTANCE_NAME}/"
             "${DEPLOYMENT_NAME}'",),
            "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/acme/gpt4o-prod/responses"
            "?api-version=preview",
        ),
    ],
)  # fmt: skip
def test_the_responses_api_has_an_address_and_version_of_its_own(
    lines: tuple[str, ...], url: str
) -> None:
    route = routed(with_group("addParams: {useResponsesApi: true}", *lines))
    assert route.url == url
    assert (route.version, route.sources["version"]) == ("preview", "default")
    assert route.headers["authorization"] == f"Bearer {KEY}"
    assert "messages" not in route.body
    assert "input" in route.body


def test_a_serverless_group_can_use_the_responses_api() -> None:
    base = "https://x.services.ai.azure.com/openai/v1"
    text = SERVERLESS.replace("https://x.services.ai.azure.com/models", base)
    route = routed(with_group("addParams: {useResponsesApi: true}", text=text))
    assert route.url == f"{base}/responses"


@pytest.mark.parametrize(
    ("variable", "url"),
    [
        (
            "AZURE_OPENAI_BASEURL=https://legacy.example/openai/deployments/${DEPLOYMENT_NAME}",
            "https://legacy.example/openai/deployments/gpt4o-prod/chat/completions",
        ),
        (
            "AZURE_OPENAI_BASE_PATH=https://bp.example/openai/deployments",
            "https://bp.example/openai/deployments/gpt4o-prod/chat/completions",
        ),
        (
            "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=TRUE",
            f"{_ACME}/openai/deployments/gpt-4o/chat/completions",
        ),
    ],
)
def test_a_variable_from_before_groups_takes_the_request_over(variable: str, url: str) -> None:
    route = routed(NORMAL, f"{ENV}{variable}\n")
    assert _plain_url(route) == url
    assert variable.partition("=")[0] in route.warnings[0]
    assert [fix.id for fix in route.fixes] == ["comment-out"]


@pytest.mark.parametrize(
    "variable",
    [
        "AZURE_OPENAI_BASEURL=user_provided",
        "AZURE_OPENAI_ENDPOINT=https://e.example",
        "OPENAI_BASE_URL=https://ob.example",
        "AZURE_OPENAI_DEFAULT_MODEL=gpt-3.5-turbo",
        "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=yes",
    ],
)
def test_other_variables_change_nothing(variable: str) -> None:
    route = routed(NORMAL, f"{ENV}{variable}\n")
    assert (_plain_url(route), route.warnings) == (_PLAIN, ())


def test_the_models_name_as_deployment_loses_its_dots() -> None:
    text = NORMAL.replace("gpt-4o: true", "gpt-3.5-turbo: true")
    route = routed(text, f"{ENV}AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=true\n")
    assert (route.deployment, route.body["model"]) == ("gpt-35-turbo", "gpt-35-turbo")
    assert route.sources["deployment"] == "env:AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"


def test_a_variable_named_like_a_placeholder_takes_its_place() -> None:
    base = "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
    route = routed(with_group(f"baseURL: '{base}'"), f"{ENV}INSTANCE_NAME=wrong\n")
    assert route.url is not None
    assert route.url.startswith("https://wrong.openai.azure.com/")
    assert "INSTANCE_NAME" in route.warnings[0]


@pytest.mark.parametrize(
    ("base", "word"),
    [
        ("http://gw.example/openai/deployments", "in the clear"),
        ("https://u:pass@gw.example/openai/deployments", "refuses"),
    ],
)
def test_an_address_that_harms_the_key_is_warned_of(base: str, word: str) -> None:
    assert any(word in warning for warning in _based(base).warnings)


def test_the_own_machine_may_be_called_without_encryption() -> None:
    assert _based("http://127.0.0.1:8080/openai/deployments").warnings == ()


@pytest.mark.parametrize("base", ["https://[2001:db8::1]:8443/openai/deployments",
                                  "https://bücher.example/openai/deployments"])  # fmt: skip
def test_odd_hosts_are_written_as_javascript_writes_them(base: str) -> None:
    url = _based(base).url
    assert url is not None
    assert url.isascii()
    assert url.startswith(("https://[2001:db8::1]:8443/", "https://xn--bcher-kva.example/"))


def test_a_deployment_that_the_client_takes_for_codex_is_sent_where_nobody_is() -> None:
    route = routed(NORMAL.replace(_DEPLOYMENT, "codex-mini"))
    assert route.url == f"{_ACME}/openai/deployments/codex-mini/responses?api-version=2024-10-21"
    assert "useResponsesApi" in route.warnings[0]
