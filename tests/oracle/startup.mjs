// Resolves texts and starts configs with LibreChat's own packages, one JSON object per line, and
// answers with one JSON value per line.
//
// In: {target: "0.8" | "0.7", environ, texts}. Out: the texts with their references filled in.
//
// In: {target, environ, config}. Out: {thrown, issues, error, warnings}: what the schema throws
// instead of returning issues, how many issues it returns, what stops the start once schema and
// group rules have passed, and what is logged as a warning on the way. Of 0.7 there is no package
// that starts: `error` comes from the group rules and the models alone, and `warnings` is null.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

// Read when the package is loaded: it would write log files where it is run.
Object.assign(process.env, { LOG_TO_FILE: 'false', CONSOLE_LOG_LEVEL: 'silent' })

const require = createRequire(import.meta.url)
const providers = { 0.8: require('librechat-data-provider'), 0.7: require('dp07') }
const { AppService, logger } = require('@librechat/data-schemas')

function become (environ) {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environ)
}

async function thrownBy (action) {
  try {
    await action()
    return null
  } catch (error) {
    return error.message
  }
}

async function serve (config) {
  const warnings = []
  logger.warn = (text) => warnings.push(text)
  return { error: await thrownBy(() => AppService({ config })), warnings }
}

function resolveModels ({ validateAzureGroups, mapModelToAzureConfig }, { groups }) {
  const { isValid, modelNames, modelGroupMap, groupMap, errors } = validateAzureGroups(groups)
  if (!isValid) throw new Error(errors.join('\n'))
  for (const modelName of modelNames) {
    mapModelToAzureConfig({ modelName, modelGroupMap, groupMap })
  }
}

async function answer ({ target, environ, texts, config }) {
  const provider = providers[target]
  become(environ)
  if (texts) return texts.map((text) => String(provider.extractEnvVariable(text)))
  let issues = 0
  const thrown = await thrownBy(() => {
    issues = provider.configSchema.strict().safeParse(config).error?.issues.length ?? 0
  })
  if (target === '0.8') return { thrown, issues, ...await serve(config) }
  const azure = config.endpoints.azureOpenAI
  return { thrown, issues, error: await thrownBy(() => resolveModels(provider, azure)), warnings: null }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n')
}
