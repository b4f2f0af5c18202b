// Reads texts in a worker thread, one after the other: a novel takes seconds, and the server answers
// others meanwhile. A text that takes too long is given up, with its thread.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FoundInText } from './found.ts'

const usualSeconds = 45

/** A text took longer to read than we wait. */
export class ReadingTooSlow extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super(`reading took more than ${seconds} seconds`)
    this.seconds = seconds
  }
}

let worker: Worker | null = null
let last: Promise<unknown> = Promise.resolve()

/** Findings of one text; `lexicon` is the province's, as a file; `trace` adds why. Rejects with `ReadingTooSlow`, or with what broke the thread. */
export function readApart(
  text: string,
  name: string,
  date: string | null,
  lexicon = '',
  trace = false,
  seconds = usualSeconds,
): Promise<FoundInText> {
  const turn = last.then(() => inWorker({ text, name, date, lexicon, trace }, seconds))
  last = turn.catch(() => undefined)
  return turn
}

function inWorker(task: object, seconds: number): Promise<FoundInText> {
  worker ??= startWorker()
  const own = worker
  return new Promise((resolve, reject) => {
    const end = (error: Error): void => {
      done()
      if (worker === own) worker = null
      void own.terminate()
      reject(error)
    }
    const answer = (found: FoundInText): void => {
      done()
      resolve(found)
    }
    const timer = setTimeout(() => end(new ReadingTooSlow(seconds)), seconds * 1000)
    const gone = (code: number): void => end(new Error(`the reading thread ended with ${code}`))
    const done = (): void => {
      clearTimeout(timer)
      own.off('message', answer).off('error', end).off('exit', gone)
      own.unref()
    }
    own.on('message', answer).on('error', end).on('exit', gone)
    // While it works, the process waits for it; idle, it does not keep the process alive.
    own.ref()
    own.postMessage(task)
  })
}

function startWorker(): Worker {
  const started = new Worker(join(import.meta.dirname, 'read-worker.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  started.unref()
  return started
}
