// Judges configs, one JSON object per line, with the schema and the group rules of LibreChat's own
// packages, and answers with one JSON object per line.
//
// In: {target: "0.8" | "0.7", config}, where {$date: ms}, {$number: "Infinity"} and
// {$bytes: [0, 255]} stand for what JSON cannot say.
// Out: {issues: [[message, path], …], groups: {errors, models} | null}. Groups are judged whenever
// there is a list of them, whatever the schema says about the rest of the file.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const providers = { 0.8: require('librechat-data-provider'), 0.7: require('dp07') }

function special (value) {
  if (Object.hasOwn(value, '$date')) return new Date(value.$date)
  if (Object.hasOwn(value, '$number')) return Number(value.$number)
  if (Object.hasOwn(value, '$bytes')) return Uint8Array.from(value.$bytes)
  return null
}

function decode (value) {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decode)
  const result = special(value) ?? {}
  if (Object.getPrototypeOf(result) !== Object.prototype) return result
  for (const key of Object.keys(value)) {
    // Assigning to "__proto__" would change the prototype; js-yaml defines a property instead.
    const description = { value: decode(value[key]), enumerable: true, writable: true }
    Object.defineProperty(result, key, description)
  }
  return result
}

function judge ({ target, config: encoded }) {
  const { configSchema, validateAzureGroups } = providers[target]
  const config = decode(encoded)
  const { error } = configSchema.strict().safeParse(config)
  const issues = (error?.issues ?? []).map(({ message, path }) => [message, path])
  const list = config?.endpoints?.azureOpenAI?.groups
  if (!Array.isArray(list)) return { issues, groups: null }
  const { errors, modelNames } = validateAzureGroups(list)
  return { issues, groups: { errors, models: modelNames } }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(JSON.stringify(judge(JSON.parse(line))) + '\n')
})
