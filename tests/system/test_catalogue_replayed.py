"""Every error of the catalogue, sent over real sockets, is recognised as what it is."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from editor.core.diagnosis.catalogue import catalogue
from editor.core.diagnosis.facts import FACTS
from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.result import Result
from tests.network import catalogue as answers
from tests.network.sending import KEY, config, send_all, serverless
from tests.network.server import Received, Server

Make = Callable[[str], str]
_ROUNDS = 10
_SEED = 20261123


def _replayed(replies: list[bytes], make: Make) -> list[Result]:
    """Return the results of one model for each reply; its number is the deployment's or name."""

    def answer(request: Received) -> Iterator[bytes]:
        yield replies[int(request.value["model"])]

    with Server(answer) as server:
        value = Document(make(server.url), environ={"AZURE_KEY": KEY})
        (route,) = value.routes
        probes = [_numbered(Probe(route, value.value), number) for number in range(len(replies))]
        return send_all(probes, concurrency=1)


def _numbered(probe: Probe, number: int) -> Probe:
    body = {**probe.route.body, "model": str(number)}
    return Probe(replace(probe.route, body=body), probe.config)


def _names(row: dict[str, Any]) -> set[str]:
    return {row["id"], *row.get("same_as", ())}


def _misses(rows: list[dict[str, Any]], results: list[Result]) -> list[tuple[str, str]]:
    return [
        (row["id"], result.diagnosis.id)
        for row, result in zip(rows, results, strict=True)
        if result.diagnosis.id not in _names(row)
    ]


def test_every_entry_has_its_consequences() -> None:
    assert set(FACTS) == set(catalogue())


@pytest.mark.parametrize("make", [config, serverless])
def test_an_error_as_it_is_written_is_recognised(make: Make) -> None:
    rows = list(answers.with_match())
    results = _replayed([answers.as_written(row) for row in rows], make)
    assert len(rows) > 55
    assert _misses(rows, results) == []


@pytest.mark.parametrize("make", [config, serverless])
def test_other_names_ids_blanks_and_fields_do_not_matter(make: Make) -> None:
    chance = random.Random(_SEED)
    rows = list(answers.with_match()) * _ROUNDS
    results = _replayed([answers.varied(row, chance) for row in rows], make)
    assert _misses(rows, results) == []
