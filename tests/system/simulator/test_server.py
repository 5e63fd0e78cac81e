"""The server is bounded, stops at once, leaves no thread and prints no key."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import pytest

from editor.system.simulator import Simulator
from editor.system.simulator.server import LARGEST_BODY
from tests.system.simulator.conftest import BODY, CHAT, KEY, Simulators

TARGET = CHAT.format("gpt-4o")
HEADERS = {"api-key": KEY}


def test_it_listens_on_this_machine_only(simulators: Simulators) -> None:
    assert simulators().url.startswith("http://127.0.0.1:")


def test_a_port_that_is_taken_is_refused(simulators: Simulators) -> None:
    with pytest.raises(OSError, match="in use"):
        Simulator(port=simulators().port)


def test_a_body_that_is_too_large_is_refused(simulators: Simulators, client: httpx.Client) -> None:
    content = b"x" * (LARGEST_BODY + 1)
    response = client.post(simulators().url + TARGET, content=content, headers=HEADERS)
    assert response.status_code == 413


def test_a_body_without_a_length_is_refused(simulators: Simulators, client: httpx.Client) -> None:
    response = client.post(simulators().url + TARGET, content=iter([b"{}"]), headers=HEADERS)
    assert response.status_code == 411


@pytest.mark.parametrize("content", [b"\x16\x03\x01 hello", b"nonsense\r\n\r\n", b"GET\r\n"])
def test_what_is_no_http_is_refused(simulators: Simulators, content: bytes) -> None:
    with socket.create_connection(("127.0.0.1", simulators().port), timeout=5) as connection:
        connection.sendall(content)
        assert b"400" in connection.recv(1000)


def test_a_connection_is_used_again(simulators: Simulators) -> None:
    threads: list[int] = []
    simulator = simulators(on_answer=lambda request, status: threads.append(threading.get_ident()))
    with httpx.Client(trust_env=False) as client:
        for _ in range(3):
            client.post(simulator.url + TARGET, json=BODY, headers=HEADERS)
    assert len(set(threads)) == 1


def test_many_are_served_at_a_time(simulators: Simulators) -> None:
    url = simulators().url + TARGET
    with httpx.Client(trust_env=False) as client, ThreadPoolExecutor(32) as pool:
        answers = pool.map(lambda _: client.post(url, json=BODY, headers=HEADERS), range(100))
        assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize("name", ["silent", "slow", "healthy"])
def test_it_stops_at_once_and_leaves_no_thread(simulators: Simulators, name: str) -> None:
    before = set(threading.enumerate())
    is_asked = threading.Event()
    simulator = simulators(name, pace=1, on_answer=lambda request, status: is_asked.set())
    request = f"POST {TARGET} HTTP/1.1\r\napi-key: {KEY}\r\nContent-Length: 2\r\n\r\n{{}}"
    with (
        socket.create_connection(("127.0.0.1", simulator.port)) as asking,
        socket.create_connection(("127.0.0.1", simulator.port)),
    ):
        asking.sendall(request.encode())
        assert is_asked.wait(5)
        start = time.perf_counter()
        simulator.stop()
        assert time.perf_counter() - start < 1
    assert set(threading.enumerate()) == before


def test_it_can_be_stopped_without_having_been_started() -> None:
    simulator = Simulator()
    simulator.stop()
    assert Simulator(port=simulator.port).stop() is None


def test_nothing_of_a_request_is_printed(
    simulators: Simulators, client: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    url = simulators("cut-stream").url
    for target in (TARGET, f"/{KEY}", f"{TARGET}&key={KEY}"):
        with suppress(httpx.RemoteProtocolError):
            client.post(url + target, json=BODY, headers=HEADERS)
    with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection:
        connection.sendall(f"NONSENSE {KEY}\r\napi-key: {KEY}\r\n\r\n".encode())
        assert connection.recv(1000)
    assert KEY not in "".join(capfd.readouterr())
