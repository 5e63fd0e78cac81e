"""Laws of the parser: it agrees with js-yaml, its spans are exact, and it never crashes."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.core.yaml.nodes import Mapping, Scalar, Sequence, Style
from editor.core.yaml.parser import YamlError, parse
from editor.core.yaml.tree import Place
from tests.cases import case_files, case_names, case_text, golden
from tests.oracle.comparison import difference, is_same, read, refusal_agreement
from tests.oracle.jsyaml import Accepted, JsYaml, Odd, Refused, is_available
from tests.strategies import configs, nasty_yaml_texts

GOLDEN = golden()
needs_js_yaml = pytest.mark.skipif(not is_available(), reason="needs node and js-yaml 4.3.2")
ONE_LINE = (Style.PLAIN, Style.SINGLE, Style.DOUBLE)


@pytest.fixture(scope="module")
def js_yaml() -> Iterator[JsYaml]:
    with JsYaml() as oracle:
        yield oracle


@pytest.mark.parametrize("name", GOLDEN)
def test_a_case_reads_as_js_yaml_reads_it(name: str) -> None:
    expected = GOLDEN[name]
    ours = read(case_text(name))
    match expected:
        case Accepted(value):
            assert not isinstance(ours, YamlError)
            assert is_same(ours, value)
        case Refused():
            assert isinstance(ours, YamlError)
            assert refusal_agreement(case_text(name), expected) == (True, True)
        case Odd():
            assert expected.kind in {"cyclic", "huge"}  # read() has come back, that is all


def test_every_case_has_a_golden_reading() -> None:
    unreadable = {"bad/binary.yaml", "bad/invalid-utf-8.yaml", "bad/utf-16.yaml"}
    assert set(case_files()) - unreadable == set(GOLDEN)
    assert len(case_names()) >= 60
    assert all(isinstance(GOLDEN[name], Accepted) for name in case_names())


@needs_js_yaml
def test_the_golden_readings_are_those_of_js_yaml(js_yaml: JsYaml) -> None:
    stale = [name for name, verdict in GOLDEN.items() if not _equal(js_yaml, name, verdict)]
    assert stale == []


def _equal(js_yaml: JsYaml, name: str, verdict: Accepted | Refused | Odd) -> bool:
    live = js_yaml.load(case_text(name))
    if isinstance(live, Accepted) and isinstance(verdict, Accepted):
        return is_same(live.value, verdict.value)
    return live == verdict


@needs_js_yaml
def test_nasty_texts_read_as_js_yaml_reads_them(js_yaml: JsYaml) -> None:
    texts = nasty_yaml_texts(2000, seed=11)
    wrong = {text: found for text in texts if (found := difference(text, js_yaml.load(text)))}
    assert wrong == {}


@needs_js_yaml
def test_generated_configs_read_as_js_yaml_reads_them(js_yaml: JsYaml) -> None:
    texts = list(configs(200, seed=12))
    assert all(isinstance(js_yaml.load(text), Accepted) for text in texts)
    assert [text for text in texts if difference(text, js_yaml.load(text))] == []


@given(
    st.text(st.characters(exclude_categories=[]) | st.sampled_from(list(":-#'\"[]{}&*! \t\r\n")))
)
def test_no_text_raises_anything_but_a_yaml_error(text: str) -> None:
    read(text)


def test_no_part_of_a_config_raises_anything_but_a_yaml_error() -> None:
    for text in configs(6, seed=13):
        for end in range(0, len(text), 3):
            read(text[:end])
            read(text[end:])


def places(place: Place | None) -> Iterator[Place]:
    """Yield a node and all below it, in the order of the text."""
    if place is None:
        return
    yield place
    if isinstance(place.node, Mapping | Sequence):
        for index in range(len(place.node.entries)):
            yield from places(place.child(index))


def _sound_texts() -> list[str]:
    texts = [case_text(name) for name in case_names()]
    return [*texts, *configs(150, seed=14)]


def test_a_span_of_a_one_line_scalar_holds_exactly_its_value() -> None:
    for text in _sound_texts():
        for place in places(parse(text).root):
            node = place.node
            if isinstance(node, Scalar) and node.style in ONE_LINE and node.properties is None:
                written = text[place.start : place.end]
                if "\n" not in written and "\r" not in written:
                    assert is_same(parse(written).value, node.data), written


def test_children_stand_in_order_inside_their_parent() -> None:
    for text in _sound_texts():
        for place in places(parse(text).root):
            if isinstance(place.node, Mapping | Sequence):
                _check_children(place)


def _check_children(place: Place) -> None:
    assert isinstance(place.node, Mapping | Sequence)
    position = place.content_start
    for index in range(len(place.node.entries)):
        child = place.child(index)
        assert position <= child.entry_start <= child.start <= child.end <= place.end
        position = child.end


def test_paths_lead_to_their_places() -> None:
    for text in _sound_texts():
        tree = parse(text)
        for place in places(tree.root):
            if not any(part == "<<" for part in place.path):
                assert tree.locate(place.path) == place


def _libyaml_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans that libyaml marks exactly: one-line scalars and flow collections."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent) and event.style not in {"|", ">"} and event.value:
            yield event.start_mark.index, event.end_mark.index


def test_scalars_stand_where_libyaml_sees_them() -> None:
    for text in configs(150, seed=15):
        text = text.lstrip("\ufeff")
        seen = set(_libyaml_spans(text))
        found = {
            (place.start, place.end)
            for place in places(parse(text).root)
            if isinstance(place.node, Scalar) and place.node.style in ONE_LINE and place.node.text
        }
        assert found <= seen
