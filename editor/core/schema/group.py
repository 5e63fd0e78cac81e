"""The keys of a group: one Azure OpenAI resource, or one serverless deployment."""

from editor.core.schema.field import (
    BOOLEAN,
    STRING,
    Field,
    Kind,
    Level,
    Section,
    Shape,
    Widget,
)

_ANY_MAP = Shape(kind=Kind.ANY_MAP)

GROUP_FIELDS = (
    Field(
        key="group",
        level=Level.GROUP,
        shape=STRING,
        label="Group name",
        help="Your name for this Azure resource. It must be unique in the file; users never "
        "see it.",
        example="eastus",
        widget=Widget.TEXT,
        section=Section.CONNECTION,
        is_required=True,
    ),
    Field(
        key="apiKey",
        level=Level.GROUP,
        shape=STRING,
        label="API key",
        help="The resource's key. Name a variable of the .env file, because LibreChat prints a "
        "key written here to its log. LibreChat does not start while the variable is empty.",
        example="${AZURE_EASTUS_API_KEY}",
        widget=Widget.SECRET,
        section=Section.CONNECTION,
        is_required=True,
        is_secret=True,
        is_env_resolved=True,
    ),
    Field(
        key="instanceName",
        level=Level.GROUP,
        shape=STRING,
        label="Instance name",
        help="The resource's bare name, the part of its address before .openai.azure.com. "
        "Required unless the group is serverless, even beside a base URL.",
        example="contoso-eastus",
        widget=Widget.TEXT,
        section=Section.CONNECTION,
        is_env_resolved=True,
    ),
    Field(
        key="deploymentName",
        level=Level.GROUP,
        shape=STRING,
        label="Deployment name",
        help="The deployment for every model of the group that names none of its own.",
        example="gpt-4o",
        widget=Widget.TEXT,
        section=Section.CONNECTION,
        is_env_resolved=True,
    ),
    Field(
        key="version",
        level=Level.GROUP,
        shape=STRING,
        label="API version",
        help="The Azure API version for every model of the group that names none of its own. "
        "Keep it in quotes: YAML reads a bare 2024-10-21 as a date.",
        example="2024-10-21",
        widget=Widget.VERSION,
        section=Section.CONNECTION,
        is_env_resolved=True,
    ),
    Field(
        key="baseURL",
        level=Level.GROUP,
        shape=STRING,
        label="Base URL",
        help="The address to use instead of the one made from the instance name, such as a "
        "gateway's. ${INSTANCE_NAME} and ${DEPLOYMENT_NAME} are filled in once each, outside "
        "serverless groups. Required for a serverless group.",
        example="https://gateway.example.com/azure/${INSTANCE_NAME}/${DEPLOYMENT_NAME}",
        widget=Widget.TEXT,
        section=Section.CONNECTION,
        is_env_resolved=True,
    ),
    Field(
        key="serverless",
        level=Level.GROUP,
        shape=BOOLEAN,
        label="Serverless",
        help="On for a serverless deployment of the Azure AI model catalogue: the base URL is "
        "called as it stands, and the models' names are sent in place of deployments.",
        default=False,
        widget=Widget.SWITCH,
        section=Section.CONNECTION,
    ),
    Field(
        key="assistants",
        level=Level.GROUP,
        shape=BOOLEAN,
        label="Assistants",
        help="Offers every model of the group to Azure Assistants. Only used when assistants "
        "are also on for the endpoint.",
        default=False,
        widget=Widget.SWITCH,
        section=Section.GENERAL,
    ),
    Field(
        key="additionalHeaders",
        level=Level.GROUP,
        shape=Shape(kind=Kind.STRING_MAP),
        shape_0_7=_ANY_MAP,
        label="Additional headers",
        help="Headers sent with every request of the group. Variables of the .env file are "
        "filled in, and so are placeholders such as {{LIBRECHAT_USER_ID}}.",
        example="x-cost-centre",
        widget=Widget.HEADERS,
        section=Section.REQUEST,
        is_env_resolved=True,
    ),
    Field(
        key="addParams",
        level=Level.GROUP,
        shape=Shape(kind=Kind.PARAMETERS),
        shape_0_7=_ANY_MAP,
        label="Add parameters",
        help="Parameters put into every request of the group, over what the user chose. Since "
        "0.7.9 use LibreChat's names, maxTokens rather than max_tokens.",
        example="maxTokens",
        widget=Widget.MAPPING,
        section=Section.REQUEST,
    ),
    Field(
        key="dropParams",
        level=Level.GROUP,
        shape=Shape(kind=Kind.STRINGS),
        label="Drop parameters",
        help="Parameters left out of every request of the group, for models that refuse them. "
        "Since 0.7.9 use LibreChat's names, frequencyPenalty rather than frequency_penalty.",
        example="frequencyPenalty",
        widget=Widget.LIST,
        section=Section.REQUEST,
    ),
    Field(
        key="forcePrompt",
        level=Level.GROUP,
        shape=BOOLEAN,
        label="Force prompt",
        help="Sent one text prompt in place of chat messages, for completion models. Only "
        "releases up to 0.7.8 acted on it.",
        default=False,
        until="0.8.2",
        widget=Widget.SWITCH,
        section=Section.RETIRED,
    ),
    Field(
        key="models",
        level=Level.GROUP,
        shape=Shape(kind=Kind.MODELS),
        label="Models",
        help="The models that users can pick. true takes the group's deployment and version; "
        "a model's own settings override them. false does not switch a model off.",
        widget=Widget.MODELS,
        section=Section.MODELS,
        is_required=True,
    ),
)
