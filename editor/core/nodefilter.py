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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Path, Value

_TERM = re.compile(r'(?:(name|deployment|host|problem|status):)?(?:"([^"]*)"?|(\S*))', re.I)
_MODEL_DEPTH = len(GROUPS_PATH) + 3
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
    query: str,
    document: Document,
    state_of: Callable[[Path], State],
    in_language: Callable[[str], str] = str,
) -> frozenset[Path]:
    """Return the paths of the nodes that meet every condition of a query.

    A model has its group's name, deployment and host besides its own; problems and the state of a
    test belong to one node alone. Nodes above those that are found are not returned.
    `in_language` returns a problem's message as it is shown.
    """
    terms, problems = terms_of(query), _problems_by_node(document.problems)
    if terms and all(term.field == "problem" for term in terms):
        # Only these nodes can be it, and they are few: this is asked with each key that is typed.
        candidates = (_Facts(path, found) for path, found in problems.items() if path)
    else:
        candidates = _facts(document, problems)
    return frozenset(
        facts.path
        for facts in candidates
        if all(_meets(facts, term, state_of, in_language) for term in terms)
    )


class _Facts(NamedTuple):
    """What is known of a node, its texts in lower case; what costs more is worked out if asked."""

    path: Path
    problems: Sequence[Problem]
    name: str = ""
    deployment: str = ""
    host: str = ""


def _meets(
    facts: _Facts,
    term: Term,
    state_of: Callable[[Path], State],
    in_language: Callable[[str], str],
) -> bool:
    text = term.text
    match term.field:
        case "name":
            return text in facts.name
        case "deployment":
            return text in facts.deployment
        case "host":
            return text in facts.host
        case "problem" if text:
            return any(text in _said(problem, in_language) for problem in facts.problems)
        case "problem":
            return any(one.severity is not Severity.INFO for one in facts.problems)
        case "status":
            is_model = len(facts.path) == _MODEL_DEPTH
            return is_model and text in _words(state_of(facts.path))
        case _:
            return text in facts.name or text in facts.deployment or text in facts.host


def _facts(document: Document, problems: Mapping[Path, Sequence[Problem]]) -> Iterator[_Facts]:
    """Yield each node with what is known of it."""
    config = document.value
    yield _Facts(AZURE_PATH, problems.get(AZURE_PATH, ()))
    for index, group in enumerate(groups_in(config)):
        path: Path = (*GROUPS_PATH, index)
        name = name_of(config, path).casefold()
        deployment, host = _text(group, "deploymentName"), _host(document, group)
        yield _Facts(path, problems.get(path, ()), name, deployment, host)
        for model, settings in models_in(group).items():
            place: Path = (*path, "models", model)
            own = _text(settings, "deploymentName") if isinstance(settings, dict) else ""
            both = f"{model.casefold()}\n{name}"
            yield _Facts(place, problems.get(place, ()), both, own or deployment, host)


def _said(problem: Problem, in_language: Callable[[str], str]) -> str:
    message = in_language(problem.message)
    words = (problem.severity.value, problem.code, message, problem.server_message or "")
    return " ".join(words).casefold()


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
