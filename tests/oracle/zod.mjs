// Judges configs, one JSON object per line, with the schema and the group rules of LibreChat's own
// packages, and answers with one JSON object per line.
//
// In: {target: "0.8" | "0.7", config}, where {$date: ms}, {$number: "Infinity"} and
// {$bytes: [0, 255]} stand for what JSON cannot say.
// Out: {issues: [[message, path], …], groups: {errors, models} | null}. Groups are judged whenever
// there is a list of them, whatever the schema says about the rest of the file. When the check
// itself breaks off: {issues: [], groups: null, thrown: message}.
//
// In: {target} alone. Out: {keys: {root, endpoints, endpoint, group, model}}, each a list of the
// keys that the schema knows, in its order.

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

function judgement (question) {
  try {
    return judge(question)
  } catch (error) {
    return { issues: [], groups: null, thrown: error.message }
  }
}

function keysOf (schema) {
  const { typeName, left, right, innerType, type, schema: inner, options } = schema._def
  if (typeName === 'ZodObject') return Object.keys(schema.shape)
  if (typeName === 'ZodIntersection') return [...keysOf(left), ...keysOf(right)]
  return keysOf(innerType ?? inner ?? type ?? options[0])
}

function member (schema, key) {
  const { typeName, left, right, innerType, type, schema: inner } = schema._def
  if (typeName === 'ZodObject') return schema.shape[key]
  if (typeName === 'ZodIntersection') return member(left, key) ?? member(right, key)
  return member(innerType ?? inner ?? type, key)
}

function keys ({ target }) {
  const root = providers[target].configSchema
  const endpoints = member(root, 'endpoints')
  const endpoint = member(endpoints, 'azureOpenAI')
  const group = member(endpoint, 'groups')
  const model = member(group, 'models')._def.valueType
  const levels = Object.entries({ root, endpoints, endpoint, group, model })
  return { keys: Object.fromEntries(levels.map(([name, schema]) => [name, keysOf(schema)])) }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const question = JSON.parse(line)
  const answer = Object.hasOwn(question, 'config') ? judgement(question) : keys(question)
  process.stdout.write(JSON.stringify(answer) + '\n')
})
