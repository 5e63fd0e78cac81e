"""Each scenario does what its name says, for one deployment or for all."""

import ssl

import httpx
import pytest

from editor.core.document import Document
from editor.core.probes import probes_of
from editor.system.simulator.catalogue import entries, error
from editor.system.simulator.scenarios import SCENARIOS, UnknownScenario, cast_of, named
from tests.network.sending import send_all
from tests.system.simulator.conftest import BODY, CHAT, KEY, Ask, Simulators

STREAM = BODY | {"stream": True}


@pytest.mark.parametrize(
    ("name", "status", "says"),
    [
        ("healthy", 200, "[DONE]"),
        ("wrong-key", 401, "invalid subscription key"),
        ("missing-deployment", 404, "DeploymentNotFound"),
        ("bad-version", 404, "Resource not found"),
        ("throttled", 429, "retry after 26 seconds"),
        ("no-quota", 429, "retry after 86400 seconds"),
        ("busy", 429, "experiencing high demand"),
        ("filtered", 400, "ResponsibleAIPolicyViolation"),
        ("filtered-reply", 200, '"finish_reason":"content_filter"'),
        ("firewall", 403, "Virtual Network/Firewall rules"),
        ("slow", 200, "[DONE]"),
        ("html-login", 200, "<!DOCTYPE html>"),
        ("redirect", 302, ""),
    ],
)
def test_all_deployments_play_a_scenario_that_is_named_alone(
    simulators: Simulators, ask: Ask, name: str, status: int, says: str
) -> None:
    response = ask(simulators(name), CHAT.format("gpt-4o"), STREAM)
    assert response.status_code == status
    assert says in response.text


def test_a_scenario_may_be_for_one_deployment(simulators: Simulators, ask: Ask) -> None:
    simulator = simulators("firewall", "Prod=throttled", "test=healthy")
    statuses = [ask(simulator, CHAT.format(name)).status_code for name in ("prod", "test", "other")]
    assert statuses == [429, 200, 403]


def test_throttling_says_when_to_come_again(simulators: Simulators, ask: Ask) -> None:
    headers = ask(simulators("throttled"), CHAT.format("gpt-4o")).headers
    assert (headers["retry-after"], headers["retry-after-ms"]) == ("26", "26000")
    assert headers["x-ratelimit-remaining-requests"] == "0"


def test_a_reasoning_model_refuses_max_tokens(simulators: Simulators, ask: Ask) -> None:
    simulator = simulators("team=reasoning")
    refused = ask(simulator, CHAT.format("team"), BODY | {"max_tokens": 16})
    assert refused.json()["error"]["param"] == "max_tokens"
    assert ask(simulator, CHAT.format("team"), BODY).status_code == 200


@pytest.mark.parametrize("body", [STREAM, BODY])
def test_a_cut_reply_breaks_off_in_the_middle(
    simulators: Simulators, client: httpx.Client, body: dict[str, object]
) -> None:
    url = simulators("cut-stream").url + CHAT.format("gpt-4o")
    pieces = []
    with (
        pytest.raises(httpx.RemoteProtocolError),
        client.stream("POST", url, json=body, headers={"api-key": KEY}) as response,
    ):
        pieces.extend(response.iter_bytes())
    assert response.status_code == 200
    assert "connection" not in response.headers
    assert b'"content":"Hello"' in b"".join(pieces) or body is BODY


def test_a_redirect_leads_to_another_origin(simulators: Simulators, client: httpx.Client) -> None:
    simulator = simulators("redirect")
    response = client.post(simulator.url + CHAT.format("gpt-4o"), json=BODY)
    location = httpx.URL(response.headers["location"])
    assert (location.host, location.port) == ("localhost", simulator.port)
    page = client.get(f"{simulator.url}{location.path}")
    assert page.headers["content-type"].startswith("text/html")


def test_a_silent_deployment_never_answers(simulators: Simulators, client: httpx.Client) -> None:
    url = simulators("silent").url + CHAT.format("gpt-4o")
    with pytest.raises(httpx.ReadTimeout):
        client.post(url, json=BODY, headers={"api-key": KEY}, timeout=0.2)


def test_a_slow_deployment_makes_one_wait(simulators: Simulators, client: httpx.Client) -> None:
    url = simulators("slow", pace=1).url + CHAT.format("gpt-4o")
    with pytest.raises(httpx.ReadTimeout):
        client.post(url, json=BODY, headers={"api-key": KEY}, timeout=0.2)


