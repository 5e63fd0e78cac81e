"""A config's routes: which there are, in which order, what they name, and when they fail."""

import pytest

from editor.core.document import Document
from editor.core.routing import image_routes, title_routes
from editor.core.routing.route import Kind
from editor.core.schema.field import Target
from tests.core.routing.configs import ENV, KEY, NORMAL, SERVERLESS, routed, with_group

_TWO = """\
version: 1.3.13
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: acme
        deploymentName: shared
        version: "2024-10-21"
        models:
          gpt-4o: true
          "7": {deploymentName: own, version: "${VER}"}
      - group: west
        apiKey: literal-key-of-west
        instanceName: ${INST}
        version: "2024-06-01"
        models:
          gpt-4.1: {deploymentName: gpt-41}
"""


def test_routes_come_in_librechats_order_with_their_places() -> None:
    routes = Document(_TWO, ENV).routes
    assert [(route.group, route.model) for route in routes] == [
        ("east", "7"), ("east", "gpt-4o"), ("west", "gpt-4.1"),
    ]  # fmt: skip
    assert routes[2].path == ("endpoints", "azureOpenAI", "groups", 1, "models", "gpt-4.1")
    assert routes[2].group_path == routes[2].path[:4]


def test_a_route_says_where_each_setting_comes_from() -> None:
    own, shared, west = Document(_TWO, f"{ENV}VER=2025-01-01-preview\nINST=acme-west\n").routes
    assert own.sources == {
        "deployment": "model", "instance": "group", "version": "env:VER", "apiKey": "env:EAST_KEY",
    }  # fmt: skip
    assert (own.deployment, own.version) == ("own", "2025-01-01-preview")
    assert shared.sources["deployment"] == "group"
    assert (west.sources["instance"], west.sources["apiKey"]) == ("env:INST", "literal")
    assert west.instance == "acme-west"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("        instanceName: acme\n", "",
         'Group "east" is missing an instanceName for non-serverless configuration.'),
        ("instanceName: acme", "instanceName: ''",
         'Group "east" is missing an instanceName for non-serverless configuration.'),
        ("        deploymentName: gpt4o-prod\n", "",
         'Model "gpt-4o" in group "east" is missing a deploymentName ("") or version '
         '("2024-10-21").'),
        ("gpt-4o: true", "gpt-4o: {version: ''}",
         'Model "gpt-4o" in group "east" is missing a deploymentName ("gpt4o-prod") or version '
         '("").'),
        ("${EAST_KEY}", "${NOPE}",
         'Azure configuration environment variable "${NOPE}" was not found.'),
        ("${EAST_KEY}", "''", "azureOpenAI API Key not provided."),
        ("instanceName: acme", "instanceName: ${NOPE}",
         'Azure configuration environment variable "${NOPE}" was not found.'),
        ("deploymentName: gpt4o-prod", "deploymentName: ${A}-${B}",
         'Azure configuration environment variable "${A}-${B}" was not found.'),
        ('"2024-10-21"', "2024-10-21", "Expected string, received date"),
        ("gpt-4o: true", "gpt-4o: {version: 2024-10-21}", "Invalid input"),
        ("        apiKey: ${EAST_KEY}\n", "", "Required"),
    ],
)  # fmt: skip
def test_a_model_that_cannot_be_reached_has_librechats_message(
    old: str, new: str, error: str
) -> None:
    route = routed(NORMAL.replace(old, new))
    assert (route.url, route.error) == (None, error)
    assert (route.headers, route.body) == ({}, {})


def test_the_instance_is_missed_before_the_deployment() -> None:
    text = NORMAL.replace("acme", "${I}").replace("gpt4o-prod", "${D}")
    assert routed(text).error == 'Azure configuration environment variable "${I}" was not found.'


def test_a_serverless_group_needs_a_base_url() -> None:
    route = routed(
        SERVERLESS.replace("        baseURL: https://x.services.ai.azure.com/models\n", "")
    )
    assert route.error == (
        'Group "foundry" is missing the required base URL for serverless configuration.'
    )


