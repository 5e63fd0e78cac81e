// Says of texts, one JSON string per line, what JavaScript makes of each:
// {regex: bool, re2: bool, url: [protocol, hostname, href] | null}.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { RE2JS } = createRequire(import.meta.url)('re2js')

function attempt (action) {
  try {
    return action()
  } catch {
    return null
  }
}

function urlOf (text) {
  const { protocol, hostname, href } = new URL(text)
  return [protocol, hostname, href]
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const text = JSON.parse(line)
  const regex = attempt(() => new RegExp(text)) !== null
  const re2 = attempt(() => RE2JS.compile(text)) !== null
  process.stdout.write(JSON.stringify({ regex, re2, url: attempt(() => urlOf(text)) }) + '\n')
})
