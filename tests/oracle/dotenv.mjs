// Reads `.env` texts with npm dotenv, one JSON string per line, and answers with one list of
// [key, value] pairs per line.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { parse } = createRequire(import.meta.url)('dotenv')

createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(JSON.stringify(Object.entries(parse(JSON.parse(line)))) + '\n')
})