def test_tls_needs_the_private_authority(simulators: Simulators) -> None:
    simulator = simulators("tls")
    assert simulator.url.startswith("https://127.0.0.1:")
    url, headers = simulator.url + CHAT.format("gpt-4o"), {"api-key": KEY}
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.post(url, json=BODY, headers=headers, trust_env=False)
    trusting = ssl.create_default_context(cafile=str(simulator.ca_file))
    response = httpx.post(url, json=BODY, headers=headers, trust_env=False, verify=trusting)
    assert response.status_code == 200


def test_tls_for_one_deployment_leaves_the_others_alone(simulators: Simulators, ask: Ask) -> None:
    simulator = simulators("locked=tls")
    assert ask(simulator, CHAT.format("open")).status_code == 200
    refused = ask(simulator, CHAT.format("locked"))
    assert (refused.status_code, "HTTPS server" in refused.text) == (400, True)


def test_the_authoritys_file_is_gone_afterwards(simulators: Simulators) -> None:
    simulator = simulators("tls")
    assert simulator.ca_file is not None
    assert simulator.ca_file.exists()
    simulator.stop()
    assert not simulator.ca_file.exists()


@pytest.mark.parametrize("id", entries())
def test_every_error_that_can_be_sent_is_a_scenario(
    simulators: Simulators, ask: Ask, id: str
) -> None:
    response = ask(simulators(id), CHAT.format("gpt-4o"), STREAM)
    assert response.status_code == entries()[id].status
    if id in ("html_login", "redirect", "aoai_200_finish_content_filter"):
        return
    known = error(id)
    assert [name for name in known.headers if name not in response.headers] == []
    assert not [mark for mark in ("…", "<guid>", "<s>", "<v>", " N ") if mark in response.text]


@pytest.mark.parametrize("rule", ["nonsense", "prod=nonsense", "dns_not_found", "cfg_env_missing"])
def test_an_unknown_scenario_is_refused_with_the_known_ones(rule: str) -> None:
    with pytest.raises(UnknownScenario, match=r"healthy, wrong-key, .* aoai_403_public_disabled"):
        cast_of([rule])


def test_a_rule_for_an_unknown_deployment_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownScenario, match="The config has prod, test"):
        cast_of(["ghost=slow"], ["prod", "test"])


def test_a_deployments_name_may_hold_an_equals_sign() -> None:
    assert cast_of(["a=b=slow"]).own == {"a=b": named("slow")}


def test_the_scenarios_have_errors_of_the_table() -> None:
    assert {one.error for one in SCENARIOS.values()} - {""} <= entries().keys()


CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: 0123456789abcdef
        instanceName: east
        baseURL: "{0}/openai/deployments/${{DEPLOYMENT_NAME}}"
        version: "2024-10-21"
        models:
          gpt-4o: {{deploymentName: prod}}
"""


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("healthy", "ok"),
        ("wrong-key", "aoai_401_bad_key"),
        ("missing-deployment", "aoai_404_deployment"),
        ("bad-version", "aoai_404_resource"),
        ("throttled", "aoai_429_rate"),
        ("no-quota", "aoai_429_86400"),
        ("busy", "aoai_429_capacity"),
        ("filtered", "aoai_400_content_filter"),
        ("filtered-reply", "aoai_200_finish_content_filter"),
        ("firewall", "aoai_403_firewall"),
        ("reasoning", "aoai_400_max_tokens"),
        ("slow", "ok"),
        ("cut-stream", "stream_cut"),
        ("html-login", "html_login"),
        ("redirect", "redirect"),
        ("tls", "tls_intercept"),
    ],
)
def test_a_connection_test_finds_out_what_is_played(
    simulators: Simulators, name: str, id: str
) -> None:
    document = Document(CONFIG.format(simulators(name).url))
    (result,) = send_all(probes_of(document.routes, document.value))
    assert result.diagnosis.id == id


def test_a_connection_test_follows_no_redirect_with_the_key(simulators: Simulators) -> None:
    paths: list[str] = []
    simulator = simulators("redirect", on_answer=lambda request, _: paths.append(request.path))
    document = Document(CONFIG.format(simulator.url))
    send_all(probes_of(document.routes, document.value))
    assert paths == ["/openai/deployments/prod/chat/completions"]


def test_with_the_certificate_a_connection_test_passes(simulators: Simulators) -> None:
    simulator = simulators("tls")
    document = Document(CONFIG.format(simulator.url))
    probes = probes_of(document.routes, document.value)
    (result,) = send_all(probes, ca_file=simulator.ca_file)
    assert result.diagnosis.id == "ok"
