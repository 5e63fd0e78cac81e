"""The JSON Schema says of a config what LibreChat's schema says, where JSON can carry it."""

import json

import jsonschema
import pytest

from editor.core.schema.field import Target
from editor.core.schema.json_schema import json_schema
from editor.core.validation.problem import Origin
from tests.core.validation import recorded
from tests.core.validation.configs import config, findings

_UNSPEAKABLE = ('{"$date":', '{"$number":', '{"$bytes":')


@pytest.mark.parametrize("target", Target)
def test_it_is_a_schema_that_can_be_written_as_json(target: Target) -> None:
    schema = json.loads(json.dumps(json_schema(target)))
    jsonschema.Draft7Validator.check_schema(schema)
    good = json.loads(json.dumps(config()))
    assert jsonschema.Draft7Validator(schema).is_valid(good)


@pytest.mark.parametrize("target", Target)
def test_it_refuses_what_the_schema_of_librechat_refuses(target: Target) -> None:
    validator = jsonschema.Draft7Validator(json_schema(target))
    compared = 0
    for case_target, case in recorded.verdicts():
        text = json.dumps(case["config"], separators=(",", ":"))
        if case_target is not target or any(mark in text for mark in _UNSPEAKABLE):
            continue
        compared += 1
        issues = [found for found in findings(case["config"], target)
                  if found.origin is Origin.SCHEMA]  # fmt: skip
        assert validator.is_valid(case["config"]) == (not issues), text
    assert compared > 50


def test_it_explains_every_azure_key() -> None:
    schema = json.dumps(json_schema(Target.V0_8))
    assert "The resource's key." in schema
    assert "titleTiming" in schema
    assert "titleTiming" not in json.dumps(json_schema(Target.V0_7))
