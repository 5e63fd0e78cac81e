// What LibreChat checks in code (zod's refinements and transforms), where, and how we cover it.
//
// `at` is the end of a path: `[]` an item, `*` an entry, `|n` the n-th option of a union of
// mappings. `code` has one letter per step, from the outside in: r refinement, t transform,
// P pipe. A row covers its step by `says` (a piece of JSON Schema that says the same), by `rule`
// (a check of that name in editor/core/validation/rules.py), or by nothing (`why` tells).
// `x-own-words` marks a piece whose message is not the one that zod has for its kind. `isAlone` drops
// what else the schema would check: for such a URL all depends on the environment.

const NAMES = {
  0.8: [
    'azureOpenAI', 'openAI', 'google', 'anthropic', 'assistants', 'azureAssistants', 'agents',
    'custom', 'bedrock'
  ],
  0.7: [
    'azureOpenAI', 'openAI', 'google', 'anthropic', 'assistants', 'azureAssistants', 'agents',
    'custom', 'bedrock', 'chatGPTBrowser', 'gptPlugins'
  ]
}
const WEB_SEARCH = { properties: { web_search: { type: 'boolean', 'x-own-words': true } } }
const REMOTE = 'the URL depends on the environment; judged with the checks at start'
const NUMBER_TEXT = 'a text becomes a number afterwards; nothing is refused'

const BOTH = [
  { at: 'endpoints', code: 'r', says: { minProperties: 1 }, why: 'names at least one endpoint' },
  { at: 'maxContextTokens', code: 't', why: NUMBER_TEXT },
  { at: 'max_tokens', code: 't', why: NUMBER_TEXT },
  { at: 'maxTokens', code: 't', why: NUMBER_TEXT },
  { at: 'maxOutputTokens', code: 't', why: NUMBER_TEXT },
  { at: 'thinkingBudget', code: 't', why: NUMBER_TEXT },
  { at: 'mcpServers.*|0.env', code: 't', why: 'references are filled in; nothing is refused' }
]

