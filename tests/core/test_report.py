"""A diagnostic report counts and names codes; it tells nothing that stands in the files."""

from editor.core.document import Document
from editor.core.report import diagnostic_report

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: private-name
        apiKey: "sk-literal-0123456789"
        instanceName: private-resource
        version: 2024-10-21
        models:
          private-model: true
"""


def test_it_has_the_facts_the_counts_and_the_verdict() -> None:
    report = diagnostic_report(Document(CONFIG, "PRIVATE=1\n"), "librechat.yaml", ["Editor 9"])
    assert report.startswith("Editor 9\n\nConfig: librechat.yaml, 11 lines, LF\n")
    assert "Groups: 1, models: 1" in report
    assert ".env: 1 variables" in report
    assert "LibreChat 0.8 would refuse this file" in report
    assert "  warning literal-key: 1" in report


def test_it_tells_nothing_of_the_texts() -> None:
    report = diagnostic_report(Document(CONFIG, "PRIVATE=0123456789\n"), "librechat.yaml", [])
    assert "private" not in report.lower()
    assert "0123456789" not in report


def test_a_text_that_cannot_be_read_is_reported_too() -> None:
    report = diagnostic_report(Document("a: [", ""), "", [])
    assert "Config: none, 1 lines" in report
    assert "would refuse" in report
    assert ".env: none" in report
