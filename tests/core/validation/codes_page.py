"""Writes docs/problem-codes.md from the code: python -m tests.core.validation.codes_page."""

from pathlib import Path

from editor.core.validation.codes import MEANINGS

PAGE = Path(__file__).parents[3] / "docs" / "problem-codes.md"


def page() -> str:
    """Return the page that lists every code with its meaning."""
    rows = "\n".join(f"| `{code}` | {meaning} |" for code, meaning in MEANINGS.items())
    intro = "What `check` can find, by its stable code. Generated from `core/validation/codes.py`."
    return f"# Problem codes\n\n{intro}\n\n| code | meaning |\n| --- | --- |\n{rows}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
