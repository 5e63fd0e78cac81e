"""Secrets of a config's text are found however they are written, finished or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.concealing import concealed
from editor.core.config_secrets import secrets_in
from editor.core.yaml.cursor import YamlError
from editor.core.yaml.parser import parse


def shown(text: str) -> str:
    return concealed(text, secrets_in(text).spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("apiKey: sk-123 # note", "apiKey: •••••• # note"),
        ("- apiKey: sk-123456789012", "- apiKey: •••••••••••9012"),
        ('"api-key" : "a\\"b c"', '"api-key" : "••••••"'),
        ("password: 'it''s'", "password: '•••••'"),
        ('apiKey: "sk-12', 'apiKey: "•••••'),
        ("apiKey:sk-12", "apiKey:•••••"),
        ("apiKey: &main sk-12", "apiKey: &main •••••"),
        ("{apiKey: ab, x-token: d,ef}", "{apiKey: ••, x-token: ••••}"),
        ("Authorization: Bearer abc", "Authorization: Bearer •••"),
        ("# apiKey: sk-12", "# apiKey: •••••"),
        ("client_secret:\n  abc\nx: 1", "client_secret:\n  •••\nx: 1"),
        ("token: |-\n  abc\n  de\nx: 1", "token: |-\n  •••\n  ••\nx: 1"),
        ("token: |\r\n  abc\r\n  de\r\nx: 1", "token: |\r\n  •••\r\n  ••\r\nx: 1"),
        ("token: ab\n  cd\nx: 1", "token: ••\n  ••\nx: 1"),
        ('- token: "ab\n    cd"\n  x: 1', '- token: "••\n    ••"\n  x: 1'),
        ("url: https://me:pw@host/?api-key=12&x=1", "url: https://me:••@host/?api-key=••&x=1"),
    ],
)
def test_a_literal_secret_is_found(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "apiKey: ${EASTUS_KEY}",
        "apiKey: ${EASTUS_K",
        "apiKey: user_provided",
        "apiKey: user_prov",
        "apiKey: *main",
        "apiKey:",
        "apiKey: # later\nx: 1",
        'Authorization: "Bearer {{LIBRECHAT_OPENID_TOKEN}}"',
        "Authorization: Bearer ${TOKEN}",
        "token:\n  name: x",
        "secret:\n- x: y",
        "maxTokens: 500",
        "url: https://host/?api-key=${KEY}",
        'apiKey: "${A}"\ninstanceName: contoso',
        '- apiKey: "\n  instanceName: contoso',
    ],
)
def test_what_gives_nothing_away_stays_readable(text: str) -> None:
    assert shown(text) == text


_LINES = st.sampled_from(
    [
        "apiKey: sk-1",
        "  token: abc",
        "  - apiKey: |",
        "      abc",
        '    password: "a',
        '  b"',
        "x: 1",
        "",
        "    # c",
        "url: https://a:b@c",
    ]
)
_TEXTS = st.lists(_LINES, max_size=8).map("\n".join)


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 20), _TEXTS), max_size=4))
def test_following_edits_finds_what_reading_anew_finds(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    followed = secrets_in(text)
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
        followed = followed.after(text)
        assert followed == secrets_in(text)


_SECRETS = st.text("abc-_ :#'\"\\,{}[]|>&*!%é\n", min_size=1, max_size=20)


@given(_SECRETS, st.sampled_from(["'", '"', ""]), st.sampled_from(["", "  ", "- "]))
def test_nothing_of_a_readable_secret_stays_visible(secret: str, quote: str, lead: str) -> None:
    indent = "\n" + " " * (len(lead) + 1)
    text = f"{lead}apiKey: {quote}{secret.replace(chr(10), indent)}{quote}\n"
    try:
        tree = parse(text)
    except YamlError:
        return
    place = tree.locate((0, "apiKey") if lead == "- " else ("apiKey",))
    if place is None or not isinstance(place.node.data, str):
        return
    covered = {at for start, end in secrets_in(text).spans for at in range(start, end)}
    if covered:
        content = range(place.content_start, place.end)
        seen = "".join(text[at] for at in content if at not in covered).strip()
        assert seen in ("", "''", '""', "|", ">", "|-", ">-")
    else:
        assert len(place.node.data.strip("{$ \n")) <= len("ba"), "the beginning of a word"
