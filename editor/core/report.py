"""What a person may send to whoever helps them: facts about the program and the verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from editor.core.outline import groups_in, models_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.core.document import Document


def diagnostic_report(document: Document, file_name: str, facts: Iterable[str]) -> str:
    """Return a report as plain text; `facts` are lines about the program and the system.

    It holds counts and codes of problems, and no value, name or message that comes from the config
    or the `.env` text: none of them can be a secret then.
    """
    lines = [*facts, "", *_texts(document, file_name), *_verdict(document)]
    return "\n".join(lines) + "\n"


def _texts(document: Document, file_name: str) -> Iterator[str]:
    groups = groups_in(document.value)
    models = sum(len(models_in(group)) for group in groups)
    lines = document.text.count("\n") + 1
    ends = "CRLF" if "\r\n" in document.text else "LF"
    yield f"Config: {file_name or 'none'}, {lines} lines, {ends}"
    if document.is_readable:
        yield f"Groups: {len(groups)}, models: {models}"
    yield (
        f".env: {len(document.environment.lines)} variables" if document.env_text else ".env: none"
    )


def _verdict(document: Document) -> Iterator[str]:
    verdict = "accepts" if document.valid else "would refuse"
    yield f"LibreChat {document.target} {verdict} this file"
    counts = Counter((str(one.severity.value), str(one.code)) for one in document.problems)
    for (severity, code), count in sorted(counts.items()):
        yield f"  {severity} {code}: {count}"
