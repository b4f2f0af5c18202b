// The child process of print.ts: a line of JSON and the bytes of the PDFs on standard input, the finished
// PDF on standard output.

import type { Packed } from './print.ts'
import { composeSet, type PrintedSet } from './print-set.ts'

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const input = Buffer.concat(chunks)
const line = input.indexOf(10)
const packed = JSON.parse(input.subarray(0, line).toString()) as Packed
let at = line + 1
const next = (length: number): Uint8Array => {
  at += length
  return input.subarray(at - length, at)
}
const set: PrintedSet = {
  ...packed,
  items: packed.items.map((item) => ({
    ...item,
    papers: item.papers.map((paper) => ({
      ...paper,
      pdf: paper.pdf === null ? null : next(paper.pdf),
    })),
  })),
}
process.stdout.write(await composeSet(set))
