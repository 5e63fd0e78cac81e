"""Writes what LibreChat's client sends for settings: python -m tests.oracle.record_client."""

import json

from tests.core.routing.recorded import FILE, as_object
from tests.generators.client_settings import client_settings
from tests.oracle.client import Client, comparable

_COUNT = 1_200
_SEED = 1


def main() -> None:
    """Record the answers."""
    lines: list[str] = []
    with Client() as client:
        for settings in client_settings(_COUNT, _SEED):
            answer = comparable(client.answer_to(settings), settings)
            case = {"settings": as_object(settings), "answer": answer}
            lines.append(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
