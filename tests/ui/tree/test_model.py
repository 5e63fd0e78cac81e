"""Whatever becomes of the groups, the rows are those of the config and keep Qt's rules."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from editor.core.schema.table import AZURE_PATH
from editor.core.yaml.values import Value
from editor.ui.tree.model import ConfigModel

NAMES = st.sampled_from(["a", "b", "c", "d", ""])
GROUPS = st.fixed_dictionaries(
    {
        "group": NAMES,
        "models": st.lists(st.sampled_from("xyz"), unique=True, max_size=3).map(dict.fromkeys),
    }
)
CONFIGS = st.lists(st.one_of(GROUPS, st.just(None)), max_size=5)


def config(groups: list[Value]) -> Value:
    return {"endpoints": {"azureOpenAI": {"groups": groups}}}


def shown(model: ConfigModel | QSortFilterProxyModel) -> list[tuple[str, list[str]]]:
    """Return the groups' names with those of their models."""
    endpoint = model.index(0, 0)
    groups = [model.index(row, 0, endpoint) for row in range(model.rowCount(endpoint))]
    return [
        (group.data(), [model.index(row, 0, group).data() for row in range(model.rowCount(group))])
        for group in groups
    ]


def expected(groups: list[Value]) -> list[tuple[str, list[str]]]:
    fresh = ConfigModel()
    fresh.show_config(config(groups), ())
    return shown(fresh)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(CONFIGS, min_size=2, max_size=4))
def test_the_rows_are_those_of_the_newest_config(
    qapp: QApplication, versions: list[list[Value]]
) -> None:
    model, proxy = ConfigModel(), QSortFilterProxyModel()
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for each in (model, proxy)
    ]
    proxy.setRecursiveFilteringEnabled(True)
    proxy.setSourceModel(model)
    for groups in versions:
        model.show_config(config(groups), ())
        assert shown(model) == shown(proxy) == expected(groups)
    assert len(testers) == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_a_row_that_moves_stays_the_same_row(qapp: QApplication, order: list[int]) -> None:
    groups: list[Value] = [{"group": name, "models": {"x": True}} for name in "abcde"]
    model = ConfigModel()
    model.show_config(config(groups), ())
    kept = [model.index(0, 0, model.index(row, 0, model.index(0, 0))) for row in range(5)]
    held = [QPersistentModelIndex(index) for index in kept]
    model.show_config(config([groups[row] for row in order]), ())
    assert [index.parent().data() for index in held] == list("abcde")


def test_a_path_leads_to_its_row_and_back(qapp: QApplication) -> None:
    model = ConfigModel()
    model.show_config(config([{"group": "a", "models": {"x": True}}]), ())
    path = (*AZURE_PATH, "groups", 0, "models", "x")
    assert model.index_of(path).data() == "x"
    assert model.index_of((*path[:-1], "y")) == QModelIndex()
    assert model.index_of((*AZURE_PATH, "groups", 7)) == QModelIndex()
