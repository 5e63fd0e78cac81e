// Writes resources/schema/librechat-<target>.json, the JSON Schema (draft 7) of the whole config,
// from zod's own definitions in LibreChat's packages, and docs/refinements.md, which lists what
// a schema cannot say: node tools/derive_schema.mjs [folder to write to instead of the repository]
//
// `x-rule` names checks of editor/core/validation/rules.py; other validators pass over it.

import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { refinementAt, rowsOf } from './refinements.mjs'

const repository = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(join(repository, 'tests', 'oracle', 'zod.mjs'))
const PACKAGES = { 0.8: 'librechat-data-provider', 0.7: 'dp07' }
const WRAPPERS = new Set(['ZodOptional', 'ZodDefault'])
// A pattern of JSON Schema has no flags.
const WITHOUT_FLAGS = { '^[a-f\\d]{24}$': '^[a-fA-F\\d]{24}$' }

class Derivation {
  constructor (target) {
    this.target = target
    this.names = new Map()
    this.definitions = {}
    this.met = new Map()
  }

  node (schema, path) {
    const kind = schema._def.typeName
    const emit = this[kind]
    if (!emit) throw new Error(`${path}: ${kind} is new`)
    return emit.call(this, schema, schema._def, path)
  }

  ZodOptional (schema, { innerType }, path) {
    return this.node(innerType, path)
  }

  ZodDefault (schema, { innerType, defaultValue }, path) {
    return { ...this.node(innerType, path), default: defaultValue() }
  }

  ZodNullable (schema, { innerType }, path) {
    const node = this.node(innerType, path)
    if (node.enum) return { ...node, enum: [...node.enum, null] }
    if (node.anyOf) return { ...node, anyOf: [...node.anyOf, { type: 'null' }] }
    if (typeof node.type !== 'string') throw new Error(`${path}: this cannot be nullable yet`)
    return { ...node, type: [node.type, 'null'] }
  }

  ZodObject (schema, { unknownKeys, catchall }, path) {
    if (unknownKeys === 'passthrough' || catchall._def.typeName !== 'ZodNever') {
      throw new Error(`${path}: unknown keys are kept`)
    }
    const entries = Object.entries(schema.shape)
    const properties = entries.map(([key, value]) => [key, this.node(value, `${path}.${key}`)])
    const required = entries.filter(([, value]) => !value.isOptional()).map(([key]) => key)
    const node = { type: 'object', properties: Object.fromEntries(properties) }
    if (required.length) node.required = required
    if (unknownKeys === 'strict') node.additionalProperties = false
    return node
  }

  ZodIntersection (schema, { left, right }, path) {
    const [one, other] = [this.node(left, path), this.node(right, path)]
    const required = [...(one.required ?? []), ...(other.required ?? [])]
    const properties = { ...one.properties, ...other.properties }
    return { type: 'object', properties, ...(required.length && { required }) }
  }

  ZodRecord (schema, { keyType, valueType }, path) {
    if (keyType._def.typeName !== 'ZodString' || keyType._def.checks.length) {
      throw new Error(`${path}: the keys are checked`)
    }
    return { type: 'object', additionalProperties: this.node(valueType, `${path}.*`) }
  }

  ZodArray (schema, { type, minLength, maxLength, exactLength }, path) {
    const node = { type: 'array', items: this.node(type, `${path}[]`) }
    const least = exactLength ?? minLength
    const most = exactLength ?? maxLength
    if (least) node.minItems = least.value
    if (most) node.maxItems = most.value
    return node
  }

  ZodUnion (schema, { options }, path) {
    const isOfMappings = options.filter(one => one._def.typeName === 'ZodObject').length > 1
    return {
      anyOf: options.map((one, index) => this.node(one, isOfMappings ? `${path}|${index}` : path))
    }
  }

  ZodDiscriminatedUnion (schema, { discriminator, options }, path) {
    const anyOf = options.map((one, index) => this.node(one, `${path}|${index}`))
    return { anyOf, discriminator: { propertyName: discriminator } }
  }

  ZodLazy (schema, { getter }, path) {
    if (!this.names.has(schema)) {
      const name = `value${this.names.size + 1}`
      this.names.set(schema, name)
      this.definitions[name] = this.node(getter(), path)
    }
    return { $ref: `#/definitions/${this.names.get(schema)}` }
  }

  ZodString (schema, { checks, coerce }, path) {
    if (coerce) throw new Error(`${path}: the text is coerced`)
    const isTrimmed = checks[0]?.kind === 'trim'
    const said = checks.slice(isTrimmed ? 1 : 0)
    return merged(path, { type: 'string' }, ...(isTrimmed ? trimmed(said, path) : said.map(check => textCheck(check, path))))
  }

  ZodNumber (schema, { checks, coerce }, path) {
    if (coerce) throw new Error(`${path}: the number is coerced`)
    const node = { type: 'number' }
    for (const { kind, value, inclusive } of checks) {
      if (kind === 'int') node.type = 'integer'
      else if (kind === 'min') node[inclusive ? 'minimum' : 'exclusiveMinimum'] = value
      else if (kind === 'max') node[inclusive ? 'maximum' : 'exclusiveMaximum'] = value
      else if (kind !== 'finite') throw new Error(`${path}: the number's ${kind} is new`)
    }
    const isFinite = node.type === 'integer' || ('minimum' in node && 'maximum' in node)
    if (checks.some(({ kind }) => kind === 'finite') && !isFinite) {
      throw new Error(`${path}: a schema cannot ask for a finite number`)
    }
    return node
  }

