"""Where LibreChat looked for the assistants of a group."""

import pytest

from editor.core.document import Document
from editor.core.outline import groups_in
from editor.core.routing.assistants import assistants_url
from editor.core.schema.field import Target
from tests.core.routing.configs import ENV, NORMAL, with_group


def _url(text: str) -> str | None:
    document = Document(text, ENV)
    (group,) = groups_in(document.value)
    return assistants_url(group, Target.V0_8, document.environment)


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ((), "https://acme.openai.azure.com/openai/assistants"),
        (("baseURL: 'https://${INSTANCE_NAME}.example/openai'",),
         "https://acme.example/openai/assistants"),
        (("baseURL: 'https://acme.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}'",),
         "https://acme.openai.azure.com/openai/deployments/gpt4o-prod/assistants"),
    ],
)  # fmt: skip
def test_assistants_are_listed_below_the_base_url(lines: tuple[str, ...], url: str) -> None:
    found = _url(with_group("assistants: true", *lines))
    assert found == f"{url}?api-version=2024-10-21"


@pytest.mark.parametrize(
    "text",
    [
        NORMAL,
        with_group("assistants: true").replace("acme", "my inst"),
        with_group("assistants: true").replace("${EAST_KEY}", "${NOPE}"),
    ],
)
def test_a_group_without_the_flag_or_an_address_has_none(text: str) -> None:
    assert _url(text) is None