const REFINEMENTS = {
  0.8: [
    ...BOTH,
    { at: 'preset.fileTokenLimit', code: 't', why: NUMBER_TEXT },
    { at: 'allowedAddresses[]', code: 'rrrr', rule: 'private-address', why: 'host:port, and a literal address must be private' },
    { at: 'searxngSearchOptions.engines', code: 't', why: 'the list is joined; nothing is refused' },
    { at: 'skillSync.github', code: 'r', rule: 'skill-sync', why: 'a source when enabled, no two of one id' },
    {
      at: 'skillSync.github.sources[]',
      code: 'r',
      says: { oneOf: [{ required: ['credentialKey'] }, { required: ['token'] }] },
      why: 'one of credentialKey and token'
    },
    { at: 'sources[].ref', code: 'rrrrrr', rule: 'git-ref', why: 'the name of a Git reference' },
    { at: 'sources[].paths[]', code: 'rrrtr', rule: 'skill-path', why: 'a relative path without traversal' },
    { at: 'sources[].tenantId', code: 'rr', says: { pattern: '^[a-zA-Z0-9][a-zA-Z0-9_.-]*$' }, why: 'the characters of a tenant; the reserved one has others' },
    { at: '.oauth', code: 'r', rule: 'oauth-client', why: 'a client secret needs its id and both URLs' },
    { at: '.oauth.authorization_url', code: 'Pt', rule: 'url', why: 'a URL, once variables are filled in' },
    { at: '.oauth.token_url', code: 'Pt', rule: 'url', why: 'a URL, once variables are filled in' },
    { at: '.oauth.redirect_uri', code: 'Pt', rule: 'url', why: 'a URL, once variables are filled in' },
    { at: '.oauth.revocation_endpoint', code: 'Pt', rule: 'url', why: 'a URL, once variables are filled in' },
    { at: 'mcpServers.*|1.url', code: 'rPt', rule: 'websocket-url', isAlone: true, why: REMOTE },
    { at: 'mcpServers.*|2.url', code: 'rPt', rule: 'http-url', isAlone: true, why: REMOTE },
    { at: 'mcpServers.*|3.url', code: 'rPt', rule: 'http-url', isAlone: true, why: REMOTE },
    { at: 'mcpServers.*|2.proxy', code: 'rPt', rule: 'proxy-url', isAlone: true, why: REMOTE },
    { at: 'mcpServers.*|3.proxy', code: 'rPt', rule: 'proxy-url', isAlone: true, why: REMOTE },
    { at: 'cloudfront', code: 'rrr', rule: 'cloudfront', why: 'keys that need one another' },
    { at: 'cloudfront.cookieDomain', code: 'r', says: { pattern: '^\\.' }, why: 'begins with a dot' },
    { at: 'supportedMimeTypes[]', code: 'r', rule: 'regex', why: 'a regular expression' },
    {
      at: 'modelSpecs.list[].preset',
      code: 'r',
      says: {
        anyOf: [
          { required: ['endpoint'] },
          { required: ['agent_id'], properties: { agent_id: { minLength: 1 } } }
        ]
      },
      why: 'an endpoint, or an agent to infer it from'
    },
    { at: 'modelSpecs.list[].subagents', code: 'r', says: { properties: { agent_ids: { maxItems: 10 } } }, why: 'as many agents as the server allows before it is configured' },
    { at: 'filters', code: 'r', rule: 'filters', why: 'how many patterns, and how long together' },
    { at: 'customPatterns[].regex', code: 'r', rule: 're2', why: 'a regular expression that RE2 takes' },
    { at: 'messageFilter.pii', code: 'r', rule: 'message-filter', why: 'regular expressions, and how long together' },
    { at: 'addParams', code: 'r', says: WEB_SEARCH, why: 'web_search is a boolean' },
    { at: 'endpoints.custom[].name', code: 'r', says: { not: { enum: NAMES['0.8'] } }, why: 'not the name of a built-in endpoint' },
    { at: 'paramDefinitions[].range', code: 'r', rule: 'positive-range', why: 'positiveMin is at most max' },
    { at: 'statefulCodeSessions', code: 'r', rule: 'code-environments', why: 'one default, unique ids, sound pairings' },
    { at: 'environments[].baseURL', code: 'r', rule: 'code-environment-url', why: 'an HTTP URL without query and fragment' },
    { at: 'configSchema.permissions.fileWrite', code: 'r', rule: 'permission-default', why: 'the default is among those allowed' },
    { at: 'configSchema.permissions.commandExecution', code: 'r', rule: 'permission-default', why: 'the default is among those allowed' },
    {
      at: 'environments[].pairing',
      code: 'r',
      says: {
        anyOf: [
          { required: ['workerId'] },
          { required: ['allowPrincipalWorkers'], properties: { allowPrincipalWorkers: { const: true } } }
        ]
      },
      why: 'a worker, or workers of principals'
    },
    { at: '.issuer', code: 'r', rule: 'oidc-url', why: 'https, or http to this machine' },
    { at: '.jwksUri', code: 'r', rule: 'oidc-url', why: 'https, or http to this machine' },
    { at: 'managementApi.auth', code: 'r', rule: 'management-clients', why: 'a client when enabled, no two of one id' },
    { at: 'managementApi.auth.oidc', code: 'r', rule: 'management-oidc', why: 'what an enabled sign-in needs' },
    { at: 'clients[].userId', code: 't', why: 'lower case afterwards; nothing is refused' },
    { at: 'clients[].tenantId', code: 'r', why: 'the reserved tenant has characters that the pattern refuses' },
    { at: 'remoteApi.auth.oidc', code: 'r', rule: 'remote-oidc', why: 'what an enabled sign-in needs' },
    { at: 'remoteApi.auth.oidc.scope', code: 'r', says: { pattern: '^[^,]*$' }, why: 'no commas' }
  ],
  0.7: [
    ...BOTH,
    { at: 'mcpServers.*|1.url', code: 'r', rule: 'websocket-url', isAlone: true, why: REMOTE },
    { at: 'mcpServers.*|2.url', code: 'r', rule: 'http-url', isAlone: true, why: REMOTE },
    { at: 'supportedMimeTypes', code: 'r', rule: 'texts', why: 'texts only' },
    { at: 'endpoints.custom[].name', code: 'r', says: { not: { enum: NAMES['0.7'] } }, why: 'not the name of a built-in endpoint' }
  ]
}

/** Returns the row for the code at a path; throws when there is none, or when it has changed. */
export function refinementAt (target, path, code) {
  const rows = REFINEMENTS[target].filter(({ at }) => path === at || path.endsWith(at))
  const row = rows.sort((one, other) => other.at.length - one.at.length)[0]
  if (row?.code !== code) throw new Error(`${target}: no row for ${path} with ${code}`)
  return row
}

export const rowsOf = target => REFINEMENTS[target]
