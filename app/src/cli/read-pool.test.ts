// Threads that break, end and hang: the document that did it is named, and every other one is read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lineJobs } from './lines.ts'
import { type PoolOptions, readAll } from './read-pool.ts'

let folder: string
let options: PoolOptions

/** A thread that reads by giving its lines back, but for three words. */
const program = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (job) => {
  const text = Buffer.from(job.bytes).toString()
  if (text.includes('throw')) throw new Error('broken text')
  if (text.includes('exit')) process.exit(3)
  while (text.includes('loop')) {}
  const lines = text.split('\\n').filter(Boolean)
  parentPort.postMessage({ bytes: new TextEncoder().encode(text), count: lines.length, troubles: [] })
})
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-pool-'))
  const file = join(folder, 'thread.mjs')
  writeFileSync(file, program)
  options = {
    date: undefined,
    format: 'jsonl',
    kinds: undefined,
    withText: false,
    trace: false,
    spoken: false,
    language: 'en',
    many: true,
    width: 100,
    lexicon: '',
    threads: 2,
    patience: 1,
    program: file,
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* chunks(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function run(texts: readonly string[]): Promise<{ text: string; troubles: string[] }> {
  let text = ''
  const troubles: string[] = []
  for await (const outcomes of readAll(lineJobs(chunks(texts)), options)) {
    text += Buffer.from(outcomes.bytes).toString()
    troubles.push(...outcomes.troubles)
  }
  return { text, troubles }
}

it('keeps the order of the lines, whatever the chunks cut', async () => {
  const lines = Array.from({ length: 500 }, (_, index) => `dòng ${index}\n`).join('')
  const bytes = Buffer.from(lines)
  async function* cut(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37)
  }
  let text = ''
  for await (const outcomes of readAll(lineJobs(cut()), options))
    text += Buffer.from(outcomes.bytes).toString()
  expect(text).toBe(lines)
})

it('names the line that breaks a thread and reads the others of its chunk', async () => {
  const { text, troubles } = await run(['one\ntwo throw\nthree\n', 'four\n', 'five exit\nsix\n'])
  expect(text.split('\n').filter(Boolean)).toEqual(['one', 'three', 'four', 'six'])
  expect(troubles).toHaveLength(2)
  expect(troubles[0]).toContain('line 2')
  expect(troubles[0]).toContain('broken text')
  expect(troubles[1]).toContain('line 5')
})

it('gives up a thread that hangs, and only its line', async () => {
  const { text, troubles } = await run(['one\n', 'two loop\n', 'three\n'])
  expect(text.split('\n').filter(Boolean)).toEqual(['one', 'three'])
  expect(troubles).toEqual([expect.stringContaining('line 2')])
  expect(troubles[0]).toContain('more than 1 seconds')
})
