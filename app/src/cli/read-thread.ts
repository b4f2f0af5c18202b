// A thread of read-pool.ts: a job in, its outcomes out.
import { parentPort, workerData } from 'node:worker_threads'
import { extendLexicon } from '@giaoban/reader'
import { type Job, type ReadingOptions, readJob } from './reading.ts'

const { options, lexicon } = workerData as { options: ReadingOptions; lexicon: string }
const own = lexicon === '' ? undefined : extendLexicon(lexicon)

parentPort?.on('message', async (job: Job) => {
  const outcomes = await readJob(job, options, own)
  // The bytes move over; a copy of them would cost as much as reading.
  parentPort?.postMessage(outcomes, [outcomes.bytes.buffer as ArrayBuffer])
})
