"""The trail shows how far a request got, and the culprit is what to look at in it."""

import pytest

from editor.core.diagnosis.diagnose import Fault
from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.result import Outcome, Result
from editor.core.trail import Layer, Passage, culprit, trail
from editor.core.yaml.values import Path

GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${KEY}
        instanceName: contoso
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: prod
"""
SIGNS = {
    Passage.PASSED: "+",
    Passage.LIMITED: "~",
    Passage.BROKEN: "x",
    Passage.UNKNOWN: "?",
    Passage.UNUSED: "-",
}
NO_DEPLOYMENT = """{"error": {"code": "DeploymentNotFound",
  "message": "The API deployment for this resource does not exist."}}"""
BAD_KEY = """{"error": {"code": "401",
  "message": "Access denied due to invalid subscription key or wrong API endpoint."}}"""
BAD_PARAMETER = """{"error": {"code": "unsupported_parameter", "param": "max_tokens",
  "message": "Unsupported parameter: 'max_tokens' is not supported with this model."}}"""
NO_RESOURCE = '{"error": {"code": "404", "message": "Resource not found"}}'
THROTTLED = """{"error": {"code": "429",
  "message": "Requests to the Operation have exceeded call rate limit of your pricing tier."}}"""
REPLY = """data: {"choices":[{"delta":{"content":"Hi"}}]}

data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

data: [DONE]

"""


def probe(text: str = CONFIG, key: str = "KEY=0123456789abcdef\n") -> Probe:
    document = Document(text, key)
    (route,) = document.routes
    return Probe(route, document.value)


def answered(probe: Probe, status: int, body: str) -> Result:
    exchange = probe.exchange()
    kind = "text/event-stream" if status == 200 else "application/json"
    exchange.begin(status, {"content-type": kind})
    exchange.take(body.encode(), 0.1)
    return exchange.ended(0.2)


def signs(result: Result, probe: Probe) -> str:
    steps = trail(result, probe.route)
    assert [step.layer for step in steps] == list(Layer)
    return "".join(SIGNS[step.passage] for step in steps)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, REPLY, "+++++"),
        (429, THROTTLED, "++++~"),
        (404, NO_DEPLOYMENT, "+++x?"),
        (401, BAD_KEY, "++x??"),
        (400, BAD_PARAMETER, "++++x"),
        (404, NO_RESOURCE, "x????"),
        (500, "{}", "++??x"),
    ],
)
def test_an_answer_tells_how_far_the_request_got(status: int, body: str, expected: str) -> None:
    asked = probe()
    assert signs(answered(asked, status, body), asked) == expected


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.NO_SUCH_HOST, "x????"),
        (Fault.REFUSED, "x????"),
        (Fault.PROXY_LOGIN, "x????"),
        (Fault.UNTRUSTED, "+x???"),
        (Fault.EXPIRED, "+x???"),
        (Fault.FIRST_BYTE_TIMEOUT, "++??x"),
        (Fault.CUT, "++??x"),
    ],
)
def test_a_failed_connection_tells_where_it_failed(fault: Fault, expected: str) -> None:
    asked = probe()
    assert signs(asked.exchange().failed(fault, 0.1), asked) == expected


def test_what_was_not_sent_got_nowhere() -> None:
    asked = probe(key="")
    assert asked.skipped().outcome is Outcome.SKIPPED
    assert signs(asked.skipped(), asked) == "?????"


def test_without_encryption_there_is_no_tls_to_pass() -> None:
    open_text = CONFIG.replace("contoso\n", 'contoso\n        baseURL: "http://127.0.0.1:1/x"\n')
    asked = probe(open_text)
    assert signs(answered(asked, 200, REPLY), asked) == "+-+++"


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, NO_DEPLOYMENT, "prod"),
        (401, BAD_KEY, "***cdef"),
        (404, NO_RESOURCE, "2024-10-21"),
        (400, BAD_PARAMETER, ""),
        (200, REPLY, ""),
    ],
)
def test_the_culprit_is_a_part_of_the_masked_request(status: int, body: str, expected: str) -> None:
    asked = probe()
    result = answered(asked, status, body)
    assert culprit(result, asked.route) == expected
    shown = result.request
    assert shown is not None
    assert expected in f"{shown.url} {shown.headers}"


def test_a_host_that_is_not_there_is_the_culprit() -> None:
    asked = probe()
    result = asked.exchange().failed(Fault.NO_SUCH_HOST, 0.1)
    assert culprit(result, asked.route) == "contoso.openai.azure.com"
