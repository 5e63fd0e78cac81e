"""What a person reads about the sections that are not Azure's, and what mends them."""

import math
from pathlib import Path

import pytest

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.sections import section_issues
from editor.core.yaml.values import Timestamp, Value
from tests.core.validation.configs import config, findings

_DATE = Timestamp(1_729_468_800_000)
_WHOLE_FILES = Path(__file__).with_name("whole_files")


def issues(section: str, value: Value, target: Target = Target.V0_8) -> tuple[Finding, ...]:
    return section_issues(value, tuple(section.split(".")), target, Memory())


@pytest.mark.parametrize("target", Target)
def test_a_file_with_every_section_has_no_error(target: Target) -> None:
    text = (_WHOLE_FILES / f"{target}.yaml").read_text(encoding="utf-8")
    document = Document(text, target=target)
    assert [one for one in document.problems if one.origin is Origin.SCHEMA] == []
    assert document.valid


@pytest.mark.parametrize(
    ("section", "value", "message"),
    [
        ("cache", "yes", "`cache` is text. Write true or false, without quotes."),
        ("interface", None, "`interface` is empty. Give it a value or remove the key."),
        ("interface", {"customWelcome": _DATE}, "`customWelcome` is read as a date. "
         'Put it in quotes: "2024-10-21".'),
        ("interface", {"prompts": {"use": 1}}, "`use` is a number. It must be true or false."),
        ("interface", {"prompts": "no"}, "`prompts` must be true or false or a mapping."),
        ("fileStrategy", "S3 ", "`fileStrategy` must be local, firebase, s3, azure_blob or "
         "cloudfront."),
        ("speech", {"stt": {"openai": {"apiKey": "k"}}}, "`model` is missing. Add it."),
        ("speech", {"speechTab": {"textToSpeech": {"playbackRate": 5}}},
         "`playbackRate` must be 4 or less."),
        ("webSearch", {"scraperTimeout": 0.5}, "`scraperTimeout` must be a whole number."),
        ("webSearch", {"safeSearch": True}, "`safeSearch` must be 0, 1 or 2."),
        ("summarization", {"trigger": {"type": "ratio"}}, "`type` must be token_ratio, "
         "remaining_tokens or messages_to_refine."),
        ("ocr", {"allowedAddresses": ["8.8.8.8:80"]}, "Item 1 of `allowedAddresses` must be a "
         "host with a port, such as localhost:11434; an address must be a private one."),
        ("mcpServers", {"a": {"command": "npx"}}, "`args` is missing. Add it."),
        ("mcpServers", {"a": {"url": "https://x", "title": "_"}}, "`title` must begin with a "
         "letter or a digit; then spaces, hyphens and apostrophes are possible too."),
        ("mcpServers", {"a": {"type": "http ", "url": "https://x"}}, "`type` must be stdio, "
         "websocket, sse, streamable-http or http."),
        ("endpoints.assistants", {"models": {"default": []}}, "`default` needs at least 1 item."),
        ("modelSpecs", {"list": [{"name": "a", "label": "b", "preset": {"model": "m"}}]},
         "`preset` needs one of `endpoint` and `agent_id`."),
        ("endpoints.custom", [{"name": "openAI"}], "`name` cannot be the name of a built-in "
         "endpoint: azureOpenAI, openAI, google, anthropic, assistants, azureAssistants, agents, "
         "custom or bedrock."),
        ("endpoints.custom", [{"addParams": {"a": math.nan}}], "`a` must be text, a number, true "
         "or false, empty, a list or a mapping."),
        ("endpoints.custom", [{"customParams": {"default": 1}}], "LibreChat refuses `default` "
         "here. Remove it."),
        ("endpoints.azureAssistants", {"supportedIds": "asst_1"}, "`supportedIds` is text. It must "
         "be a list: begin each item with a dash."),
        ("endpoints.azureAssistants", {"capabilities": ["code"]}, "Item 1 of `capabilities` must "
         "be code_interpreter, image_vision, retrieval, actions or tools."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_explained(section: str, value: Value, message: str) -> None:
    (found,) = issues(section, value)
    assert found.message == message
    assert (found.origin, found.severity) == (Origin.SCHEMA, Severity.ERROR)


def test_a_value_inside_a_choice_is_pointed_at_although_librechat_hides_it() -> None:
    (found,) = issues("interface", {"prompts": {"use": "yes"}})
    assert found.path == ("interface", "prompts")
    assert found.node_path == ("interface", "prompts", "use")
    assert found.server_message == "Invalid input"
    (fix,) = found.fixes
    assert fix.operations == (
        {"op": "set", "path": ["interface", "prompts", "use"], "value": True},
    )


def test_a_misspelt_word_and_a_misspelt_key_are_guessed() -> None:
    (found,) = issues("fileStrategy", "azure-blob")
    assert found.fixes[0].title == "Change to “azure_blob”"
    (found,) = issues("filters", {"message": {}})
    assert found.message.endswith("Did you mean `messages` instead of `message`?")
    assert [fix.id for fix in found.fixes] == ["rename-key", "remove-key"]


def test_sections_and_azure_are_reported_in_the_order_of_librechat() -> None:
    value = {**config(), "openapi": 1, "cache": 1}
    found = findings(value)
    assert [(one.path, one.reported) for one in found] == [
        (("cache",), True), (("openapi",), False),
    ]  # fmt: skip


def test_a_section_that_was_not_edited_is_not_judged_again() -> None:
    section: Value = {"modelSelect": "x"}
    memory = Memory()
    first = section_issues(section, ("interface",), Target.V0_8, memory)
    assert section_issues(section, ("interface",), Target.V0_8, Memory(memory)) is first


def test_the_targets_differ() -> None:
    value: Value = {"a": {"command": "npx", "args": [], "title": "_"}}
    assert issues("mcpServers", value, Target.V0_7) == ()
    assert len(issues("mcpServers", value)) == 1
