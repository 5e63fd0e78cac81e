"""A group on trial is told the same as if it were added and everything were judged."""

import pytest

from editor.core.document import Document, EditError
from editor.core.environment import Environment
from editor.core.new_groups import NewGroup, NewModel, adding
from editor.core.routing.route import Route
from editor.core.secret import Secret
from editor.core.trial import Remark, Trial, Trials

TWO = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: gpt-4o
    groups:
      - group: east
        apiKey: "${EAST_KEY}"
        instanceName: contoso
        version: "2024-10-21"
        models:
          gpt-4o: {deploymentName: prod}
      - group: west
        apiKey: "${EAST_KEY}"
        instanceName: fabrikam
        version: "2024-10-21"
        models:
          gpt-4: {deploymentName: old}
"""
DOCUMENTS = {
    "good": TWO,
    "empty": "",
    "no groups": "version: 1.3.17\nendpoints: {azureOpenAI: {groups: []}}\n",
    "refused for another group": TWO.replace("instanceName: fabrikam", "instanceName: ''"),
    "refused for itself": TWO.replace("titleModel: gpt-4o", "assistants: true"),
    "no mapping among the groups": TWO + "      - 7\n",
    "repeated already": TWO.replace("group: west", "group: east"),
    "groups that others need": TWO.replace('version: "2', 'version: &date "2', 1)
    + "  custom: [{name: *date, apiKey: k, baseURL: http://x.example, models: {default: [a]}}]\n",
}
SETTINGS = {"instanceName": "norway", "version": "2024-10-21"}
KEY = Secret("not-a-real-key-0002")
GROUPS = {
    "good": NewGroup(name="new", key=KEY, settings=SETTINGS, models=(NewModel("gpt-5", "five"),)),
    "two models": NewGroup(
        name="new", key=KEY, settings=SETTINGS, models=(NewModel("a", "x"), NewModel("b", "y"))
    ),
    "name taken": NewGroup(name="east", key=KEY, settings=SETTINGS, models=(NewModel("c", "x"),)),
    "model taken": NewGroup(name="new", key=KEY, settings=SETTINGS, models=(NewModel("gpt-4o"),)),
    "reserved": NewGroup(
        name="constructor", key=KEY, settings=SETTINGS, models=(NewModel("toString", "x"),)
    ),
    "no version": NewGroup(
        name="new", key=KEY, settings={"instanceName": "n"}, models=(NewModel("a", "x"),)
    ),
    "odd version": NewGroup(
        name="new", key=KEY, settings={**SETTINGS, "version": "soon"}, models=(NewModel("a", "x"),)
    ),
    "no variable": NewGroup(
        name="new", key=Secret("${NONE}"), settings=SETTINGS, models=(NewModel("a", "x"),)
    ),
    "no model": NewGroup(name="new", key=KEY, settings=SETTINGS),
    "serverless": NewGroup(
        name="new",
        key=KEY,
        settings={"serverless": True, "baseURL": "https://x.services.ai.azure.com/openai/v1"},
        models=(NewModel("mistral"),),
    ),
}


def judged_wholly(document: Document, group: NewGroup) -> Trial:
    found = adding(document, (group,), "")
    after = document.edited(found.edit)
    own = [one for one in after.problems if one.node_path[: len(found.path)] == found.path]
    return Trial(
        tuple(route for route in after.routes if route.group_path == found.path),
        tuple(dict.fromkeys(Remark(one.severity, one.message) for one in own)),
        after.valid,
    )


def sent(routes: tuple[Route, ...]) -> list[tuple[object, ...]]:
    return [(one.model, one.url, one.headers, one.body, one.error) for one in routes]


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
@pytest.mark.parametrize("target", ["0.8", "0.7"])
def test_a_group_on_trial_is_told_the_same(text: str, group: NewGroup, target: str) -> None:
    document = Document(text, "EAST_KEY=not-a-real-key-0001\n", target=target)
    wholly = judged_wholly(document, group)
    trial = Trials(document).tried(group)
    assert sent(trial.routes) == sent(wholly.routes)
    assert sorted(trial.remarks) == sorted(wholly.remarks)
    assert trial.is_valid is wholly.is_valid


def test_one_and_the_same_ground_serves_any_number_of_groups() -> None:
    trials = Trials(Document(TWO, "EAST_KEY=not-a-real-key-0001\n"))
    said = [bool(trials.tried(GROUPS[name]).remarks) for name in ("good", "name taken", "good")]
    assert said == [False, True, False]


def test_a_text_that_cannot_be_read_takes_no_group() -> None:
    with pytest.raises(EditError):
        Trials(Document("endpoints: [")).tried(GROUPS["good"])


def test_the_other_groups_are_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    resolve = Environment.resolve

    def listening(self: Environment, text: str, target: object) -> str:
        asked.append(text)
        return resolve(self, text, target)  # pyright: ignore[reportArgumentType]

    document = Document(TWO, "EAST_KEY=not-a-real-key-0001\n")
    assert document.valid
    trials = Trials(document)
    monkeypatch.setattr(Environment, "resolve", listening)
    trials.tried(GROUPS["good"])
    assert "${NEW_API_KEY}" in asked
    assert "${EAST_KEY}" not in asked
