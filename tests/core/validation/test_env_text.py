"""What dotenv does not read as it looks is told, at its place in the `.env` text, and no more."""

import pytest

from editor.core.document import Document
from editor.core.environment import Environment
from editor.core.schema.field import Target
from editor.core.validation.env_text import env_text_findings
from editor.core.validation.image_advice import image_findings
from editor.core.validation.problem import Origin, Severity
from tests.generators.dotenvs import dotenv_texts

SECRET = "sk-0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        (f"A='{SECRET}\nB=1\n", "unclosed-quote", f"'{SECRET}"),
        ("A='\n", "unclosed-quote", "'"),
        (f'A="{SECRET}" x\n', "text-after-quote", f'"{SECRET}" x'),
        ('A="a#b" c\n', "text-after-quote", '"a'),
        (f"\ufeffMY KEY={SECRET}\r\n", "skipped-line", "MY KEY"),
        ("B=1\né=1", "skipped-line", "é"),
        ("=1\n", "skipped-line", ""),
        ("export A B=1\n", "skipped-line", "export A B"),
        ("A:1\n", "skipped-line", "A"),
        (f"A={SECRET}\nB=1\nA=2\n", "repeated-variable", "A"),
        ("__proto__=1\n", "unusable-name", "__proto__"),
    ],
)
def test_what_is_read_otherwise_is_told(text: str, code: str, marked: str) -> None:
    (found,) = env_text_findings(Environment({}, text))
    assert (found.code, found.origin) == (code, Origin.ENVIRONMENT)
    assert found.severity is Severity.WARNING
    assert found.env_span is not None
    assert text[slice(*found.env_span)] == marked
    assert SECRET not in found.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A=1\n#B='\n",
        "A=1\nB='it\"s' # it's\nexport C=\"1\n2=3\n\"\n",
        "A=1\nA='1'\n",
        "https://example.com\nno assignment\nexport A\n",
        "A.B=1\nA-B=2\n1=3\nKEY: yaml\n",
        "KEY='-----BEGIN\nabc==\n-----END'\n",
        "A='it's'\n",
    ],
)
def test_what_is_read_as_it_looks_is_left_alone(text: str) -> None:
    assert env_text_findings(Environment({}, text)) == ()


def test_the_line_that_counts_is_named() -> None:
    first, second = env_text_findings(Environment({}, "A=1\r\nA=2\r\n\r\nA=3\r\n"))
    assert "line 4" in first.message
    assert "line 4" in second.message


def test_any_text_is_judged_at_places_within_it() -> None:
    for text in dotenv_texts(2_000, 3):
        for found in env_text_findings(Environment({}, text)):
            assert found.env_span is not None
            assert 0 <= found.env_span.start <= found.env_span.end <= len(text)


def test_the_problems_have_lines_in_the_env_file_also_beside_a_broken_config() -> None:
    for config in ("version: '1'\n", "a: ["):
        problems = [p for p in Document(config, "X=1\nA='x\n").problems if p.file == "env"]
        assert [(p.code, p.line, p.column, p.path) for p in problems] == [
            ("unclosed-quote", 2, 3, ())
        ]


BASE = "https://contoso.openai.azure.com/openai/deployments/d3"


@pytest.mark.parametrize(
    ("environ", "code", "variable"),
    [
        (
            {"DALLE3_BASEURL": BASE, "DALLE3_API_KEY": "k"},
            "incomplete-image-settings",
            "DALLE3_BASEURL",
        ),
        (
            {"DALLE3_AZURE_API_VERSION": "v"},
            "incomplete-image-settings",
            "DALLE3_AZURE_API_VERSION",
        ),
        ({"IMAGE_GEN_OAI_BASEURL": BASE}, "incomplete-image-settings", "IMAGE_GEN_OAI_BASEURL"),
        (
            {"DALLE3_BASEURL": BASE, "DALLE3_AZURE_API_VERSION": "v", "DALLE_API_KEY": "k"},
            "unsent-image-key",
            "DALLE_API_KEY",
        ),
        (
            {
                "DALLE3_BASEURL": "https://contoso.openai.azure.com",
                "DALLE3_AZURE_API_VERSION": "v",
                "DALLE3_API_KEY": "k",
            },
            "image-address",
            "DALLE3_BASEURL",
        ),
        ({"DALLE2_API_KEY": "k"}, "dead-variable", "DALLE2_API_KEY"),
        ({"IMAGE_GEN_OAI_API_KEY": "${K}"}, "unfilled-reference", "IMAGE_GEN_OAI_API_KEY"),
    ],
)
def test_image_settings_that_do_not_work_are_told(
    environ: dict[str, str], code: str, variable: str
) -> None:
    (found,) = image_findings(Environment(environ), Target.V0_8)
    assert (found.code, found.variable) == (code, variable)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DALLE_API_KEY": "k", "DALLE_REVERSE_PROXY": "https://p.example/v1"},
        {"DALLE3_BASEURL": BASE + "/", "DALLE3_AZURE_API_VERSION": "v", "DALLE3_API_KEY": "k"},
        {
            "DALLE3_BASEURL": "https://gateway.example/images",
            "DALLE3_AZURE_API_VERSION": "v",
            "DALLE3_API_KEY": "k",
        },
        {"IMAGE_GEN_OAI_BASEURL": "https://p.example/v1", "IMAGE_GEN_OAI_API_KEY": "k"},
        {
            "IMAGE_GEN_OAI_BASEURL": "https://c.openai.azure.com/openai/v1",
            "IMAGE_GEN_OAI_API_KEY": "k",
            "IMAGE_GEN_OAI_AZURE_API_VERSION": "preview",
        },
    ],
)
def test_image_settings_that_work_are_left_alone(environ: dict[str, str]) -> None:
    assert image_findings(Environment(environ), Target.V0_8) == ()


def test_release_0_7_has_no_gpt_image_tool() -> None:
    (found,) = image_findings(Environment({"IMAGE_GEN_OAI_API_KEY": "k"}), Target.V0_7)
    assert found.code == "dead-variable"


def test_a_doubled_operation_can_be_taken_off_the_base_url() -> None:
    env_text = f"DALLE3_API_KEY=k\nDALLE3_BASEURL='{BASE}/images/generations'\n"
    document = Document("version: '1'\n", env_text + "DALLE3_AZURE_API_VERSION=v\n")
    (problem,) = (p for p in document.problems if p.code == "image-address")
    assert (problem.file, problem.line) == ("env", 2)
    fixed = document.edited(document.fix_edit(problem.fixes[0]))
    assert fixed.env_text == document.env_text.replace("/images/generations", "")
    assert not any(p.code == "image-address" for p in fixed.problems)
