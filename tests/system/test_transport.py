"""Each way in which a connection fails is made to happen, and told for what it is."""

import contextlib
import datetime
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from editor.core.diagnosis.finding import Answerer, Part
from editor.core.result import Outcome
from editor.system.proxies import proxy_for
from tests.network.sending import KEY, config, send
from tests.network.server import (
    DONE,
    STREAM_HEAD,
    Received,
    Server,
    Step,
    always,
    chunk,
    head,
    healthy,
    response,
    said,
)

_LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def _steps(*steps: bytes | Step):  # noqa: ANN202 - what a server takes as its answer
    def answer(_: Received) -> Iterator[bytes | Step]:
        yield from steps

    return answer


@pytest.fixture
def free_port() -> int:
    """Provide a port where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """Provide a port where connections are never accepted, since too many wait already."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        address = listening.getsockname()
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(address)
        yield int(address[1])


def test_a_host_that_does_not_exist() -> None:
    result = send(config("https://nothing.invalid"))
    assert (result.outcome, result.diagnosis.id) == (Outcome.FAILED, "dns_not_found")
    assert result.diagnosis.is_local
    assert "This holds for the network of this machine" in result.diagnosis.cause
    assert result.diagnosis.path[-1] == "baseURL"


def test_a_port_where_nothing_listens(free_port: int) -> None:
    result = send(config(f"http://127.0.0.1:{free_port}"))
    assert (result.diagnosis.id, result.status, result.response) == ("conn_refused", None, None)
    assert result.diagnosis.answered_by is Answerer.NOBODY


def test_a_host_that_does_not_take_connections(deaf_port: int) -> None:
    result = send(config(f"http://127.0.0.1:{deaf_port}"), first_byte=0.3)
    assert result.diagnosis.id == "conn_timeout"
    assert 250 < (result.latency_ms or 0) < 3000


def test_a_server_that_never_speaks_tls() -> None:
    with Server(_steps(Step.STALL)) as server:
        result = send(config(f"https://127.0.0.1:{server.port}"), first_byte=0.3)
    assert result.diagnosis.id == "conn_timeout"


def test_an_answer_that_does_not_start() -> None:
    with Server(_steps(Step.STALL)) as server:
        result = send(config(server.url), first_byte=0.3)
    assert (result.diagnosis.id, result.status) == ("headers_timeout", None)


def test_an_answer_that_stops_in_between() -> None:
    with Server(_steps(STREAM_HEAD, chunk(said("Hi")), Step.STALL)) as server:
        result = send(config(server.url), first_byte=0.3)
    assert (result.outcome, result.diagnosis.id) == (Outcome.FAILED, "answer_timeout")
    assert result.reply == "Hi"


def test_an_answer_that_drips_without_end() -> None:
    drops = [step for _ in range(200) for step in (chunk(": wait\n\n"), Step.PAUSE)]
    with Server(_steps(STREAM_HEAD, *drops)) as server:
        result = send(config(server.url), first_byte=0.3)
    assert result.diagnosis.id == "answer_timeout"
    assert 850 < (result.latency_ms or 0) < 4000


@pytest.mark.parametrize("end", [Step.CLOSE, Step.RESET])
def test_a_line_that_is_cut_within_the_answer(end: Step) -> None:
    with Server(_steps(STREAM_HEAD, chunk(said("Hi")), end)) as server:
        result = send(config(server.url))
    found = result.diagnosis
    assert (result.outcome, found.id, result.status) == (Outcome.FAILED, "stream_cut", 200)
    assert found.proven == {Part.KEY, Part.DEPLOYMENT, Part.VERSION}


@pytest.mark.parametrize("end", [Step.CLOSE, Step.RESET])
def test_a_line_that_is_cut_before_any_answer(end: Step) -> None:
    with Server(_steps(end)) as server:
        result = send(config(server.url))
    found = result.diagnosis
    assert (found.id, found.answered_by, found.proven) == ("stream_cut", Answerer.NOBODY, set())


@pytest.mark.parametrize("end", [Step.CLOSE, Step.RESET, Step.STALL])
def test_a_reply_that_is_complete_counts_whatever_follows(end: Step) -> None:
    with Server(_steps(STREAM_HEAD, chunk(said("Hi") + said(finish="stop")), end)) as server:
        result = send(config(server.url), first_byte=0.3)
    assert (result.outcome, result.reply) == (Outcome.OK, "Hi")


def test_a_server_that_speaks_no_http() -> None:
    with Server(_steps(b"SSH-2.0-OpenSSH_9.6\r\n\r\n", Step.CLOSE)) as server:
        assert send(config(server.url)).diagnosis.id == "not_json"


