"""What is known of tests goes with the routes through edits, and says when it no longer holds."""

from editor.core.diagnosis.finding import Answerer, Diagnosis
from editor.core.document import Document
from editor.core.result import Outcome, Result
from editor.core.standing import Key, Standing, State, carried_over, worst
from editor.core.yaml.values import Path

CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${KEY}
        instanceName: contoso
        version: "2024-10-21"
        models:
          big:
            deploymentName: big-prod
          small:
            deploymentName: small-prod
"""
GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
OK = Result("chat", "big", "east", Outcome.OK, Diagnosis("ok", Answerer.MODEL, "It answered."))
START = Document(CONFIG, "KEY=0123456789abcdef\n")
BIG = Key("chat", "east", "big")


def known_after_testing(document: Document) -> dict[Key, Standing]:
    known = carried_over({}, document.routes)
    return {key: one.told(one.route, OK, 5.0) for key, one in known.items()}


def states(known: dict[Key, Standing], document: Document) -> dict[str, State]:
    after = carried_over(known, document.routes)
    return {key.model: standing.state for key, standing in after.items()}


def set_to(*path: str | int, value: object) -> Document:
    return START.apply([{"op": "set", "path": [*GROUP, *path], "value": value}])


def test_nothing_is_tested_at_first() -> None:
    assert states({}, START) == {"big": State.UNTESTED, "small": State.UNTESTED}


def test_an_edit_of_the_request_makes_its_own_result_stale() -> None:
    changed = set_to("models", "big", "deploymentName", value="other")
    assert states(known_after_testing(START), changed) == {"big": State.STALE, "small": State.OK}


def test_an_edit_of_the_group_makes_all_its_results_stale() -> None:
    changed = set_to("instanceName", value="fabrikam")
    assert set(states(known_after_testing(START), changed).values()) == {State.STALE}


def test_another_key_in_the_env_text_makes_results_stale() -> None:
    changed = Document(CONFIG, "KEY=another-key-89abcdef\n")
    assert set(states(known_after_testing(START), changed).values()) == {State.STALE}


def test_taking_the_edit_back_makes_the_result_good_again() -> None:
    changed = set_to("instanceName", value="fabrikam")
    known = carried_over(known_after_testing(START), changed.routes)
    assert set(states(known, START).values()) == {State.OK}


def test_an_edit_that_changes_no_request_changes_no_state() -> None:
    changed = START.apply([{"op": "set", "path": [*GROUP, "group"], "value": "west"}])
    known = carried_over(known_after_testing(START), changed.routes)
    assert {key: one.state for key, one in known.items()} == {
        Key("chat", "west", "big"): State.OK,
        Key("chat", "west", "small"): State.OK,
    }


def test_a_renamed_model_keeps_its_result_while_its_deployment_does_not_change() -> None:
    renamed = START.apply([{"op": "rename", "path": [*GROUP, "models", "big"], "name": "huge"}])
    known = known_after_testing(START)
    assert states(known, renamed) == {"huge": State.OK, "small": State.OK}
    changed = renamed.apply([{"op": "set", "path": [*GROUP, "models", "huge"], "value": True}])
    assert states(known, changed) == {"huge": State.STALE, "small": State.OK}


def test_a_new_model_does_not_take_the_result_of_one_that_stays() -> None:
    added = set_to("models", "new", value=True)
    assert states(known_after_testing(START), added)["new"] is State.UNTESTED


def test_results_follow_their_group_to_another_place() -> None:
    group = {"group": "first", "apiKey": "${KEY}", "instanceName": "x", "models": {}}
    path = [*GROUP[:-1], 0]
    moved = START.apply([{"op": "insert", "path": path, "value": group}])
    known = carried_over(known_after_testing(START), moved.routes)
    assert known[BIG].state is State.OK
    assert known[BIG].route.group_path == (*GROUP[:-1], 1)


def test_a_result_of_a_request_that_changed_meanwhile_is_stale_at_once() -> None:
    changed = set_to("instanceName", value="fabrikam")
    before = carried_over({}, START.routes)[BIG]
    running = before.waiting(State.RUNNING, 1.0).about(changed.routes[0])
    assert running.state is State.RUNNING
    assert running.told(before.route, OK, 2.0).state is State.STALE


def test_a_test_that_was_given_up_leaves_what_was_known() -> None:
    known = known_after_testing(START)[BIG]
    assert known.waiting(State.QUEUED, 9.0).given_up() == known


def test_a_group_shows_the_worst_of_its_models() -> None:
    order = [
        State.FAILED,
        State.LIMITED,
        State.RUNNING,
        State.STALE,
        State.UNTESTED,
        State.OK,
    ]
    assert [worst(order[place:]) for place in range(len(order))] == order
    assert worst(()) is State.UNTESTED


def test_a_test_under_way_goes_on_under_another_name() -> None:
    known = {
        key: one.waiting(State.QUEUED, 1.0) for key, one in carried_over({}, START.routes).items()
    }
    sent = known[BIG].route
    renamed = START.apply([{"op": "rename", "path": [*GROUP, "models", "big"], "name": "huge"}])
    huge = carried_over(known, renamed.routes)[Key("chat", "east", "huge")]
    assert huge.state is State.QUEUED
    assert huge.waiting(State.RUNNING, 2.0).sent is sent
    assert huge.told(sent, OK, 3.0).state is State.OK
    assert huge.told(sent, OK, 3.0).sent is None


def test_another_reason_why_nothing_is_sent_makes_the_old_one_stale() -> None:
    without_key = Document(CONFIG)
    known = known_after_testing(without_key)
    assert set(states(known, without_key).values()) == {State.OK}
    other = Document(CONFIG.replace("${KEY}", "${OTHER}"))
    assert set(states(known, other).values()) == {State.STALE}
