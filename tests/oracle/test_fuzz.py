"""The long comparisons: many generated texts and edits against js-yaml itself."""

from collections.abc import Iterator

import pytest

from tests.fuzz_edits import edits
from tests.generators.operations import KINDS
from tests.laws.edits import outcome
from tests.oracle.comparison import difference
from tests.oracle.jsyaml import JsYaml
from tests.strategies import nasty_yaml_texts


@pytest.fixture(scope="module")
def js_yaml() -> Iterator[JsYaml]:
    with JsYaml() as oracle:
        yield oracle


def test_20000_nasty_texts_read_as_js_yaml_reads_them(js_yaml: JsYaml) -> None:
    texts = nasty_yaml_texts(20_000, seed=31)
    wrong = {text: found for text in texts if (found := difference(text, js_yaml.load(text)))}
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_2000_edits_of_generated_configs_keep_the_laws(kind: str, js_yaml: JsYaml) -> None:
    broken = {
        number: (operation, found.broken)
        for number, document, operation in edits(kind, 2000, seed=32)
        if (found := outcome(document, operation, js_yaml.load)).broken
    }
    assert broken == {}