class _Tls:
    """Certificates of a company that the system does not know."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self.ca_file = folder / "ca.pem"
        self._ca.cert_pem.write_to_path(str(self.ca_file))

    def server(self, name: str, not_after: datetime.datetime | None = None) -> ssl.SSLContext:
        """Return what serves with a certificate for a name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        not_before = None if not_after is None else not_after - datetime.timedelta(days=9)
        issued = self._ca.issue_cert(name, not_before=not_before, not_after=not_after)
        issued.configure_cert(context)
        return context

    def self_signed(self, folder: Path) -> ssl.SSLContext:
        """Return what serves with a certificate that vouches for itself."""
        both = folder / "both.pem"
        self._ca.private_key_pem.write_to_path(str(both))
        self._ca.cert_pem.write_to_path(str(both), append=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(both)
        return context


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> _Tls:
    return _Tls(tmp_path_factory.mktemp("tls"))


def test_a_company_certificate_works_once_it_is_trusted(tls: _Tls) -> None:
    with Server(healthy, tls.server("127.0.0.1")) as server:
        assert send(config(server.url)).diagnosis.id == "tls_intercept"
        assert send(config(server.url), ca_file=tls.ca_file).outcome is Outcome.OK
    assert len(server.received) == 1


def test_a_certificate_that_vouches_for_itself(tls: _Tls, tmp_path: Path) -> None:
    with Server(healthy, tls.self_signed(tmp_path)) as server:
        result = send(config(server.url))
    assert (result.diagnosis.id, result.diagnosis.variable) == (
        "tls_intercept",
        "NODE_EXTRA_CA_CERTS",
    )
    assert not server.received


@pytest.mark.parametrize(
    ("name", "not_after", "id"),
    [("other.example", None, "tls_name"), ("127.0.0.1", _LONG_AGO, "tls_expired")],
)
def test_a_certificate_for_another_name_or_time(
    tls: _Tls, name: str, not_after: datetime.datetime | None, id: str
) -> None:
    with Server(healthy, tls.server(name, not_after)) as server:
        result = send(config(server.url), ca_file=tls.ca_file)
    assert result.diagnosis.id == id
    assert not server.received


def test_https_to_a_plain_port() -> None:
    with Server(always(response(400, "Bad Request"))) as server:
        result = send(config(f"https://127.0.0.1:{server.port}"))
    assert result.diagnosis.id == "tls_not_tls"


def test_http_to_an_encrypted_port(tls: _Tls) -> None:
    with Server(healthy, tls.server("127.0.0.1")) as server:
        result = send(config(f"http://127.0.0.1:{server.port}"))
    assert result.diagnosis.id in ("not_json", "stream_cut")


def test_a_proxy_that_wants_a_login() -> None:
    refusal = response(
        407, "<html>Proxy Authentication Required</html>", {"proxy-authenticate": "Basic"}
    )
    with Server(always(refusal)) as proxy:
        for scheme in ("http", "https"):
            result = send(config(f"{scheme}://contoso.example"), variables={"PROXY": proxy.url})
            assert (result.diagnosis.id, result.diagnosis.variable) == ("proxy_407", "PROXY")
            assert result.diagnosis.answered_by is Answerer.PROXY
    plain, tunnel = proxy.received
    assert (plain.method, tunnel.method) == ("POST", "CONNECT")
    assert tunnel.target == "contoso.example:443"
    assert KEY not in str(tunnel)


def test_a_proxy_that_refuses_the_host() -> None:
    with Server(always(response(403, "no"))) as proxy:
        result = send(config("https://contoso.example"), variables={"HTTPS_PROXY": proxy.url})
    assert result.diagnosis.id == "proxy_refused"
    assert KEY.encode() not in b"".join(request.body for request in proxy.received)


def test_a_proxy_that_is_not_there(free_port: int) -> None:
    variables = {"PROXY": f"http://127.0.0.1:{free_port}"}
    result = send(config("https://contoso.example"), variables=variables)
    assert (result.diagnosis.id, result.diagnosis.variable) == ("proxy_unreachable", "PROXY")


def test_a_proxy_that_never_opens_the_tunnel() -> None:
    with Server(_steps(Step.STALL)) as proxy:
        variables = {"PROXY": proxy.url}
        result = send(config("https://contoso.example"), variables=variables, first_byte=0.3)
    assert (result.diagnosis.id, result.diagnosis.variable) == ("proxy_unreachable", "PROXY")


def test_a_host_that_is_silent_at_the_end_of_the_tunnel_is_not_the_proxys_fault() -> None:
    with Server(_steps(b"HTTP/1.1 200 OK\r\n\r\n", Step.STALL)) as proxy:
        variables = {"PROXY": proxy.url}
        result = send(config("https://contoso.example"), variables=variables, first_byte=0.3)
    assert result.diagnosis.id == "conn_timeout"


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1", "proxy:3128", "http://", "://"])
def test_an_address_that_is_no_proxys(address: str) -> None:
    result = send(config("https://contoso.example"), variables={"PROXY": address})
    assert result.diagnosis.id == "proxy_invalid"


def test_a_proxy_passes_the_request_on() -> None:
    with Server(healthy) as proxy:
        result = send(config("http://contoso.example"), variables={"http_proxy": proxy.url})
    assert result.outcome is Outcome.OK
    assert proxy.received[0].target.startswith("http://contoso.example/openai/deployments/")


@pytest.mark.parametrize(
    ("exempt", "is_exempt"),
    [
        ("gw.example", True),
        ("GW.Example:443", True),
        (".example:443", True),
        ("gw.example:8443", False),
        ("w.example", False),
        ("other.example *", True),
    ],
)
def test_a_host_may_be_exempt_with_the_port_of_its_scheme(exempt: str, is_exempt: bool) -> None:
    variables = {"HTTPS_PROXY": "http://proxy:1", "NO_PROXY": exempt}
    proxy = proxy_for("https://gw.example/openai", variables)
    assert proxy == (None if is_exempt else "http://proxy:1")


def test_hosts_that_need_no_proxy_are_called_directly(free_port: int) -> None:
    variables = {"PROXY": f"http://127.0.0.1:{free_port}", "NO_PROXY": "example.com, 127.0.0.1"}
    with Server(healthy) as server:
        assert send(config(server.url), variables=variables).outcome is Outcome.OK


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_takes_the_key_to_another_origin(status: int) -> None:
    with Server(healthy) as other:
        answer = response(status, "", {"location": f"{other.url}/login?k={KEY}"})
        with Server(always(answer)) as server:
            result = send(config(server.url))
    assert (result.outcome, result.diagnosis.id) == (Outcome.FAILED, "redirect")
    assert not other.received
    assert KEY not in repr(result)


def test_a_redirect_within_the_origin_is_followed() -> None:
    def answer(request: Received) -> Iterator[bytes]:
        if request.target == "/moved":
            yield from healthy(request)
        else:
            yield response(308, "", {"location": "/moved"})

    with Server(answer) as server:
        result = send(config(server.url))
    assert result.outcome is Outcome.OK
    first, second = server.received
    assert second.method == "POST"
    assert (second.headers["api-key"], second.body) == (first.headers["api-key"], first.body)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/né w?a=ключ", "/n%C3%A9%20w?a=%D0%BA%D0%BB%D1%8E%D1%87"),
        ("/moved#there", "/moved"),
        ("HTTP://{host}/moved", "/moved"),
    ],
)
def test_a_redirect_is_read_as_a_browser_reads_it(location: str, target: str) -> None:
    def answer(request: Received) -> Iterator[bytes]:
        if request.target == target:
            yield from healthy(request)
        else:
            place = location.format(host=request.headers["host"])
            yield f"HTTP/1.1 307 X\r\nlocation: {place}\r\ncontent-length: 0\r\n\r\n".encode()

    with Server(answer) as server:
        assert send(config(server.url)).outcome is Outcome.OK
    assert len(server.received) == 2


