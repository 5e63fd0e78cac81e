"""What is shown before saving has every change and no secret."""

from editor.core.document import Document
from editor.core.review import review

CONFIG = "endpoints:\n  azureOpenAI:\n    groups:\n      - group: a\n        apiKey: ${OURS}\n"
LITERAL = CONFIG.replace("${OURS}", "sk-0123456789abcd")


def test_only_what_changes_is_reviewed() -> None:
    changes = review(Document(CONFIG, "A=1\n"), CONFIG, "A=2\n")
    assert changes.config is None
    assert changes.env == ("A=2\n", "A=1\n", False)


def test_secrets_are_masked_on_both_sides() -> None:
    changes = review(Document(CONFIG, "OURS=sk-0123456789abcd\n"), LITERAL, "")
    assert changes.config is not None
    assert changes.env is not None
    assert "apiKey: ***abcd" in changes.config.old
    assert changes.env.new == "OURS=***abcd\n"


def test_a_variable_that_only_the_saved_config_names_is_a_secret_too() -> None:
    changes = review(Document("version: 1\n", ""), CONFIG, "OURS=sk-0123456789abcd\n")
    assert changes.env is not None
    assert changes.env.old == "OURS=***abcd\n"


def test_a_change_within_a_secret_is_told_without_showing_it() -> None:
    changes = review(Document(CONFIG, "OURS=short\n"), CONFIG, "OURS=other\n")
    assert changes.env == ("OURS=***\n", "OURS=***\n", True)


def test_keys_in_addresses_and_over_several_lines_are_masked() -> None:
    old = "baseURL: https://gw.example/?subscription-key=abcdefghijklmn\n"
    old += "apiKey: >-\n  sk-0123456789\n  abcd-efgh\nx: 1\n"
    env = "URL=https://gw.example/?subscription-key=abcdefghijklmn\n"
    changes = review(Document(old + "y: 2\n", env), old, "")
    assert changes.config is not None
    assert changes.env is not None
    shown = changes.config.new + changes.env.new
    assert "abcdefghij" not in shown
    assert "0123456789" not in shown
    assert "x: 1\ny: 2\n" in shown
