"""Random settings of LibreChat's client: usual ones, traps, and what only a slip would write."""

from collections.abc import Iterator, Sequence
from random import Random

from editor.core.routing.client import Azure, Settings
from editor.core.routing.parameters import Parameters
from editor.core.yaml.values import Value

_INSTANCES = (
    "acme", "acme", "contoso-eastus", "INST", "acme.openai.azure.com", "inst/", "my inst", "a:b",
    "gpt-4o-west", "https://acme.openai.azure.com", "a_b", "bücher", "x@y", "", "a?b", "[::1]",
    "a#",
)  # fmt: skip
_DEPLOYMENTS = (
    "dep", "gpt4o-prod", "gpt-4o", "gpt-5", "gpt-5-chat", "gpt-5.6", "gpt-5.6-luna", "GPT-5-mini",
    "o1", "o3-mini", "o4-mini", "my-o1", "codex-mini", "gpt-5.2-pro", "my dep", "a/b", "a?b", "a#b",
    "é", "openai", "deployments", "100%", "a%20b", "..", "a\\b", "a|b^c", "a{b}`", "",
)  # fmt: skip
_VERSIONS = (
    "2024-10-21", "2024-10-21", "2025-04-01-preview", "preview", "v 1", "a&b=c", "é", "a+b/%", "",
)  # fmt: skip
_BASES = (
    "https://acme.openai.azure.com/openai/deployments", "https://gw.example.com/apim",
    "https://h/openai/deployments/", "http://127.0.0.1:8080/x", "https://U:p%20w@h:443/a/../b",
    "https://[2001:db8::1]:8443/v1", "https://bücher.example/v1", "https://h", "https://h/",
    "https://x.services.ai.azure.com/models", "https://x/v1/chat/completions", "https://h/v1/",
    "https://x/models?api-version=1", "https://x/models?a=1&b=%20+2&a=3&4=x#f", "https://h/v1#top",
    "no-scheme.example.com/openai", "https:/one-slash", "https:\\\\back\\slash",
    "https://h:99999/v1",
    "https://${instance_name}/v1/${DEPLOYMENT_NAME}", " https://h/ v1 ", "https://h/%7e/./%2E%2e/x",
    "https://h/a'b\"c<d>", "https://1.2.3/v1", "https://h/v1?q", "https://h/?", "https://h/v1?=1&&",
    "https://xn--bcher-kva.example/v1", "HTTPS://H.Example/V1", "https://h//v1//", "",
)  # fmt: skip
_HEADERS = (
    "X-Team", "x-team", "api-key", "Api-Key", "Authorization", "authorization", "Content-Type",
    "User-Agent", "user-agent", "Ocp-Apim-Subscription-Key", "Accept", "openai-organization", "x y",
    "x:y", "",
)  # fmt: skip
_HEADER_VALUES = (
    "1", "hv", "${NOPE}", "{{LIBRECHAT_USER_ID}}", "Bearer zzz", "", "  padded\t", "über", "日本",
    "a\nb", 'q"q', "a, b",
)  # fmt: skip
_FIELDS: dict[str, Sequence[Value]] = {
    "temperature": (0, 0.7, 1, None),
    "topP": (0.5, 1, None),
    "frequencyPenalty": (0.3, 0),
    "presencePenalty": (0.2, None),
    "n": (1, 2, None),
    "logitBias": ({"50256": -100}, None),
    "logprobs": (True, False, None),
    "topLogprobs": (3, None),
    "stop": (["x"], ["a", "b"], None),
    "stopSequences": (["y"], None),
    "maxTokens": (100, -1, None, 0),
    "maxCompletionTokens": (50, None),
    "streaming": (False, "yes", None),
    "streamUsage": (False, True, None, 0),
    "disableStreaming": (True, False, None),
    "audio": ({"voice": "alloy", "format": "wav"}, None),
    "modalities": (["text"], None),
    "service_tier": ("flex", None),
    "reasoning": ({"effort": "low"}, {"summary": "auto"}, {"effort": None, "summary": None}, {},
                  {"effort": "high", "summary": "auto", "context": "current_turn"}, None),
    "useResponsesApi": (True, False, None),
    "zdrEnabled": (True, False),
    "reasoning_effort": ("low",),
    "user": (None, "someone"),
    "modelName": ("other",),
    "seed": (5,),
    "stream": (False,),
    "stream_options": ({"include_usage": False},),
    "response_format": ({"type": "json_object"},),
    "organization": ("org",),
    "top_p": (0.9,),
    "text": ({"verbosity": "low"},),
    "supportsStrictToolCalling": (True,),
}  # fmt: skip
_EXTRA: dict[str, Sequence[Value]] = {
    "max_tokens": (2048,),
    "max_completion_tokens": (99,),
    "max_output_tokens": (77,),
    "safe_prompt": (True,),
    "top_p": (0.4, None),
    "verbosity": ("low",),
    "text": ({"verbosity": "high"}, {}),
    "prompt_cache_key": ("k",),
    "prompt_cache_retention": ("24h",),
    "frequency_penalty": (0.1,),
    "logit_bias": ({"1": 1, "b": -1.5},),
    "store": (False, True),
    "metadata": ({"team": "é", "list": [1, None, {"x": []}]},),
    "include": (["file_search_call.results"],),
    "messages": ([],),
    "service_tier": ("auto",),
    "reasoning": ({"effort": "minimal"},),
    "reasoning_effort": ("high",),
    "safety_identifier": ("s",),
    "data_sources": ([{"type": "azure_search", "parameters": {"key": 1.0}}],),
    "input": ([],),
    "stop": (["kw"],),
    "7": ("seven",),
}  # fmt: skip
_ENVIRONMENTS = (
    {"OPENAI_ORGANIZATION": "org-1"},
    {"OPENAI_ORG_ID": "org-2"},
    {"OPENAI_ORGANIZATION": "org-1", "OPENAI_ORG_ID": "org-2"},
    {"OPENAI_PROJECT_ID": " proj "},
    {"OPENAI_BASE_URL": "https://ob.example.com/v1"},
    {"OPENAI_API_BASE": "https://ab.example.com", "OPENAI_BASE_URL": "https://ob.example.com"},
    {"OPENAI_CUSTOM_HEADERS": "X-Extra: 1\nnothing\napi-key: no\nX-Team : env"},
)
_KEYS = ("KEY", "KEY", "0123456789abcdef0123456789abcdef", "schlüssel")