def test_a_refused_model_still_says_what_it_resolves_to() -> None:
    route = routed(NORMAL, env="")
    assert (route.deployment, route.instance) == ("gpt4o-prod", "acme")
    assert route.unresolved == ("EAST_KEY",)


def test_what_is_repeated_cannot_be_reached() -> None:
    first, second = Document(NORMAL + NORMAL[NORMAL.index("      - group") :], ENV).routes
    assert first.url is not None
    assert second.url is None
    assert second.error == ('Duplicate group name detected: "east". Group names must be unique.')


@pytest.mark.parametrize(
    "lines",
    [
        ("additionalHeaders: {X-A: '${NOPE}'}",),
        ("baseURL: 'https://x/${NOPE}/openai/deployments'",),
    ],
)
def test_a_variable_without_a_value_is_named(lines: tuple[str, ...]) -> None:
    route = routed(with_group(*lines))
    assert route.unresolved == ("NOPE",)
    assert route.url is not None
    assert any("NOPE" in warning for warning in route.warnings)


def test_placeholders_of_a_base_url_are_no_variables() -> None:
    base = "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
    assert routed(with_group(f"baseURL: '{base}'")).unresolved == ()


def test_headers_are_filled_in_and_lower_case_and_cannot_replace_the_key() -> None:
    route = routed(
        with_group(
            "additionalHeaders:",
            "  X-Test: 'a-${HV}-b'",
            "  X-User: '{{LIBRECHAT_USER_ID}}'",
            "  X-Empty: ''",
            "  api-key: other",
            "  Content-Type: text/plain",
        ),
        f"{ENV}HV=hv\n",
    )
    assert route.headers == {
        "api-key": KEY, "x-test": "a-hv-b", "x-user": "{{LIBRECHAT_USER_ID}}", "x-empty": "",
        "content-type": "application/json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("x y", "1", 'Header name must be a valid HTTP token ["x y"]'),
        ("X-A", "日本", "Cannot convert argument to a ByteString"),
    ],
)
def test_a_header_that_cannot_be_sent_stops_the_request(name: str, value: str, error: str) -> None:
    route = routed(with_group(f"additionalHeaders: {{'{name}': '{value}'}}"))
    assert route.url is None
    assert error in (route.error or "")


@pytest.mark.parametrize(
    ("name", "window", "vision"),
    [
        ("gpt-4", 8_187, False),
        ("gpt-4o", 127_500, True),
        ("my-gpt-4o-mini", 127_500, True),
        ("gpt-4.1-mini-2025", 1_047_576, True),
        ("gpt-35-turbo", 32_000, False),
        ("o1-mini", 127_500, False),
        ("gpt-5.3-codex", 400_000, True),
        ("mistral-large", 32_000, False),
    ],
)
def test_the_models_name_decides_window_and_vision(name: str, window: int, vision: bool) -> None:
    route = routed(NORMAL.replace("gpt-4o: true", f"{name}: true"))
    assert (route.context_window, route.vision) == (window, vision)


def test_an_edit_keeps_the_routes_of_the_other_groups() -> None:
    before = Document(_TWO, ENV)
    west = before.routes[2]
    after = before.apply(
        [{"op": "set", "path": ["endpoints", "azureOpenAI", "groups", 0, "instanceName"],
          "value": "other"}]
    )  # fmt: skip
    assert after.routes[2] is west
    assert "other.openai.azure.com" in (after.routes[1].url or "")


def test_a_change_of_a_comment_keeps_the_request() -> None:
    text = with_group("# a comment")
    assert routed(text).request == routed(NORMAL).request


@pytest.mark.parametrize(
    "text", ["", "a: [", "endpoints: 5", "endpoints: {azureOpenAI: {groups: 3}}"]
)
def test_a_file_without_models_has_no_routes(text: str) -> None:
    assert Document(text).routes == ()


