"""Which nodes of a config a person wants to see by what they typed: words, and words with a field.

`contoso chat` asks for both words in a node's name, deployment or host; `problem:version` for one
in its problems, `status:failed` for how its connection test stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from editor.core.outline import groups_in, models_in, name_of, node_path, plain_text, value_at
from editor.core.schema.field import Target
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.standing import State
from editor.core.validation.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Path, Value

_TERM = re.compile(r'(?:(name|deployment|host|problem|status):)?(?:"([^"]*)"?|(\S*))', re.I)
_PLAIN = ("name", "deployment", "host")
_OTHER_WORDS = {State.OK: "ok connected", State.UNTESTED: "untested never"}
_AZURE_HOST = "{0}.openai.azure.com"


class Term(NamedTuple):
    """One condition: `field` is empty for a word that may stand in any of the plain fields."""

    field: str
    text: str


def terms_of(query: str) -> tuple[Term, ...]:
    """Return the conditions of a query, in lower case; a text in quotes may have spaces.

    A field without a text asks for nothing, but `problem:` for any error or warning.
    """
    found = (
        Term((one[1] or "").lower(), (one[2] or one[3] or "").casefold())
        for one in _TERM.finditer(query)
    )
    return tuple(term for term in found if term.text or term.field == "problem")


def asks_for_status(query: str) -> bool:
    """Say whether the answer to a query depends on how tests stand."""
    return any(term.field == "status" for term in terms_of(query))


def wanted_nodes(
    query: str, document: Document, state_of: Callable[[Path], State]
) -> frozenset[Path]:
    """Return the paths of the nodes that meet every condition of a query.

    A model has its group's name, deployment and host besides its own; problems and the state of a
    test belong to one node alone. Nodes above those that are found are not returned.
    """
    terms = terms_of(query)
    problems = _problems_by_node(document.problems)
    return frozenset(
        path
        for path, facts in _facts(document, state_of, problems)
        if all(_meets(facts, term) for term in terms)
    )


def _meets(facts: Mapping[str, str], term: Term) -> bool:
    if term.field == "problem" and not term.text:
        return bool(facts["flaws"])
    fields = (term.field,) if term.field else _PLAIN
    return any(term.text in facts[field] for field in fields)


def _facts(
    document: Document, state_of: Callable[[Path], State], problems: Mapping[Path, list[Problem]]
) -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield each node with its facts in lower case; `flaws` are its errors and warnings."""
    config = document.value
    nothing: dict[str, str] = dict.fromkeys((*_PLAIN, "status"), "")
    yield AZURE_PATH, nothing | _told(problems.get(AZURE_PATH, []))
    for index, group in enumerate(groups_in(config)):
        path: Path = (*GROUPS_PATH, index)
        own = {
            "name": name_of(config, path).casefold(),
            "deployment": _text(group, "deploymentName"),
            "host": _host(document, group),
        }
        yield path, nothing | own | _told(problems.get(path, []))
        for name, model in models_in(group).items():
            place: Path = (*path, "models", name)
            deployment = _text(model, "deploymentName") or own["deployment"]
            facts: dict[str, str] = {
                "name": f"{name.casefold()}\n{own['name']}",
                "deployment": deployment,
                "host": own["host"],
                "status": _words(state_of(place)),
            }
            yield place, facts | _told(problems.get(place, []))


def _told(problems: Iterable[Problem]) -> dict[str, str]:
    """Return what problems say, and those of them that are errors or warnings."""
    said = [
        (
            one.severity,
            f"{one.severity.value} {one.code} {one.message} {one.server_message or ''}".casefold(),
        )
        for one in problems
    ]
    flaws = (words for severity, words in said if severity is not Severity.INFO)
    return {"problem": "\n".join(words for _, words in said), "flaws": "\n".join(flaws)}


def _problems_by_node(problems: Iterable[Problem]) -> Mapping[Path, list[Problem]]:
    found: defaultdict[Path, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[node_path(problem.node_path)].append(problem)
    return found


def _host(document: Document, group: Value) -> str:
    """Return where a group's requests go: the resource's host, and that of its own address."""
    target = Target(document.target)
    instance = document.environment.resolve(plain_text(value_at(group, ("instanceName",))), target)
    address = document.environment.resolve(plain_text(value_at(group, ("baseURL",))), target)
    resource = _AZURE_HOST.format(instance) if instance else ""
    kind = "serverless" if value_at(group, ("serverless",)) is True else ""
    return " ".join(filter(None, (resource, _host_of(address), kind))).casefold()


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _text(value: Value, key: str) -> str:
    return plain_text(value_at(value, (key,))).casefold()


def _words(state: State) -> str:
    return _OTHER_WORDS.get(state, state.value)
