// Reads YAML texts, one JSON string per line, and answers what js-yaml makes of each, one JSON
// object per line: {ok: true, value}, {ok: true, odd: "cyclic" | "huge"} or
// {ok: false, reason, offset, line, column}, all positions 0-based and in Unicode code points.
// The TZ environment variable should be UTC: a date used as a mapping key becomes local text.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const yaml = createRequire(import.meta.url)('js-yaml')
const LARGEST = 300000
const DEEPEST = 300

class Odd extends Error {}

function encodeNumber (number) {
  if (Object.is(number, -0)) return { $number: '-0' }
  return Number.isFinite(number) ? number : { $number: String(number) }
}

function encodeCollection (value, budget, ancestors) {
  if (ancestors.includes(value)) throw new Odd('cyclic')
  if (ancestors.length > DEEPEST) throw new Odd('huge')
  ancestors.push(value)
  const encoded = Array.isArray(value)
    ? value.map(item => encode(item, budget, ancestors))
    : { $map: Object.keys(value).map(key => [key, encode(value[key], budget, ancestors)]) }
  ancestors.pop()
  return encoded
}

function encode (value, budget, ancestors) {
  budget.left -= 1
  if (budget.left < 0) throw new Odd('huge')
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  return encodeCollection(value, budget, ancestors)
}

function codePoints (text) {
  return Array.from(text).length
}

function describe (error, text) {
  if (!(error instanceof yaml.YAMLException)) return { ok: false, reason: `crash: ${error}` }
  if (!error.mark) return { ok: false, reason: error.reason, offset: null, line: null, column: null }
  const { position, line, column } = error.mark
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const unmarked = text.slice(mark)
  return {
    ok: false,
    reason: error.reason,
    offset: codePoints(unmarked.slice(0, position)) + mark,
    line,
    column: codePoints(unmarked.slice(position - column, position))
  }
}

function load (text) {
  try {
    return { ok: true, value: encode(yaml.load(text), { left: LARGEST }, []) }
  } catch (error) {
    return error instanceof Odd ? { ok: true, odd: error.message } : describe(error, text)
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(load(JSON.parse(line))) + '\n')
}
