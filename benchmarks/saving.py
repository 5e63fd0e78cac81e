"""What saving costs: one edit and the write, beside ruamel.yaml's load and dump of the file."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from benchmarks.configs import big_config, environment
from benchmarks.timing import Times, measured
from editor.core.document import Document
from editor.system import files

_PATH = ("endpoints", "azureOpenAI", "groups", 7, "instanceName")


class SavingCost(NamedTuple):
    """Both costs for the same file; ours includes writing through to the disk and comparing."""

    lines: int
    ours: Times
    ruamel: Times


def saving_cost(groups: int, rounds: int) -> SavingCost:
    """Measure in a scratch folder."""
    text = big_config(groups)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.yaml", Path(folder) / "theirs.yaml"
        for path in (ours, theirs):
            path.write_text(text, encoding="utf-8", newline="")
        document = Document(text, environ=environment(groups))
        assert document.valid
        our_times = measured(lambda: _save(document, ours), rounds * 5)
        return SavingCost(text.count("\n"), our_times, measured(lambda: _dump(theirs), rounds))


def _save(document: Document, path: Path) -> None:
    stamp = files.stamp_on_disk(path)
    edited = document.apply([{"op": "set", "path": _PATH, "value": "changed"}])
    files.save(path, edited.text, stamp)


def _dump(path: Path) -> None:
    yaml = YAML()
    data = yaml.load(path)
    data["endpoints"]["azureOpenAI"]["groups"][7]["instanceName"] = "changed"
    yaml.dump(data, path)
