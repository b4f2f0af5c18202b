// The child process of parse.ts: bytes on standard input, one JSON on standard output.

import { extract } from './extract.ts'
import { CannotRead } from './extracted.ts'

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const fileName = process.argv[2] ?? ''
// Libraries that print to standard output must not get into the answer.
const answer = process.stdout.write.bind(process.stdout)
process.stdout.write = () => true
try {
  answer(JSON.stringify(await extract(new Uint8Array(Buffer.concat(chunks)), fileName)))
} catch (error) {
  if (!(error instanceof CannotRead)) throw error
  answer(JSON.stringify(error.failure))
}