class TestTitles:
    def test_each_conversations_own_model_needs_no_route(self) -> None:
        assert title_routes(Document(_TWO, ENV)) == ()
        assert title_routes(Document(_with_title("current_model"), ENV)) == ()

    def test_a_title_model_is_asked_in_its_own_group_and_in_one_piece(self) -> None:
        (route,) = title_routes(Document(_with_title("gpt-4o"), ENV))
        assert route.kind is Kind.TITLE
        assert route.url is not None
        assert "/deployments/shared/" in route.url
        assert (route.body["stream"], "stream_options" in route.body) == (False, False)
        assert route.group_path == ("endpoints", "azureOpenAI", "groups", 0)

    def test_a_title_is_asked_without_a_limit(self) -> None:
        text = with_group("addParams: {maxTokens: 9}").replace(
            "    groups:", "    titleModel: gpt-4o\n    groups:"
        )
        document = Document(text, ENV)
        assert document.routes[0].body["max_tokens"] == 9
        assert "max_tokens" not in title_routes(document)[0].body

    def test_an_unknown_title_model_has_librechats_message(self) -> None:
        (route,) = title_routes(Document(_with_title("gpt-3"), ENV))
        assert route.error == 'Model named "gpt-3" not found in configuration.'
        assert route.path == ("endpoints", "azureOpenAI", "titleModel")

    @pytest.mark.parametrize(
        ("text", "env"),
        [
            ("titleConvo: false\n    ", ""),
            ("titleEndpoint: openAI\n    ", ""),
            ("", "TITLE_CONVO=false\n"),
        ],
    )
    def test_titles_that_are_off_or_elsewhere_have_no_route(self, text: str, env: str) -> None:
        config = _with_title("gpt-4o").replace("titleModel", f"{text}titleModel")
        assert title_routes(Document(config, ENV + env)) == ()

    def test_settings_for_all_endpoints_hide_azures(self) -> None:
        config = _with_title("gpt-4o").replace(
            "  azureOpenAI:", "  all: {titleModel: gpt-4.1}\n  azureOpenAI:"
        )
        (route,) = title_routes(Document(config, f"{ENV}INST=west\n"))
        assert route.model == "gpt-4.1"

    def test_release_0_7_takes_the_variable_or_its_default(self) -> None:
        document = Document(_TWO, f"{ENV}OPENAI_TITLE_MODEL=gpt-4o\n", Target.V0_7)
        (named,) = title_routes(document)
        (default,) = title_routes(Document(_TWO, ENV, Target.V0_7))
        assert (named.model, default.model) == ("gpt-4o", "gpt-3.5-turbo")
        assert default.error == 'Model named "gpt-3.5-turbo" not found in configuration.'


def _with_title(model: str) -> str:
    return _TWO.replace("    groups:", f"    titleModel: {model}\n    groups:")


class TestImages:
    _ENV = (
        "DALLE3_BASEURL=https://img.openai.azure.com/openai/deployments/dalle\n"
        "DALLE3_AZURE_API_VERSION=2024-02-01\nDALLE3_API_KEY=0123456789abcdef\n"
    )

    def test_both_variables_make_a_route_to_azure(self) -> None:
        (route,) = image_routes(Document("", self._ENV))
        assert (route.kind, route.model) == (Kind.IMAGE, "dall-e-3")
        assert route.url == (
            "https://img.openai.azure.com/openai/deployments/dalle/images/generations"
            "?api-version=2024-02-01"
        )
        assert route.headers["api-key"] == "0123456789abcdef"
        assert route.secrets == ("0123456789abcdef",)
        assert route.variables == {"0123456789abcdef": "DALLE3_API_KEY"}

    def test_one_variable_alone_does_not_lead_to_azure(self) -> None:
        env = self._ENV.replace("DALLE3_AZURE_API_VERSION=2024-02-01\n", "")
        assert image_routes(Document("", env)) == ()
