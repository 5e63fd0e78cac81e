"""What people are told where the catalogue's own words are notes for who writes tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """Words in place of an entry's; None keeps its own."""

    summary: str | None = None
    cause: str | None = None
    fix: str | None = None


WORDS: Mapping[str, Words] = {
    "aoai_400_min_tokens": Words(
        "Connected: the model ran and used up the test's small budget before it could answer.",
        "Reasoning models think before they write, and this test allows only a few tokens.",
        "Nothing needs to change.",
    ),
    "aoai_400_content_filter": Words(
        cause="Azure's content filter objects to the prompt; a long system prompt may look like "
        "an attempt to get around it.",
        fix="The connection is fine. If real prompts are refused too, ask the Azure admin to give "
        "the deployment another content filter.",
    ),
    "aoai_404_langchain_wrapped": Words(
        "A gateway passes on LibreChat's own words for “not found”.",
        fix="The label MODEL_NOT_FOUND says nothing about the model. Set version to 2024-10-21 "
        "first; then compare the deployment's name and the address.",
    ),
    "aoai_404_yaml_date": Words(
        "The version is read as a date, and LibreChat refuses the file.",
        "It is written without quotes, and YAML takes such a text for a date.",
    ),
    "aoai_404_deployment_v1": Words(
        "The resource has no deployment of the name that the request's model says.",
        "A serverless group sends the model's name, which has to be that of a deployment.",
        "Name the model as its deployment is named, or deploy it under this name.",
    ),
    "assistants_retired": Words(
        cause="Microsoft ended it for all resources; nothing was sent.",
        fix="Turn assistants off here and use LibreChat's agents with the same deployment.",
    ),
    "cfg_invalid_url": Words(
        "The address is none that can be called.",
        "It does not begin with https://, or its host or port has something that no address takes.",
        "Write https:// in front, and compare host and port with those of the resource.",
    ),
    "headers_timeout": Words(
        cause="The model is cold or overloaded, or reasons for long. LibreChat itself waits 300 s.",
        fix="Test again, or allow more time for the test.",
    ),
    "image_400_invalid_payload": Words(
        "The image deployment is reachable; it refused the test's impossible size, so that no "
        "picture had to be paid for.",
        "The test asks for a size that does not exist.",
        "Nothing needs to change.",
    ),
    "image_400_invalid_value": Words(
        "The image deployment is reachable; it refused the test's impossible size, so that no "
        "picture had to be paid for.",
        "The test asks for a size that does not exist.",
        "Nothing needs to change.",
    ),
    "redirect": Words(
        cause="A gateway wants a browser to sign in, the address begins with http instead of "
        "https, or its path is incomplete. The key was not sent to the other address.",
        fix="Correct baseURL to the final https address.",
    ),
    "stream_cut": Words(
        fix="Key and deployment are fine. Test again without the gateway; ask its owner to "
        "switch off buffering for event streams and to raise the idle timeout.",
    ),
}
