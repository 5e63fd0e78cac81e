// Maps the models of groups to what LibreChat configures its client with, one JSON object
// {target, environ, groups} per line; answers with {model: {key, instance, deployment, version,
// baseURL, headers} | {error}} for groups that LibreChat accepts, else with null.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const providers = { 0.8: require('librechat-data-provider'), 0.7: require('dp07') }

// A variable called like a built-in of JavaScript's objects is found there, and is a function.
const text = (value) => value === undefined || value === '' ? null : String(value)

function mapped ({ mapModelToAzureConfig }, names) {
  try {
    const { azureOptions, baseURL, headers } = mapModelToAzureConfig(names)
    return {
      key: text(azureOptions.azureOpenAIApiKey),
      instance: text(azureOptions.azureOpenAIApiInstanceName),
      deployment: text(azureOptions.azureOpenAIApiDeploymentName),
      version: text(azureOptions.azureOpenAIApiVersion),
      baseURL: text(baseURL),
      headers: headers ?? {}
    }
  } catch (error) {
    return { error: error.message }
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { target, environ, groups } = JSON.parse(line)
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environ)
  const provider = providers[target]
  const { isValid, modelNames, modelGroupMap, groupMap } = provider.validateAzureGroups(groups)
  const found = modelNames.map((modelName) =>
    [modelName, mapped(provider, { modelName, modelGroupMap, groupMap })])
  process.stdout.write(JSON.stringify(isValid ? found : null) + '\n')
})
