"""Configs such as documentation shows them get no false error and no advice without need.

They are in our own words; what each shows is what LibreChat's guides describe. `ADVICE` has what a
careful administrator would want to know all the same.
"""

import re

import pytest

from editor.core.document import Document

HEAD = 'version: "1.3.17"\ncache: true\n'
REGION = """\
      - group: "{0}"
        apiKey: "${{{1}_API_KEY}}"
        instanceName: "contoso-{0}"
        version: "2024-10-21"
"""
EAST = REGION.format("eastus", "EASTUS")
WEST = REGION.format("westus", "WESTUS")
SERVERLESS = """\
      - group: "mistral-inference"
        apiKey: "${MISTRAL_API_KEY}"
        baseURL: "https://Mistral-large-vnpet-serverless.eastus2.inference.ai.azure.com"
        serverless: true
        models:
          mistral-large: true
"""


def azure(settings: str, *groups: str) -> str:
    return f"{HEAD}endpoints:\n  azureOpenAI:\n{settings}    groups:\n{''.join(groups)}"


ONE = EAST + "        deploymentName: gpt-4o\n        models:\n          gpt-4o: true\n"
DOCUMENTED = {
    "one group, one model": azure("", ONE),
    "a model with a deployment of its own": azure(
        "    titleModel: current_model\n",
        EAST,
        "        models:\n          gpt-4o-mini:\n            deploymentName: mini-east\n"
        '            version: "2024-08-01-preview"\n',
    ),
    "models by the group's deployment and by their own": azure(
        "    titleModel: gpt-4o-mini\n",
        EAST,
        "        deploymentName: four\n        models:\n          gpt-4o: true\n",
        "          gpt-4o-mini:\n            deploymentName: mini\n",
    ),
    "two regions": azure(
        "",
        ONE,
        WEST,
        "        models:\n          gpt-4.1:\n            deploymentName: gpt-41\n",
    ),
    "a serverless group": azure("", SERVERLESS),
    "a serverless group beside another": azure("    titleConvo: true\n", ONE, SERVERLESS),
    "a serverless address with its suffix": azure(
        "", SERVERLESS.replace("ai.azure.com", "ai.azure.com/v1/chat/completions")
    ),
    "a gateway for one deployment name after another": azure(
        "",
        ONE.replace(
            "        models:",
            "        baseURL: https://gateway.contoso.com/openai/deployments/${DEPLOYMENT_NAME}\n"
            "        additionalHeaders:\n          X-Subscription: ${GATEWAY_KEY}\n"
            '          X-User: "{{LIBRECHAT_USER_EMAIL}}"\n        models:',
        ),
    ),
    "parameters to add and to drop, in today's names": azure(
        "",
        ONE.replace(
            "        models:",
            "        addParams:\n          maxTokens: 4096\n"
            "        dropParams: [frequencyPenalty, presencePenalty]\n        models:",
        ),
    ),
    "parameters in the names of the guide": azure(
        "",
        ONE.replace(
            "        models:",
            "        addParams:\n          max_tokens: 2048\n"
            "        dropParams: [frequency_penalty, presence_penalty]\n        models:",
        ),
    ),
    "a base URL of the resource alone": azure(
        "",
        ONE.replace(
            "        models:",
            "        baseURL: https://contoso-eastus.openai.azure.com/\n        models:",
        ),
    ),
    "models for presets, memory and summaries": azure("", ONE)
    + """\
modelSpecs:
  enforce: false
  list:
    - name: everyday
      label: Everyday
      default: true
      preset:
        endpoint: azureOpenAI
        model: gpt-4o
        greeting: Ask me anything
memory:
  disabled: false
  agent:
    enabled: true
    provider: azureOpenAI
    model: gpt-4o
    instructions: Keep what matters to the person.
summarization:
  provider: azureOpenAI
  model: gpt-4o
""",
    "speech through Azure": azure("", ONE)
    + """\
speech:
  stt:
    azureOpenAI:
      instanceName: contoso-eastus
      apiKey: ${STT_API_KEY}
      deploymentName: whisper
      apiVersion: "2024-06-01"
  tts:
    azureOpenAI:
      instanceName: contoso-eastus
      apiKey: ${TTS_API_KEY}
      deploymentName: tts
      apiVersion: "2024-06-01"
      model: tts-1
      voices: [alloy, nova]
""",
    "a large file with most sections": azure("    streamRate: 20\n", ONE)
    + """\
  agents:
    recursionLimit: 25
    disableBuilder: false
    capabilities: [execute_code, file_search, actions, tools]
  custom:
    - name: groq
      apiKey: ${GROQ_API_KEY}
      baseURL: https://api.groq.com/openai/v1/
      models:
        default: [llama-3.3-70b-versatile]
        fetch: false
      titleConvo: true
      modelDisplayLabel: groq
fileStrategy: local
interface:
  privacyPolicy: {externalUrl: "https://contoso.example/privacy", openNewTab: true}
  endpointsMenu: true
  modelSelect: true
registration:
  socialLogins: [openid]
  allowedDomains: [contoso.example]
mcpServers:
  files:
    command: npx
    args: [-y, "@modelcontextprotocol/server-filesystem", /data]
  search:
    type: streamable-http
    url: https://mcp.contoso.example/${MCP_TENANT}
    headers: {Authorization: "Bearer ${MCP_TOKEN}"}
fileConfig:
  endpoints:
    azureOpenAI: {fileLimit: 5, fileSizeLimit: 10, totalSizeLimit: 50}
""",
}
ADVICE = {
    "a serverless address with its suffix": {"doubled-suffix"},
    "parameters in the names of the guide": {"ineffective-parameter"},
    "a base URL of the resource alone": {"misrouted-url"},
}
"""Where the guide's own example does not do what it says; librechat.ai shows these all the same."""


def judged(text: str) -> Document:
    names = set(re.findall(r"\$\{(\w+)\}", text)) - {"DEPLOYMENT_NAME", "INSTANCE_NAME"}
    return Document(text, environ=dict.fromkeys(names, "contoso"))


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_documented_config_starts_and_gets_only_the_advice_that_it_needs(name: str) -> None:
    document = judged(DOCUMENTED[name])
    assert document.valid, [problem.message for problem in document.problems]
    serious = {problem.code for problem in document.problems if problem.severity != "info"}
    assert serious == ADVICE.get(name, set())


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_documented_config_has_few_notes(name: str) -> None:
    notes = {one.code for one in judged(DOCUMENTED[name]).problems if one.severity == "info"}
    assert notes <= {"unknown-context-window", "old-api-version"}
