"""The JSON Schema says of a config what LibreChat's schema says, where JSON can carry it."""

import json
from typing import Any

import jsonschema
import pytest

from editor.core.schema.field import Target
from editor.core.schema.json_schema import json_schema
from editor.core.schema.root import ENDPOINTS_KEYS, ROOT_KEYS
from editor.core.schema.shipped import shipped_text
from editor.core.validation.problem import Origin
from editor.core.yaml.parser import parse
from tests.cases import case_names, case_text
from tests.core.validation import recorded
from tests.core.validation.configs import config, findings

WHOLE_FILES = recorded.SECTIONS_FILE.with_name("whole_files")
EXAMPLES = [
    name for name in case_names() if name.startswith("examples/") and "/sample/" not in name
]
_UNSPEAKABLE = ('{"$date":', '{"$number":', '{"$bytes":')


def _plain(text: str) -> Any:
    """Return a text's value as JSON has it."""
    return json.loads(json.dumps(parse(text).value))


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


@pytest.mark.parametrize("target", Target)
def test_it_never_refuses_a_section_that_librechat_takes(target: Target) -> None:
    validator = jsonschema.Draft7Validator(json_schema(target))
    verdicts: list[tuple[bool, bool]] = []
    for case_target, case in recorded.sections():
        text = json.dumps(case["config"], separators=(",", ":"))
        if case_target is target and not any(mark in text for mark in _UNSPEAKABLE):
            verdicts.append((not case["issues"], validator.is_valid(case["config"])))
    assert (True, False) not in verdicts
    assert verdicts.count((False, False)) > 50
    # What only code can tell is left: see docs/refinements.md.
    assert verdicts.count((False, True)) < len(verdicts) / 10


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_takes_every_example(name: str) -> None:
    validator = jsonschema.Draft7Validator(json_schema(Target.V0_8))
    assert list(validator.iter_errors(_plain(case_text(name)))) == []


@pytest.mark.parametrize("target", Target)
def test_it_takes_the_file_with_every_section(target: Target) -> None:
    text = (WHOLE_FILES / f"{target}.yaml").read_text(encoding="utf-8")
    validator = jsonschema.Draft7Validator(json_schema(target))
    assert list(validator.iter_errors(_plain(text))) == []


@pytest.mark.parametrize("target", Target)
def test_it_has_no_keyword_that_strict_validators_refuse(target: Target) -> None:
    text = json.dumps(json_schema(target))
    assert "x-rule" in shipped_text(target)
    assert not any(word in text for word in ('"x-', '"discriminator"', "p{L}"))


@pytest.mark.parametrize("target", Target)
def test_it_knows_the_sections_and_endpoints_of_the_table(target: Target) -> None:
    sections = json_schema(target).get("properties", {})
    assert tuple(sections) == ROOT_KEYS[target]
    endpoints = sections["endpoints"]
    assert isinstance(endpoints, dict)
    assert tuple(endpoints.get("properties", {})) == ENDPOINTS_KEYS[target]
