"""What is shown of a route has no secret in it, and a copied command does what LibreChat does."""

import json
import os
import shutil
import subprocess
from itertools import pairwise

import pytest

from editor.core.routing.shown import as_object, curl, masked
from tests.core.routing.configs import ENV, KEY, NORMAL, SERVERLESS, routed, with_group


def _arguments(command: str, environ: dict[str, str]) -> list[str]:
    """Return what a shell would give to curl."""
    shell = shutil.which("bash")
    assert shell is not None
    done = subprocess.run(
        [shell, "-c", command.replace("curl", "printf '%s\\0'", 1)],
        capture_output=True, text=True, check=True, env={"PATH": os.environ["PATH"], **environ},
    )  # fmt: skip
    return done.stdout.split("\0")[:-1]


def test_the_json_has_the_keys_of_the_contract_in_its_order() -> None:
    assert list(as_object(routed(NORMAL))) == [
        "model", "group", "serverless", "deployment", "instance", "version", "sources", "method",
        "url", "headers", "body", "context_window", "vision", "warnings", "error",
    ]  # fmt: skip


def test_a_masked_route_shows_the_last_four_characters_of_the_key() -> None:
    shown = masked(routed(SERVERLESS))
    assert shown.headers["api-key"] == "***cdef"
    assert shown.headers["authorization"] == "Bearer ***cdef"


@pytest.mark.parametrize(
    "lines",
    [
        ("additionalHeaders: {Ocp-Apim-Subscription-Key: '${EAST_KEY}'}",),
        ("additionalHeaders: {Authorization: 'Basic ${EAST_KEY}'}",),
        ("additionalHeaders: {X-Team: 'a-${EAST_KEY}-b'}",),
        ("additionalHeaders: {cf-aig-authorization: 'Bearer 0123456789abcdef'}",),
        ("addParams: {data_sources: [{parameters: {authentication: {key: 0123456789abcdef}}}]}",),
        ("baseURL: 'https://user:0123456789abcdef@gw.example/openai/deployments'",),
    ],
)
def test_no_secret_is_left_in_what_is_shown(lines: tuple[str, ...]) -> None:
    route = routed(with_group(*lines))
    assert "0123456789abcdef" in f"{route.url}{route.headers}{route.body}"
    assert "0123456789abcdef" not in json.dumps(as_object(masked(route)))
    assert "0123456789abcdef" not in curl(route)


def test_a_route_prints_without_its_secrets() -> None:
    assert KEY not in repr(routed(NORMAL))


def test_a_refused_route_shows_no_secret_either() -> None:
    route = routed(with_group('additionalHeaders: {X-Key: "0123456789abcdef日"}'))
    assert route.url is None
    assert "0123456789abcdef" not in json.dumps(as_object(masked(route)))
    assert "0123456789abcdef" not in repr(route)


def test_the_command_names_the_variable_of_the_key() -> None:
    command = curl(routed(NORMAL))
    assert "-H 'api-key: '\"$EAST_KEY\"" in command
    assert KEY not in command


def test_a_literal_key_becomes_a_variable_of_its_own() -> None:
    command = curl(routed(NORMAL.replace("${EAST_KEY}", KEY)))
    assert '"$AZURE_API_KEY"' in command
    assert KEY not in command


def test_a_shell_gives_curl_the_request_of_the_route() -> None:
    headers = 'additionalHeaders: {X-Odd: "it\'s $HOME `x` \\"q\\" \\\\ !", X-Key: \'${EAST_KEY}\'}'
    route = routed(with_group(headers, 'addParams: {note: "it\'s $5"}'))
    arguments = _arguments(curl(route), {"EAST_KEY": KEY})
    assert arguments[:4] == ["-N", "-X", "POST", route.url]
    given = [text for flag, text in pairwise(arguments) if flag == "-H"]
    assert given == [f"{name}: {text}" for name, text in route.headers.items()]
    assert json.loads(arguments[-1]) == route.body


def test_a_model_that_cannot_be_reached_has_no_command() -> None:
    assert curl(routed(NORMAL, env="")) == ""


def test_a_short_key_does_not_blot_out_the_address() -> None:
    shown = masked(routed(NORMAL, env="EAST_KEY=e\n"))
    assert shown.url == routed(NORMAL, ENV).url
    assert shown.headers["api-key"] == "***"
