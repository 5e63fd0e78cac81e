"""Large but realistic configs: comments, both kinds of models, about 33 lines for each group."""

_HEAD = """\
# LibreChat of a large company, one group for each resource
version: "1.3.17"

interface:
  endpointsMenu: true

endpoints:
  azureOpenAI:
    titleModel: current_model
    groups:
"""

_GROUP = """\
      # ---- resource {number}, paid by department {department} ----
      # quota: 300,000 tokens a minute, reviewed every quarter
      - group: "region-{number}"
        apiKey: "${{REGION_{number}_KEY}}"
        instanceName: "contoso-region-{number}"
        deploymentName: default-{number}
        version: "2024-10-21" # quoted, or it is a date
        dropParams: [frequencyPenalty, presencePenalty]
        additionalHeaders:
          X-Cost-Centre: "{department}"
          X-User-Id: "{{{{LIBRECHAT_USER_ID}}}}"
        models:
"""


def big_config(groups: int = 200, models_per_group: int = 10) -> str:
    """Return a valid config of so many groups, each with so many models."""
    return _HEAD + "\n".join(_group(number, models_per_group) for number in range(groups))


def environment(groups: int) -> dict[str, str]:
    """Return the variables that a config of so many groups needs."""
    return {f"REGION_{number}_KEY": "no-key" for number in range(groups)}


def _group(number: int, models: int) -> str:
    head = _GROUP.format(number=number, department=4000 + number % 37)
    return head + "".join(_model(f"gpt-5-{number}-{model}", model) for model in range(models))


def _model(name: str, number: int) -> str:
    if number % 2:
        return f"          {name}: true\n"
    return (
        f"          {name}:\n"
        f"            deploymentName: {name}-global\n"
        f'            version: "2025-04-01-preview"\n'
    )
