"""What is said of tests is short, and says what to look at."""

import pytest
from pytestqt.qtbot import QtBot

from editor.core.diagnosis.finding import Answerer, Diagnosis
from editor.core.result import Outcome, Result
from editor.core.routing.route import Kind, Route
from editor.core.standing import Standing, State
from editor.ui.testwords import age, facts_of, facts_of_group, seconds, title_of, verdict

ROUTE = Route(
    model="gpt-4", group="east", deployment="gpt-4-prod", instance="contoso", url="https://x/"
)


def told(outcome: Outcome, found: str, summary: str, latency: float = 412.0) -> Standing:
    diagnosis = Diagnosis(found, Answerer.SERVICE, summary)
    result = Result("chat", "gpt-4", "east", outcome, diagnosis, latency_ms=latency)
    return Standing(ROUTE, result, ROUTE, at=100.0)


OK = told(Outcome.OK, "ok", "The model answered.")


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (7200, "2 h ago"),
        (90_000, "over a day ago"),
    ],
)
def test_an_age_is_told_roughly(passed: float, words: str) -> None:
    assert age(passed) == words


@pytest.mark.parametrize(("value", "words"), [(0.412, "0.41 s"), (2.44, "2.4 s"), (0, "0.00 s")])
def test_seconds_have_as_many_digits_as_help(value: float, words: str) -> None:
    assert seconds(value) == words


def test_a_missing_deployment_is_named_with_its_resource() -> None:
    failed = told(Outcome.FAILED, "aoai_404_deployment", "A long text. And more.")
    assert verdict(failed) == "No deployment “gpt-4-prod” on contoso"


def test_any_other_finding_is_told_by_its_first_sentence() -> None:
    failed = told(Outcome.FAILED, "unknown_answer", "It refused: nobody knows why. And more.")
    assert verdict(failed) == "It refused"


def test_a_status_line_tells_verdict_time_and_age() -> None:
    assert facts_of(OK, now=220.0) == ("Connected", "0.41 s", "2 min ago")


def test_what_runs_tells_how_long_it_has_been_running() -> None:
    running = OK.waiting(State.RUNNING, 217.6)
    assert facts_of(running, now=220.0) == ("Waiting for the answer", "2.4 s", "")


def test_a_group_tells_how_its_models_fared() -> None:
    slow = told(Outcome.OK, "ok", "The model answered.", latency=1500.0)
    failed = told(Outcome.FAILED, "aoai_401_bad_key", "Refused.")
    assert facts_of_group((OK, slow), now=101.0) == ("All 2 models answered", "1.5 s", "just now")
    assert facts_of_group((OK, failed, slow), now=101.0)[0] == "1 of 3 failed"


def test_titles_and_images_are_told_apart_from_chats(qtbot: QtBot) -> None:
    names = [title_of(Standing(Route(model="m", group="g", kind=kind))) for kind in Kind]
    assert names == ["m", "m (titles)", "m (images)"]
