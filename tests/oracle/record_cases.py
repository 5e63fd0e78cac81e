"""Writes what js-yaml makes of each case file: python -m tests.oracle.record_cases."""

import json

from tests.cases import GOLDEN_FILE, case_files
from tests.oracle.jsyaml import JsYaml


def main() -> None:
    """Record every case file that is UTF-8 text."""
    with JsYaml() as oracle:
        answers = {
            name: oracle.answer(text)
            for name, path in case_files().items()
            if (text := _text(path.read_bytes())) is not None
        }
    lines = (f"{json.dumps(name)}: {json.dumps(answer)}" for name, answer in answers.items())
    GOLDEN_FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="ascii")


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


if __name__ == "__main__":
    main()
