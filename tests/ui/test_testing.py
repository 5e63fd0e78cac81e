"""Tests run beside the window: states come and go, results age, cancelling is at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.standing import State
from editor.system import settings
from editor.system.errors import FileError
from editor.system.settings import Settings
from editor.system.simulator import Simulator
from editor.system.simulator.scenarios import cast_of
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests
from tests.ui.simulated import GROUP, RULES, document, env, model

PATIENCE = 20_000


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with Simulator(cast=cast_of(RULES), pace=0) as simulator:
        yield simulator


class Bench:
    """A session with its tests."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.tasks = Tasks()
        self.session = session
        self.folder = folder
        self.tests = Tests(session, self.tasks, folder)

    def states(self) -> dict[str, State]:
        return {
            standing.route.model: standing.state
            for standing in self.tests.standings
            if standing.route.kind == "chat"
        }


Benches = Callable[..., Bench]


@pytest.fixture
def bench(simulator: Simulator, tmp_path: Path, qtbot: QtBot) -> Iterator[Benches]:
    made: list[Bench] = []

    def start(*names: str) -> Bench:
        made.append(Bench(Session(document(simulator.port, *names)), tmp_path))
        return made[-1]

    yield start
    for one in made:
        one.tests.cancel()
        one.tasks.wait()


def finish(bench: Bench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not bench.tests.is_running, timeout=PATIENCE)


def test_each_model_ends_in_a_state_of_its_own(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "busy", "gone")
    here.tests.test_all()
    assert set(here.states().values()) == {State.QUEUED}
    finish(here, qtbot)
    assert here.states() == {
        "good": State.OK,
        "busy": State.LIMITED,
        "gone": State.FAILED,
    }
    assert here.tests.state_of(GROUP) is State.FAILED
    assert here.tests.progress[:2] == (4, 4)


