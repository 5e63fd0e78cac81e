"""Keys that LibreChat takes without using them."""

import pytest

from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.problem import Origin, Severity, Spot
from editor.core.yaml.values import Value
from tests.core.validation.configs import GROUPS, config, findings, group, only


@pytest.mark.parametrize(
    ("settings", "meant"),
    [
        ({"base_url": "x"}, "baseURL"),
        ({"dropParam": []}, "dropParams"),
        ({"apiVersion": None}, None),
        ({"x": 1}, None),
    ],
)
def test_a_misspelt_group_key_gets_a_guess(settings: dict[str, Value], meant: str | None) -> None:
    found = only(config(group(**settings)))
    (key,) = settings
    assert (found.code, found.severity, found.origin) == (
        Code.UNKNOWN_KEY,
        Severity.WARNING,
        Origin.ADVICE,
    )
    assert (found.path, found.spot) == ((*GROUPS, 0, key), Spot.KEY)
    *renames, removal = found.fixes
    assert [fix.operations[0]["name"] for fix in renames] == ([meant] if meant else [])
    assert removal.operations[0]["op"] == "unset"


def test_a_key_that_is_there_already_is_not_guessed() -> None:
    assert "Did you mean" not in only(config(group(apikey="x"))).message


@pytest.mark.parametrize(
    ("target", "value", "message"),
    [
        (
            Target.V0_8,
            config(plugins=True),
            "LibreChat knew `plugins` up to release 0.8.4; in 0.8.8 it has no effect.",
        ),
        (
            Target.V0_8,
            config(group(forcePrompt="any type")),
            "LibreChat knew `forcePrompt` up to release 0.8.2; in 0.8.8 it has no effect.",
        ),
        (
            Target.V0_7,
            config(titlePrompt=1),
            "LibreChat knows `titlePrompt` since release 0.7.9; in 0.7.7 it has no effect.",
        ),
    ],
)
def test_a_key_of_other_releases_is_told_apart(target: Target, value: Value, message: str) -> None:
    found = only(value, target)
    assert found.code == Code.IGNORED_KEY
    assert found.message == message


@pytest.mark.parametrize(
    ("target", "value"),
    [(Target.V0_7, config(plugins=True)), (Target.V0_8, config(titleEndpoint="openAI"))],
)
def test_keys_that_the_target_reads_are_no_finding(target: Target, value: Value) -> None:
    assert findings(value, target) == ()
