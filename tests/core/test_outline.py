"""Names, contents and problems of nodes."""

import pytest

from editor.core import outline
from editor.core.document import Document
from editor.core.yaml.values import Path

AZURE: Path = ("endpoints", "azureOpenAI")
GROUP: Path = (*AZURE, "groups", 0)
MODEL: Path = (*GROUP, "models", "m")

TEXT = """endpoints:
  azureOpenAI:
    groups:
    - group: a
      apiKey: k
      instanceName: i
      extra: &x
        deep:
          - 1   # one
          - [2, 3]
      models:
        m: {versoin: x}
        n: *x
    - models: {}
"""


@pytest.mark.parametrize(
    ("path", "node"),
    [
        ((), ()),
        (("version",), ()),
        (("endpoints",), ()),
        (("endpoints", "custom", 0), ()),
        (AZURE, AZURE),
        ((*AZURE, "titleModel"), AZURE),
        ((*AZURE, "groups"), AZURE),
        (GROUP, GROUP),
        ((*GROUP, "models"), GROUP),
        ((*GROUP, "addParams", "a", 0), GROUP),
        (MODEL, MODEL),
        ((*MODEL, "version"), MODEL),
    ],
)
def test_a_path_belongs_to_the_nearest_node(path: Path, node: Path) -> None:
    assert outline.node_path(path) == node


def test_the_way_to_a_node_starts_at_the_file() -> None:
    assert outline.ancestors(MODEL) == ((), AZURE, GROUP, MODEL)
    assert outline.ancestors(()) == ((),)


def test_nodes_are_called_by_their_names() -> None:
    value = Document(TEXT).value
    paths = ((), AZURE, GROUP, (*AZURE, "groups", 1), MODEL)
    names = [outline.name_of(value, path) for path in paths]
    assert names == ["Whole file", "Azure OpenAI", "a", "Group 2", "m"]


@pytest.mark.parametrize(
    "text", ["", "- 1", "endpoints: 3", "endpoints: {azureOpenAI: {groups: x}}"]
)
def test_what_has_no_groups_has_none(text: str) -> None:
    value = Document(text).value
    assert outline.groups_in(value) == []
    assert outline.model_names(value) == set()
    assert outline.value_at(value, (*GROUP, "apiKey")) is None


def test_models_are_listed_as_in_the_file() -> None:
    value = Document(TEXT).value
    assert list(outline.models_in(outline.groups_in(value)[0])) == ["m", "n"]
    assert outline.model_names(value) == {"m", "n"}
    assert outline.models_in("no group") == {}


def test_problems_are_sorted_by_the_step_below_a_node() -> None:
    problems = Document(TEXT).problems
    by_group = outline.problems_by_step(problems, (*AZURE, "groups"))
    assert set(by_group) == {0, 1}
    in_group = outline.problems_by_step(problems, GROUP)
    assert {"extra", "models"} <= set(in_group)
    in_model = outline.problems_by_step(problems, MODEL)
    assert "missing-deployment" in {problem.code for problem in in_model[""]}
    assert {problem.code for problem in in_model["versoin"]} == {"unknown-key"}


def test_a_missing_key_is_sorted_under_its_name() -> None:
    problems = Document(TEXT).problems
    second = outline.problems_by_step(problems, (*AZURE, "groups", 1))
    assert {"group", "apiKey", "instanceName"} <= set(second)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((*GROUP, "extra"), "deep:\n  - 1   # one\n  - [2, 3]"),
        ((*GROUP, "extra", "deep"), "- 1   # one\n- [2, 3]"),
        ((*GROUP, "apiKey"), "k"),
        (MODEL, "{versoin: x}"),
        ((*GROUP, "models", "n"), "{deep: [1, [2, 3]]}"),
    ],
)
def test_a_value_is_written_as_in_its_file_without_the_indentation(path: Path, text: str) -> None:
    document = Document(TEXT)
    value = outline.value_at(document.value, path)
    assert outline.yaml_text(document.tree, path, value) == text


def test_a_value_that_needs_an_anchor_from_elsewhere_is_written_out() -> None:
    document = Document("a: &a 1\nb:\n  - *a\n  - 2\n")
    assert outline.yaml_text(document.tree, ("b",), document.value["b"]) == "[1, 2]"  # pyright: ignore


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2024-10-21", "2024-10-21"),
        ("2024-10-21T01:00:00Z", "2024-10-21T01:00:00.000Z"),
        ("true", "true"),
        ("0x1F", "31"),
        ("x", "x"),
        ("[1]", ""),
        ("", ""),
    ],
)
def test_scalars_are_read_as_people_write_them(written: str, text: str) -> None:
    value = Document(f"a: {written}\n").value
    assert isinstance(value, dict)
    assert outline.plain_text(value["a"]) == text