def test_the_title_model_is_tested_too(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good")
    here.tests.test_all()
    finish(here, qtbot)
    found = [(one.route.kind.value, one.route.model, one.state) for one in here.tests.standings]
    assert found == [("chat", "good", State.OK), ("title", "good", State.OK)]


def test_one_model_is_tested_alone(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "gone")
    here.tests.test_model(model("gone"))
    finish(here, qtbot)
    assert here.states() == {"good": State.UNTESTED, "gone": State.FAILED}


def test_a_result_reaches_a_model_that_is_renamed_meanwhile(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "gone")
    here.tests.test_all()
    steps = [{"op": "rename", "path": list(model("good")), "name": "better"}]
    here.session.operate(steps, "Rename")
    assert here.states()["better"] is State.QUEUED
    finish(here, qtbot)
    assert here.states() == {"better": State.OK, "gone": State.FAILED}


def test_only_what_failed_or_is_stale_is_tested_again(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "busy", "gone")
    here.tests.test_group(GROUP)
    finish(here, qtbot)
    here.tests.test_what_failed()
    under_way = {name for name, state in here.states().items() if state.is_under_way}
    finish(here, qtbot)
    assert under_way == {"gone"}
    assert here.tests.progress[:2] == (1, 1)  # titles were never tested


def test_unsaved_values_are_what_is_tested(bench: Benches, qtbot: QtBot) -> None:
    here = bench("gone")
    path = [*model("gone"), "deploymentName"]
    here.session.operate([{"op": "set", "path": path, "value": "good"}], "Name another")
    assert not here.session.is_clean
    here.tests.test_model(model("gone"))
    finish(here, qtbot)
    assert here.states() == {"gone": State.OK}


def test_an_edit_of_the_request_makes_results_stale_and_undo_brings_them_back(
    bench: Benches, qtbot: QtBot
) -> None:
    here = bench("good", "gone")
    here.tests.test_group(GROUP)
    finish(here, qtbot)
    path = [*model("good"), "deploymentName"]
    with qtbot.waitSignal(here.tests.changed, timeout=PATIENCE) as told:
        here.session.operate([{"op": "set", "path": path, "value": "other"}], "Name another")
    assert told.args is not None
    assert model("good") in told.args[0]
    assert model("gone") not in told.args[0]
    assert here.states() == {"good": State.STALE, "gone": State.FAILED}
    with qtbot.waitSignal(here.tests.changed, timeout=PATIENCE):
        here.session.undo_stack.undo()
    assert here.states() == {"good": State.OK, "gone": State.FAILED}


def test_an_edit_that_no_request_has_makes_nothing_stale(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good")
    here.tests.test_group(GROUP)
    finish(here, qtbot)
    step = {"op": "set", "path": ["endpoints", "azureOpenAI", "streamRate"], "value": 25}
    here.session.operate([step], "Slow down")
    assert here.states() == {"good": State.OK}


def test_typing_goes_on_while_tests_run(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "mute")
    here.tests.test_group(GROUP)
    qtbot.waitUntil(lambda: here.states()["good"] is State.OK, timeout=PATIENCE)
    path = [*model("mute"), "deploymentName"]
    here.session.operate([{"op": "set", "path": path, "value": "good"}], "Name another")
    assert here.session.document.text.count("deploymentName: good") == 2
    assert here.states() == {"good": State.OK, "mute": State.RUNNING}


def test_cancelling_is_at_once_and_leaves_what_was_known(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good", "mute")
    here.tests.test_model(model("good"))
    finish(here, qtbot)
    here.tests.test_group(GROUP)
    qtbot.waitUntil(lambda: here.states()["mute"] is State.RUNNING, timeout=PATIENCE)
    here.tests.cancel()
    assert not here.tests.is_running
    assert here.states() == {"good": State.OK, "mute": State.UNTESTED}


def test_nothing_is_told_of_a_run_that_was_cancelled(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good")
    here.tests.test_all()
    here.tests.cancel()
    here.tests.test_model(model("good"))
    finish(here, qtbot)
    assert here.tests.progress[:2] == (1, 1)


def test_another_file_starts_with_nothing_known(
    bench: Benches, simulator: Simulator, qtbot: QtBot
) -> None:
    here = bench("good")
    here.tests.test_all()
    finish(here, qtbot)
    here.tests.forget()
    here.session.load(document(simulator.port, "good"))
    assert here.tests.standings == ()
    assert here.tests.state_of(model("good")) is State.UNTESTED


def test_what_has_no_key_is_skipped_and_not_counted_as_a_cost(
    bench: Benches, simulator: Simulator, qtbot: QtBot
) -> None:
    here = bench("good")
    assert here.tests.cost() == 2
    here.session.load(Document(here.session.document.text, env(simulator.port, key="")))
    assert here.tests.cost() == 0
    here.tests.test_model(model("good"))
    finish(here, qtbot)
    assert here.states() == {"good": State.SKIPPED}


def test_a_text_that_cannot_be_read_is_not_tested(bench: Benches) -> None:
    here = bench("good")
    here.session.load(Document("endpoints: [\n"))
    here.tests.test_all()
    assert not here.tests.is_running


def test_certificates_that_cannot_be_read_are_said_and_nothing_runs(
    bench: Benches, tmp_path: Path, qtbot: QtBot
) -> None:
    here = bench("good")
    settings.save(tmp_path, Settings(testing=settings.Testing(ca_file=tmp_path / "none.pem")))
    with qtbot.waitSignal(here.tests.failed, timeout=PATIENCE) as told:
        here.tests.test_all()
    assert told.args is not None
    assert isinstance(told.args[0], FileError)
    assert not here.tests.is_running
    assert here.states() == {"good": State.UNTESTED}


def test_a_person_agrees_once_to_what_testing_all_costs(bench: Benches, tmp_path: Path) -> None:
    here = bench("good")
    kept = Settings((Path("a.yaml"),), {"panes": "AA=="}, settings.Testing(concurrency=3))
    settings.save(tmp_path, kept)
    assert here.tests.asks_first
    here.tests.agree()
    assert not here.tests.asks_first
    after = settings.load(tmp_path)
    assert (after.recent_files, after.window, after.testing.concurrency) == (
        kept.recent_files,
        kept.window,
        3,
    )


def test_assistants_get_their_notice(bench: Benches, qtbot: QtBot) -> None:
    here = bench("good")
    path = ["endpoints", "azureOpenAI", "assistants"]
    here.session.operate([{"op": "set", "path": path, "value": True}], "Switch on")
    here.tests.test_all()
    finish(here, qtbot)
    assert here.tests.notice is not None
    assert here.tests.notice.diagnosis.id == "assistants_retired"
