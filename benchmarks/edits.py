"""What one edit costs the core: from the operation to a new document with its problems."""

import random
from typing import Any, NamedTuple

import yaml

from benchmarks.configs import big_config, environment
from benchmarks.timing import Times, duration, measured, summary
from editor.core.document import Document

Operation = dict[str, Any]


class EditCost(NamedTuple):
    """The cost of an edit in a file of a size, and of libyaml's compose of the same text."""

    groups: int
    lines: int
    opening: float
    edits: dict[str, Times]
    compose: Times


def edit_cost(groups: int, rounds: int, seed: int = 1) -> EditCost:
    """Measure edits at random places of a config with so many groups of ten models."""
    text = big_config(groups)
    rng = random.Random(seed)
    environ = environment(groups)
    opening = duration(lambda: Document(text, environ=environ).problems)
    document = Document(text, environ=environ)
    assert document.valid
    costs: dict[str, list[float]] = {}
    for number in range(rounds):
        name, operation = _operation(rng, groups, number)
        document, cost = _edited(document, operation)
        costs.setdefault(name, []).append(cost)
    compose = measured(lambda: yaml.compose(text, Loader=yaml.CSafeLoader), 5)
    everything = [cost for part in costs.values() for cost in part]
    tables = {"all edits": everything, **costs}
    edits = {name: summary(part) for name, part in tables.items()}
    return EditCost(groups, text.count("\n"), opening, edits, compose)


def _edited(document: Document, operation: Operation) -> tuple[Document, float]:
    results: list[Document] = []

    def work() -> None:
        edited = document.apply([operation])
        assert edited.problems is not None
        results.append(edited)

    cost = duration(work)
    return results[0], cost


def _operation(rng: random.Random, groups: int, number: int) -> tuple[str, Operation]:
    group = rng.randrange(groups)
    path = ("endpoints", "azureOpenAI", "groups", group)
    model = (*path, "models", f"gpt-5-{group}-{rng.choice((0, 2, 4))}")
    new = f"new-{number}"
    choices: tuple[tuple[str, Operation], ...] = (
        ("set a scalar", {"op": "set", "path": (*model, "deploymentName"), "value": new}),
        ("set a scalar", {"op": "set", "path": (*path, "instanceName"), "value": new}),
        ("add a model", {"op": "insert", "path": (*path, "models", new), "value": True}),
        ("rename a group's key", {"op": "set", "path": (*path, "group"), "value": new}),
        ("duplicate a model", {"op": "duplicate", "path": model, "name": new}),
    )
    return choices[number % len(choices)]
