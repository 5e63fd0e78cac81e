"""How much text LibreChat thinks a model takes, judged by the model's name alone.

For Azure, LibreChat only looks at its table of OpenAI's models, serverless groups included. The
numbers are LibreChat's own, in tokens: often a little below what the maker states.
"""

from editor.core.schema.field import Target

_TODAY = {
    "gpt-3.5-turbo-0301": 4_092,
    "gpt-3.5-turbo-0613": 4_092,
    "gpt-3.5-turbo-16k": 16_375,
    "gpt-3.5-turbo-16k-0613": 16_375,
    "gpt-3.5-turbo-1106": 16_375,
    "gpt-3.5-turbo-0125": 16_375,
    "gpt-3.5-turbo": 16_375,
    "gpt-4": 8_187,
    "gpt-4-0613": 8_187,
    "gpt-4-32k": 32_758,
    "gpt-4-32k-0314": 32_758,
    "gpt-4-32k-0613": 32_758,
    "gpt-4-1106": 127_500,
    "gpt-4-0125": 127_500,
    "gpt-4-turbo": 127_500,
    "gpt-4-vision": 127_500,
    "gpt-4o-2024-05-13": 127_500,
    "gpt-4o-mini": 127_500,
    "gpt-4o": 127_500,
    "gpt-4.5": 127_500,
    "o1-mini": 127_500,
    "o1-preview": 127_500,
    "o1": 195_000,
    "o3-mini": 195_000,
    "o3": 200_000,
    "o4-mini": 200_000,
    "gpt-4.1": 1_047_576,
    "gpt-4.1-mini": 1_047_576,
    "gpt-4.1-nano": 1_047_576,
    "gpt-5": 400_000,
    "gpt-5.1": 400_000,
    "gpt-5.2": 400_000,
    "gpt-5.3": 400_000,
    "gpt-5.4": 1_050_000,
    "gpt-5.4-pro": 1_050_000,
    "gpt-5.4-mini": 400_000,
    "gpt-5.4-nano": 400_000,
    "gpt-5.5": 1_050_000,
    "gpt-5.5-pro": 1_050_000,
    "gpt-5.6": 1_050_000,
    "gpt-5.6-terra": 1_050_000,
    "gpt-5.6-luna": 1_050_000,
    "chat-latest": 400_000,
    "gpt-5-mini": 400_000,
    "gpt-5-nano": 400_000,
    "gpt-5-pro": 400_000,
    "gpt-5.2-pro": 400_000,
}
"""The table of release 0.8.8."""

_EARLIER = {
    "o4-mini": 200_000,
    "o3-mini": 195_000,
    "o3": 200_000,
    "o1": 195_000,
    "o1-mini": 127_500,
    "o1-preview": 127_500,
    "gpt-4": 8_187,
    "gpt-4-0613": 8_187,
    "gpt-4-32k": 32_758,
    "gpt-4-32k-0314": 32_758,
    "gpt-4-32k-0613": 32_758,
    "gpt-4-1106": 127_500,
    "gpt-4-0125": 127_500,
    "gpt-4.5": 127_500,
    "gpt-4.1": 1_047_576,
    "gpt-4.1-mini": 1_047_576,
    "gpt-4.1-nano": 1_047_576,
    "gpt-5": 400_000,
    "gpt-5-mini": 400_000,
    "gpt-5-nano": 400_000,
    "gpt-5-pro": 400_000,
    "gpt-4o": 127_500,
    "gpt-4o-mini": 127_500,
    "gpt-4o-2024-05-13": 127_500,
    "gpt-4-turbo": 127_500,
    "gpt-4-vision": 127_500,
    "gpt-3.5-turbo": 16_375,
    "gpt-3.5-turbo-0613": 4_092,
    "gpt-3.5-turbo-0301": 4_092,
    "gpt-3.5-turbo-16k": 16_375,
    "gpt-3.5-turbo-16k-0613": 16_375,
    "gpt-3.5-turbo-1106": 16_375,
    "gpt-3.5-turbo-0125": 16_375,
}
"""The table of release 0.8.1, the nearest to 0.7.7 that is known; it has no fewer models."""

DEFAULTS = {Target.V0_8: 32_000, Target.V0_7: 4_096}
"""What LibreChat assumes of a model that it does not know."""


def context_window(name: str, target: Target) -> int | None:
    """Return the tokens that LibreChat grants a model; None if it does not know the name."""
    table = _TODAY if target is Target.V0_8 else _EARLIER
    if name in table:
        return table[name]
    lowered = name.lower()
    known = [part for part in reversed(table) if part in lowered]
    if not known:
        return None
    return table[max(known, key=len) if target is Target.V0_8 else known[0]]
