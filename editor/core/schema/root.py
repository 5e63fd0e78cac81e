"""Which keys LibreChat accepts at the top of the config and under `endpoints`, in its order.

Read from the schema of npm `librechat-data-provider` 0.8.524 and 0.7.6998.
"""

from editor.core.schema.field import Target

CONFIG_VERSIONS = {Target.V0_8: "1.3.17", Target.V0_7: "1.2.1"}
"""The config version that the target's packages call current."""

ROOT_KEYS = {
    Target.V0_8: (
        "version",
        "permissions",
        "cache",
        "ocr",
        "webSearch",
        "langfuse",
        "memory",
        "summarization",
        "skillSync",
        "secureImageLinks",
        "imageOutputType",
        "includedTools",
        "filteredTools",
        "mcpServers",
        "mcpSettings",
        "interface",
        "turnstile",
        "fileStrategy",
        "fileStrategies",
        "cloudfront",
        "actions",
        "registration",
        "balance",
        "transactions",
        "speech",
        "rateLimits",
        "fileConfig",
        "modelSpecs",
        "filters",
        "messageFilter",
        "endpoints",
        "openapi",
    ),
    Target.V0_7: (
        "version",
        "cache",
        "secureImageLinks",
        "imageOutputType",
        "includedTools",
        "filteredTools",
        "mcpServers",
        "interface",
        "fileStrategy",
        "actions",
        "registration",
        "speech",
        "rateLimits",
        "fileConfig",
        "modelSpecs",
        "endpoints",
    ),
}

ENDPOINTS_KEYS = {
    Target.V0_8: (
        "allowedAddresses",
        "all",
        "openAI",
        "google",
        "anthropic",
        "azureOpenAI",
        "azureAssistants",
        "assistants",
        "agents",
        "custom",
        "bedrock",
    ),
    Target.V0_7: (
        "all",
        "openAI",
        "google",
        "anthropic",
        "gptPlugins",
        "azureOpenAI",
        "azureAssistants",
        "assistants",
        "agents",
        "custom",
        "bedrock",
    ),
}