@pytest.mark.parametrize(
    "location",
    ["http://me:word@{host}/moved", "http://[::1/", "\\\\other.example\\moved", "file:///"],
)
def test_a_redirect_that_leads_nowhere_is_not_followed(location: str) -> None:
    def answer(request: Received) -> Iterator[bytes]:
        yield response(302, "", {"location": location.format(host=request.headers["host"])})

    with Server(answer) as server:
        result = send(config(server.url))
    assert (result.status, result.diagnosis.id) == (302, "redirect")
    assert len(server.received) == 1


def test_a_redirect_in_a_circle_ends() -> None:
    with Server(always(response(307, "", {"location": "/again"}))) as server:
        result = send(config(server.url))
    assert (result.status, result.diagnosis.id) == (307, "redirect")
    assert len(server.received) <= 6


def test_an_error_is_not_sent_again() -> None:
    for status in (400, 429, 500):
        with Server(always(response(status, "{}", {"retry-after": "0"}))) as server:
            send(config(server.url))
        assert len(server.received) == 1


def test_a_stream_that_is_closed_instead_of_ended_is_whole_when_the_model_is_done() -> None:
    plain = head(200, {"content-type": "text/event-stream", "connection": "close"})
    with Server(_steps(plain, (said("Hi", "stop") + DONE).encode(), Step.CLOSE)) as server:
        assert send(config(server.url)).outcome is Outcome.OK
