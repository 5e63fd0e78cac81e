"""Which parameters a group can add to its requests or drop from them, by LibreChat's names.

Release 0.8 hands them to its client, which has names of its own; release 0.7 puts them into the
request as they stand, so there OpenAI's names count.
"""

from __future__ import annotations

from typing import NamedTuple

from editor.core.completion.suggestion import Suggestion
from editor.core.schema.field import Target
from editor.core.yaml.values import Value

_EFFORTS = ("minimal", "low", "medium", "high")


class Parameter(NamedTuple):
    """A parameter: its name in 0.8 and in 0.7 ("" where there is none), and a value to begin with.

    `values` are the texts that it takes, where they are few. `is_setting`: it is no part of what a
    user chose, so that there is nothing to drop.
    """

    name: str
    former: str
    meaning: str
    start: Value
    values: tuple[str, ...] = ()
    is_setting: bool = False

    def name_in(self, target: Target) -> str:
        """Return what the target calls it."""
        return self.name if target is Target.V0_8 else self.former


PARAMETERS = (
    Parameter("temperature", "temperature", "How varied answers are, 0 to 2", 1),
    Parameter("topP", "top_p", "Share of likely words to choose from, 0 to 1", 1),
    Parameter("maxTokens", "max_tokens", "Most tokens of an answer", 4096),
    Parameter("frequencyPenalty", "frequency_penalty", "Against repeated words, -2 to 2", 0),
    Parameter("presencePenalty", "presence_penalty", "For new subjects, -2 to 2", 0),
    Parameter("stop", "stop", "Texts that end an answer", ["###"]),
    Parameter("user", "user", "Who asks; LibreChat sends the user’s id", "librechat"),
    Parameter("reasoning_effort", "", "How long reasoning models think", "medium", values=_EFFORTS),
    Parameter(
        "reasoning_summary",
        "",
        "Summary of the reasoning; Responses API only",
        "auto",
        values=("auto", "concise", "detailed"),
    ),
    Parameter(
        "verbosity", "", "How long answers are, from GPT-5 on", "medium", values=_EFFORTS[1:]
    ),
    Parameter("useResponsesApi", "", "Ask the Responses API in place of chat completions", True),
    Parameter("web_search", "", "Let the model search the web; Responses API", True),
    Parameter("logprobs", "logprobs", "Tell how likely each token was", True),
    Parameter("topLogprobs", "top_logprobs", "How many other likely tokens to tell", 2),
    Parameter("logitBias", "logit_bias", "Make tokens more or less likely, by their ids", {}),
    Parameter("n", "n", "How many answers to write", 1),
    Parameter("seed", "seed", "Makes answers repeatable", 1, is_setting=True),
    Parameter(
        "service_tier", "", "Which service answers", "auto", values=("auto", "default", "priority")
    ),
    Parameter("streamUsage", "", "Ask for the usage in streams", False, is_setting=True),
    Parameter("disableStreaming", "", "Get answers in one piece", True, is_setting=True),
    Parameter("timeout", "", "Milliseconds until a request is given up", 60_000, is_setting=True),
    Parameter("maxRetries", "", "How often a failed request is sent again", 2, is_setting=True),
    Parameter(
        "max_completion_tokens", "", "Put into the request as it stands", 4096, is_setting=True
    ),
    Parameter("safe_prompt", "safe_prompt", "Mistral’s own safety prompt", True, is_setting=True),
)
_NOT_SENT = {Target.V0_8: frozenset({"seed"}), Target.V0_7: frozenset[str]()}
"""What the target's client loses on the way."""


def added_names(target: Target) -> tuple[Suggestion, ...]:
    """Return the names that do something in `addParams`."""
    lost = _NOT_SENT[target]
    return tuple(
        Suggestion(name, one.meaning)
        for one in PARAMETERS
        if (name := one.name_in(target)) and name not in lost
    )


def dropped_names(target: Target) -> tuple[Suggestion, ...]:
    """Return the names that do something in `dropParams`."""
    return tuple(
        Suggestion(name, _DROPPED.get(name, one.meaning))
        for one in PARAMETERS
        if (name := one.name_in(target)) and not one.is_setting
    )


_DROPPED = {
    "web_search": "No search of the web, even if the user or addParams turns it on",
    "useResponsesApi": "Always chat completions",
}


def parameter(name: str, target: Target) -> Parameter | None:
    """Return what is known of a parameter by the target's name for it."""
    return next((one for one in PARAMETERS if name and one.name_in(target) == name), None)