  ZodEffects (schema, definition, path) {
    const [code, inner] = steps(schema)
    const row = refinementAt(this.target, path, code)
    this.met.set(row, [...(this.met.get(row) ?? []), path])
    const node = merged(path, this.node(inner, path), row.says ?? {})
    const others = (!row.isAlone && node['x-rule']) || []
    return row.rule ? { ...node, 'x-rule': [...others, row.rule] } : node
  }

  ZodPipeline (schema, definition, path) {
    return this.ZodEffects(schema, definition, path)
  }

  ZodBoolean () { return { type: 'boolean' } }
  ZodNull () { return { type: 'null' } }
  ZodAny () { return {} }
  ZodUnknown () { return {} }
  ZodUndefined () { return false }
  ZodLiteral (schema, { value }) { return { const: value } }
  ZodEnum (schema, { values }) { return { enum: values } }

  ZodNativeEnum (schema, { values }) {
    // A numeric enum also maps its numbers back to its names.
    const names = Object.keys(values).filter(name => typeof values[values[name]] !== 'number')
    return { enum: names.map(name => values[name]) }
  }
}

/** Returns the letters of nested code around a schema, and the schema inside. */
function steps (schema) {
  const { typeName, effect, schema: inner, in: before, out } = schema._def
  if (typeName === 'ZodEffects') {
    const [code, innermost] = steps(inner)
    return [effect.type[0] + code, innermost]
  }
  if (typeName !== 'ZodPipeline') return ['', schema]
  const checks = out._def.checks ?? []
  if (out._def.typeName !== 'ZodString' || checks.some(({ kind }) => kind !== 'url')) {
    throw new Error('a pipe leads to more than a URL')
  }
  const [code, innermost] = steps(before)
  return [`P${code}`, innermost]
}

function textCheck (check, path) {
  switch (check.kind) {
    case 'min': return { minLength: check.value }
    case 'max': return { maxLength: check.value }
    case 'url': return { 'x-rule': ['url'] }
    case 'regex': return { pattern: source(check.regex, path) }
    default: throw new Error(`${path}: the text's ${check.kind} is new`)
  }
}

/** Says checks of a trimmed text about the text as it is written. */
function trimmed (checks, path) {
  const value = kind => checks.find(check => check.kind === kind)?.value
  const most = value('max') === undefined ? '*' : `{0,${value('max') - 2}}`
  const length = value('min') === 1 ? [{ pattern: `^\\s*\\S(?:[\\s\\S]${most}\\S)?\\s*$` }] : []
  const others = checks.filter(({ kind }) => kind !== 'min' && kind !== 'max')
  return [...length, ...others.map(check => {
    if (check.kind === 'url') return { 'x-rule': ['trimmed-url'] }
    const said = textCheck(check, path)
    const body = said.pattern?.match(/^\^(.*)\$$/)?.[1]
    return body ? { pattern: `^\\s*(?:${body})\\s*$` } : said
  })]
}

function source (regex, path) {
  const found = regex.flags === 'i' ? WITHOUT_FLAGS[regex.source] : regex.source
  if (!found || !['', 'i', 'u'].includes(regex.flags)) throw new Error(`${path}: ${regex} is new`)
  return found
}

/** Joins pieces of schema; what two of them say goes side by side under allOf. */
function merged (path, ...pieces) {
  const node = {}
  for (const piece of pieces) {
    const isSaidTwice = Object.keys(piece).some(key => key in node)
    if (isSaidTwice) node.allOf = [...(node.allOf ?? []), piece]
    else Object.assign(node, piece)
  }
  return node
}

function derived (target) {
  const derivation = new Derivation(target)
  const { configSchema } = require(PACKAGES[target])
  const root = derivation.node(configSchema.strict(), '')
  const unused = rowsOf(target).filter(row => !derivation.met.has(row))
  return { derivation, unused, schema: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `LibreChat ${target} configuration (librechat.yaml)`,
    ...root,
    definitions: derivation.definitions
  } }
}

function report ({ derivation }) {
  const rows = [...derivation.met].map(([row, paths]) => {
    const places = [...new Set(paths.map(path => `\`${path.slice(1)}\``))]
    const cover = row.rule ? `rule \`${row.rule}\`` : row.says ? 'the schema' : 'nothing to check'
    return `| ${places.join(', ').replaceAll('|', '\\|')} | ${row.why} | ${cover} |`
  })
  return `\n## Target ${derivation.target}\n\n| where | what | covered by |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

const INTRO = `# What LibreChat checks in code

Its schema is not only types: these places have code (zod's refinements and transforms). Each is
covered by the JSON Schema in \`resources/schema\`, or by a rule in
\`editor/core/validation/rules.py\`. Written by \`node tools/derive_schema.mjs\`.
`

const folder = process.argv[2] ?? repository
const all = Object.keys(PACKAGES).sort().reverse().map(derived)
mkdirSync(join(folder, 'resources', 'schema'), { recursive: true })
mkdirSync(join(folder, 'docs'), { recursive: true })
for (const { derivation, schema, unused } of all) {
  if (unused.length) throw new Error(`rows without a place: ${unused.map(({ at }) => at)}`)
  const file = join(folder, 'resources', 'schema', `librechat-${derivation.target}.json`)
  writeFileSync(file, JSON.stringify(schema, null, 1) + '\n')
}
writeFileSync(join(folder, 'docs', 'refinements.md'), INTRO + all.map(report).join(''))