def client_settings(count: int, seed: int) -> Iterator[Settings]:
    """Yield settings; the same seed gives the same."""
    random = Random(seed)
    for _ in range(count):
        yield _settings(random)


def _settings(random: Random) -> Settings:
    azure = _azure(random) if random.random() < 0.55 else None
    model = random.choice(_DEPLOYMENTS) if azure is None else azure.deployment
    fields: dict[str, Value] = {"streaming": True, "model": model, "user": "<user id>"}
    fields |= _some(random, _FIELDS)
    tools: list[Value] = [{"type": "web_search"}] if random.random() < 0.08 else []
    headers = {
        random.choice(_HEADERS): random.choice(_HEADER_VALUES)
        for _ in range(random.choice((0, 0, 1, 2, 3)))
    }
    query: dict[str, str] = {}
    if azure is None and random.random() < 0.6:
        query = {"api-version": random.choice(_VERSIONS)}
    return Settings(
        random.choice(_KEYS),
        Parameters(fields, _some(random, _EXTRA), tools),
        azure,
        random.choice(_BASES) if azure is None else "",
        headers,
        query,
        random.choice(_ENVIRONMENTS) if random.random() < 0.15 else {},
    )


def _azure(random: Random) -> Azure:
    has_base = random.random() < 0.5
    return Azure(
        random.choice(_INSTANCES),
        random.choice(_DEPLOYMENTS),
        random.choice(_VERSIONS),
        random.choice(_BASES) if has_base else "",
    )


def _some(random: Random, choices: dict[str, Sequence[Value]]) -> dict[str, Value]:
    names = random.sample(list(choices), random.choice((0, 0, 1, 1, 2, 3, 4)))
    return {name: random.choice(choices[name]) for name in names}
