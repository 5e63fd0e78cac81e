"""Answers are used again in another environment as long as what they asked of it is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.document import Document
from editor.core.environment import Environment
from editor.core.schema.field import Target
from editor.core.text import Edit, difference
from editor.core.watched import is_same, watched

CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    titleModel: a-1
    groups:
      - group: a
        apiKey: ${KEY_A}
        instanceName: ${NAME_A}
        version: "2024-10-21"
        deploymentName: d
        models: {a-1: true, a.2: true}
      - group: b
        apiKey: "${KEY_B}"
        baseURL: https://${NAME_A}.example.com/openai/deployments/${DEPLOYMENT_NAME}
        instanceName: b
        version: ${VERSION}
        deploymentName: ${NAME_B}
        additionalHeaders: {X-Key: "${KEY_A}"}
        models:
          b-1: {deploymentName: "${NAME_A}", version: "2024-10-21"}
      - group: c
        apiKey: literal-key-0123456789
        instanceName: c
        version: "2024-10-21"
        models: {c-1: {deploymentName: c, version: "2024-10-21"}}
"""
_USED = ["KEY_A", "KEY_B", "NAME_A", "NAME_B", "VERSION", "DEPLOYMENT_NAME", "INSTANCE_NAME"]
_LEGACY = ["AZURE_OPENAI_BASEURL", "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME", "AZURE_API_KEY"]
_NAMES = st.sampled_from([*_USED, *_LEGACY, "KEY_C", "PORT"])
_VALUES = st.sampled_from(["", "x", "true", "${NAME_B}", "https://gateway.example.com/v1"])
_LINES = st.tuples(_NAMES, _VALUES).map("=".join)
_TEXTS = st.lists(_LINES, max_size=6).map("\n".join)
_EDITS = st.lists(st.tuples(_TEXTS, st.booleans()), min_size=1, max_size=4)


def judged(document: Document) -> tuple[object, ...]:
    return document.problems, document.routes, document.legacy


@given(_TEXTS, _EDITS, st.sampled_from(["0.8", "0.7"]), st.dictionaries(_NAMES, _VALUES))
def test_edits_of_the_variables_are_judged_like_a_new_document(
    env_text: str, edits: list[tuple[str, bool]], target: str, environ: dict[str, str]
) -> None:
    document = Document(CONFIG, env_text, target, environ)
    judged(document)
    for text, is_other_config in edits:
        config = document.text.replace("group: c", "group: cc") if is_other_config else CONFIG
        changes = difference(document.text, config), difference(document.env_text, text)
        document = document.edited(Edit("Edit", *changes))
        assert judged(document) == judged(Document(config, text, target, environ))


def test_a_variable_that_a_group_does_not_use_leaves_its_routes_alone() -> None:
    before = Document(CONFIG, "KEY_A=a\n")
    routes = before.routes
    after = before.edited(Edit("Edit", (), difference(before.env_text, "KEY_A=a\nKEY_B=b\n")))
    assert [new is old for new, old in zip(after.routes, routes, strict=True)] == [
        True,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize("text", ["A=1\nB=3\n", "A=1\n", "A=1\nB=2\nC=3\n"])
def test_only_what_was_asked_has_to_be_the_same(text: str) -> None:
    seen = watched(Environment({}, "A=1\nB=2\n"))
    assert (seen.resolve("${A}", Target.V0_8), seen.is_set("C")) == ("1", False)
    assert is_same(seen.noted, Environment({}, text)) == ("C" not in text)


def test_who_asks_for_all_variables_has_to_ask_again_after_each_edit() -> None:
    seen = watched(Environment({}, "A=1\n"))
    assert list(seen.variables) == ["A"]
    assert not is_same(seen.noted, Environment({}, "A=1\nB=2\n"))
    assert is_same(seen.noted, Environment({}, "# a comment\nA=1\n"))
