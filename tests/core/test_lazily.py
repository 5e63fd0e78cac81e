"""What is computed once is remembered, and a thread that computes holds no other one up."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from editor.core.lazily import lazy


class Thing:
    def __init__(self, gate: Event) -> None:
        self._gate = gate
        self.count = 0

    @lazy
    def answer(self) -> int:
        """The answer."""
        assert self._gate.wait(10)
        self.count += 1
        return 42


def ready() -> Thing:
    gate = Event()
    gate.set()
    return Thing(gate)


def test_what_was_computed_is_remembered() -> None:
    thing = ready()
    assert (thing.answer, thing.answer, thing.count) == (42, 42, 1)


def test_each_object_has_its_own_answer() -> None:
    first, second = ready(), ready()
    assert first.answer == second.answer
    assert (first.count, second.count) == (1, 1)


def test_a_class_tells_what_the_attribute_is() -> None:
    assert Thing.answer.__doc__ == "The answer."


def test_one_object_does_not_wait_for_another() -> None:
    gate = Event()
    slow = Thing(gate)
    with ThreadPoolExecutor(1) as beside:
        computing = beside.submit(lambda: slow.answer)
        try:
            assert ready().answer == 42
            assert not computing.done()
        finally:
            gate.set()
        assert computing.result(10) == 42
