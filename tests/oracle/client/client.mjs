// Runs LibreChat's own client with settings, one JSON object per line, and answers with the one
// request that it sends, or with its error: {method, url, headers, body} | {error}.

import { createInterface } from 'node:readline'
import { HumanMessage } from '@langchain/core/messages'
import { Providers, getChatModelClass } from '@librechat/agents'

const AzureChatOpenAI = getChatModelClass(Providers.AZURE)
const ChatOpenAI = getChatModelClass(Providers.OPENAI)

console.warn = console.error = () => {}

function answered (init) {
  const isStream = JSON.parse(init.body).stream === true
  const [type, body] = isStream ? ['text/event-stream', 'data: [DONE]\n\n'] : ['application/json', '{}']
  return new Response(body, { status: 200, headers: { 'content-type': type } })
}

function clientOf ({ key, fields, extra, azure, baseUrl, headers, query, environment }, fetch) {
  const configuration = { fetch, defaultHeaders: headers }
  if (environment.OPENAI_ORGANIZATION) configuration.organization = environment.OPENAI_ORGANIZATION
  const options = { ...fields, modelKwargs: extra, configuration, maxRetries: 0 }
  if (azure === null) {
    if (baseUrl) configuration.baseURL = baseUrl
    configuration.defaultQuery = query
    return new ChatOpenAI({ ...options, apiKey: key })
  }
  return new AzureChatOpenAI({
    ...options,
    azureOpenAIApiKey: key,
    azureOpenAIApiInstanceName: azure.instance,
    azureOpenAIApiDeploymentName: azure.deployment,
    azureOpenAIApiVersion: azure.version,
    ...(azure.basePath === null ? {} : { azureOpenAIBasePath: azure.basePath })
  })
}

async function requestOf (settings) {
  let sent = null
  const fetch = async (url, init) => {
    sent ??= {
      method: init.method,
      url: String(url),
      headers: Object.fromEntries(new Headers(init.headers).entries()),
      body: JSON.parse(init.body)
    }
    return answered(init)
  }
  Object.assign(process.env, settings.environment)
  try {
    const client = clientOf(settings, fetch)
    const model = settings.tools.length ? client.bindTools(settings.tools) : client
    for await (const piece of await model.stream([new HumanMessage('Hi')])) void piece
  } catch (error) {
    // An answer without a reply is an error too, but by then the request has been sent.
    if (sent === null) return { error: String(error.message) }
  } finally {
    for (const name of Object.keys(settings.environment)) delete process.env[name]
  }
  return sent
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await requestOf(JSON.parse(line))) + '\n')
}
