// One JSON object a line in, one a line out: node lines.mjs < documents.jsonl > findings.jsonl

import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { read } from '@giaoban/reader'

for await (const line of createInterface({ input: stdin })) {
  const { name, text, date } = JSON.parse(line)
  stdout.write(`${JSON.stringify(read(text, { name, ...(date ? { date } : {}) }))}\n`)
}
