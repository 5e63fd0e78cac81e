"""Earlier answers are used for what was not edited, and only for that."""

from collections.abc import Callable

from editor.core.schema.field import Target
from editor.core.validation.groups import accepted_models
from editor.core.validation.memory import Memory
from editor.core.validation.verdict import findings_in
from editor.core.yaml.values import Value
from tests.core.validation.configs import config, group


def _counted() -> tuple[list[Value], Callable[[Value], str]]:
    asked: list[Value] = []

    def answer(subject: Value) -> str:
        asked.append(subject)
        return f"about {subject}"

    return asked, answer


def _one() -> Value:
    return [1]


def test_a_remembered_subject_is_not_judged_again() -> None:
    asked, answer = _counted()
    first: Value = [1]
    second: Value = [2]
    memory = Memory()
    assert memory.recall_each(answer, [first, second, first]) == [
        "about [1]",
        "about [2]",
        "about [1]",
    ]
    assert Memory(memory).recall(answer, second) == "about [2]"
    assert asked == [first, second]


def test_an_equal_value_that_is_another_object_is_judged_again() -> None:
    asked, answer = _counted()
    memory = Memory()
    memory.recall_each(answer, [_one(), _one()])
    assert len(asked) == 2


def test_what_a_generation_does_not_ask_the_next_forgets() -> None:
    asked, answer = _counted()
    subject = _one()
    first = Memory()
    first.recall(answer, subject)
    third = Memory(Memory(first))
    third.recall(answer, subject)
    assert len(asked) == 2


def test_an_equal_list_is_remembered_for_one_generation() -> None:
    asked, answer = _counted()
    memory = Memory()
    memory.recall_equal(answer, ["a", "b"])
    assert Memory(memory).recall_equal(answer, ["a", "b"]) == "about ['a', 'b']"
    assert Memory(memory).recall_equal(answer, ["b", "a"]) == "about ['b', 'a']"
    assert len(asked) == 2


def test_a_verdict_with_memory_is_the_verdict_without() -> None:
    groups: list[Value] = [group(f"g{number}") for number in range(5)]
    memory = Memory()
    versions: list[list[Value]] = [
        groups,
        [*groups, group("g1")],
        [groups[4], *groups[:4]],
        [group("g0", version=1), *groups[1:]],
        [groups[0], group("new", models={"b": True, "a": True}), *groups[2:]],
        [groups[0], group("new", models={"a": True, "b": True}), *groups[2:]],
    ]
    for target in (Target.V0_8, Target.V0_7):
        for listed in versions:
            value = config(*listed)
            memory = Memory(memory)
            assert findings_in(value, target, memory) == findings_in(value, target, Memory())
            assert accepted_models(value, memory) == accepted_models(value, Memory())


def test_of_a_long_list_only_what_is_new_is_judged_again() -> None:
    asked, answer = _counted()
    subjects: list[Value] = [[number] for number in range(100)]
    first = Memory()
    first.recall_each(answer, subjects)
    changed: list[Value] = [*subjects[:50], ["new"], *subjects[51:]]
    second = Memory(first)
    assert second.recall_each(answer, changed)[50] == "about ['new']"
    shorter = changed[10:]
    expected = [f"about {subject}" for subject in shorter]
    assert Memory(second).recall_each(answer, shorter) == expected
    assert len(asked) == 101
