// Resolves texts and starts configs with LibreChat's own packages, one JSON object per line, and
// answers with one JSON value per line.
//
// In: {target: "0.8" | "0.7", environ, texts}. Out: the texts with their references filled in.
//
// In: {target, environ, config}. Out: {thrown, error}: what the schema throws instead of returning
// issues, and what stops the start once schema and group rules have passed; each a text or null.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const providers = { 0.8: require('librechat-data-provider'), 0.7: require('dp07') }

function become (environ) {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environ)
}

function thrownBy (action) {
  try {
    action()
    return null
  } catch (error) {
    return error.message
  }
}

function start ({ validateAzureGroups, mapModelToAzureConfig }, { groups }) {
  const { isValid, modelNames, modelGroupMap, groupMap, errors } = validateAzureGroups(groups)
  if (!isValid) throw new Error(errors.join('\n'))
  for (const modelName of modelNames) {
    mapModelToAzureConfig({ modelName, modelGroupMap, groupMap })
  }
}

function answer ({ target, environ, texts, config }) {
  const provider = providers[target]
  become(environ)
  if (texts) return texts.map((text) => provider.extractEnvVariable(text))
  const thrown = thrownBy(() => provider.configSchema.strict().safeParse(config))
  const azure = config.endpoints?.azureOpenAI
  return { thrown, error: azure ? thrownBy(() => start(provider, azure)) : null }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n')
})
