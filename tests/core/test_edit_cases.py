"""The six operations on the hand-made files and on generated configs: every law holds."""

import random
import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from editor.core.document import Document, EditError
from tests.cases import case_names, case_text
from tests.fuzz_edits import edits
from tests.generators.operations import KINDS, random_operation
from tests.laws.edits import Load, outcome
from tests.oracle.comparison import read
from tests.oracle.jsyaml import Accepted, JsYaml, Refused, Verdict, is_available
from tests.strategies import configs

EDITS_PER_CASE = 3
EDITS_PER_KIND = 200


@pytest.fixture(scope="module")
def load() -> Iterator[Load]:
    """Return js-yaml's own `load`; without node, our parser, which golden.json vouches for."""
    with ExitStack() as stack:
        yield stack.enter_context(JsYaml()).load if is_available() else _load


def _load(text: str) -> Verdict:
    value = read(text)
    if isinstance(value, Exception):
        return Refused(str(value), None, None, None)
    return Accepted(value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", case_names())
def test_an_edit_of_a_case_keeps_the_laws(name: str, kind: str, load: Load) -> None:
    document = Document(case_text(name))
    rng = random.Random(f"{name} {kind}")
    for _ in range(EDITS_PER_CASE):
        operation = random_operation(kind, document.value, rng)
        if operation is not None:
            assert outcome(document, operation, load).broken == (), operation


@pytest.mark.parametrize("kind", KINDS)
def test_edits_of_generated_configs_keep_the_laws(kind: str, load: Load) -> None:
    broken, refused = {}, {}
    for number, document, operation in edits(kind, EDITS_PER_KIND, seed=21):
        found = outcome(document, operation, load)
        if found.refusal is not None and "&" in document.text:
            found = outcome(document, operation | {"detach": True}, load)
        if found.broken:
            broken[number] = operation, found.broken
        if found.refusal is not None and not _is_unavoidable(found.refusal.reason):
            refused[number] = operation, found.refusal.reason
    assert broken == {}
    assert refused == {}, "only shared content may be refused, and only until it is detached"


def _is_unavoidable(reason: str) -> bool:
    """Say whether no text could do it: an alias above its anchor, or a place within a merge."""
    return "unidentified alias" in reason or "is no index" in reason


def test_a_document_that_is_not_edited_has_the_same_text() -> None:
    texts = [*map(case_text, case_names()), *configs(100, seed=23)]
    assert all(
        Document(text).text == text and Document(text).apply([]).text == text for text in texts
    )


def test_several_operations_are_done_in_order_or_not_at_all() -> None:
    text = case_text("block-style.yaml")
    document = Document(text, environ=dict.fromkeys(re.findall(r"\$\{(\w+)\}", text), "set"))
    group = ("endpoints", "azureOpenAI", "groups", 0)
    rename = {"op": "rename", "path": (*group, "models", "gpt-4o"), "name": "gpt-5"}
    move = {"op": "move", "path": (*group, "models", "gpt-5"), "to": 1}
    missing = {"op": "unset", "path": (*group, "nothing")}
    both = document.apply([rename, move])
    assert list(both.models) == ["gpt-4o-mini", "gpt-5", "o1"]
    with pytest.raises(EditError) as refused:
        document.apply([rename, move, missing])
    assert refused.value.index == 2
