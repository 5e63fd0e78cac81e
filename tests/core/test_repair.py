"""Safe fixes are applied until none remains, and touch nothing else."""

from editor.core.document import Document
from editor.core.repair import has_safe_fix, safe_fixes

BROKEN = """\
version: 1.3  # of the config
endpoints:
  azureOpenAI:
    groups:
      - group: eastus
        apiKey: ${KEY}
        instanceName: https://contoso.openai.azure.com/
        version: 2024-10-21
        addParams: {max_tokens: 5}
        dropParams: frequency_penalty
        models:
          gpt-4o: {deploymentName: four}
          assistants: true
"""
FIXED = """\
version: "1.3"  # of the config
endpoints:
  azureOpenAI:
    groups:
      - group: eastus
        apiKey: ${KEY}
        instanceName: contoso
        version: "2024-10-21"
        assistants: true
        addParams: {maxTokens: 5}
        dropParams: 
          - frequencyPenalty
        models:
          gpt-4o: {deploymentName: four}
"""
ENVIRON = {"KEY": "secret"}


def test_all_safe_fixes_are_applied_and_those_that_they_uncover() -> None:
    document = safe_fixes(Document(BROKEN, environ=ENVIRON))
    assert [line.rstrip() for line in document.text.splitlines()] == [
        line.rstrip() for line in FIXED.splitlines()
    ]
    assert document.valid
    assert not has_safe_fix(document)


def test_only_problems_of_the_codes_are_fixed() -> None:
    document = safe_fixes(Document(BROKEN, environ=ENVIRON), {"unquoted-date"})
    assert document.text == BROKEN.replace("2024-10-21", '"2024-10-21"')
    assert has_safe_fix(document)
    assert not has_safe_fix(document, {"unquoted-date"})


def test_a_text_that_cannot_be_read_stays_as_it_is() -> None:
    document = Document("a: [")
    assert safe_fixes(document) is document


def test_a_fix_inside_shared_content_is_left_out() -> None:
    text = (
        "version: '1'\ncache: &x\n  a: 1\nendpoints:\n  azureOpenAI:\n    <<: *x\n    groups: []\n"
    )
    assert safe_fixes(Document(text)).text == text
