"""Threads give way to the window while it draws, but none is stopped for good."""

import selectors
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from editor.core.result import Result
from editor.system import precedence
from editor.system.http import Settings
from editor.system.precedence import GivingWay, Precedence, window_first
from editor.system.testing import TestRun
from tests.network.sending import config, probes
from tests.network.server import Server, healthy

_AT_ONCE = 2
_READY = 5


def test_a_thread_waits_until_the_other_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precedence, "_LONGEST_SECONDS", 60)
    first, order = Precedence(), list[str]()

    def compute() -> None:
        first.wait()
        order.append("thread")

    thread = threading.Thread(target=compute)
    with first.taken():
        thread.start()
        thread.join(0.1)
        assert first.is_taken
        order.append("window")
    thread.join()
    assert order == ["window", "thread"]


def test_a_thread_does_not_wait_for_good() -> None:
    first = Precedence()
    with first.taken():
        thread = threading.Thread(target=first.wait, daemon=True)
        thread.start()
        thread.join(30)
        assert not thread.is_alive()


def test_nobody_waits_after_something_went_wrong() -> None:
    first = Precedence()
    with pytest.raises(ZeroDivisionError), first.taken():
        raise ZeroDivisionError
    assert not first.is_taken


def test_a_block_within_another_does_not_end_it() -> None:
    first = Precedence()
    with first.taken():
        with first.taken():
            pass
        assert first.is_taken
    assert not first.is_taken


@pytest.fixture
def pairs() -> Iterator[list[tuple[socket.socket, socket.socket]]]:
    """Give sockets of which each first one can be read."""
    with ExitStack() as open_ones:
        made = [socket.socketpair() for _ in range(_READY)]
        for near, far in made:
            open_ones.enter_context(near)
            open_ones.enter_context(far)
            far.send(b"x")
        yield made


def test_few_answers_come_at_once_and_all_in_the_end(
    pairs: list[tuple[socket.socket, socket.socket]],
) -> None:
    seen = list[object]()
    with GivingWay() as selector:
        for near, _ in pairs:
            selector.register(near, selectors.EVENT_READ)
        while len(seen) < _READY:
            ready = selector.select(30)
            assert 0 < len(ready) <= _AT_ONCE
            for key, _ in ready:
                assert isinstance(key.fileobj, socket.socket)
                key.fileobj.recv(1)
                seen.append(key.fileobj)
    assert set(seen) == {near for near, _ in pairs}


def test_one_that_always_has_more_does_not_keep_the_others_out(
    pairs: list[tuple[socket.socket, socket.socket]],
) -> None:
    seen = set[object]()
    with GivingWay() as selector:
        for near, _ in pairs:
            selector.register(near, selectors.EVENT_READ)
        for _ in range(2 * _READY):
            seen.update(key.fileobj for key, _ in selector.select(30))
    assert seen == {near for near, _ in pairs}


def test_a_run_goes_on_beside_a_window_that_always_draws() -> None:
    results = list[Result]()
    with Server(healthy) as server, window_first.taken():
        run = TestRun(
            probes(config(server.url)) * 3,
            Settings(),
            lambda _: None,
            lambda _, result: results.append(result),
            lambda: None,
        )
        run.start()
        assert run.wait(30)
    assert [result.diagnosis.id for result in results] == ["ok"] * 3
