// Threads that read documents: outcomes in the order of the jobs, and no more under way than can be held.
// A thread that breaks or hangs is replaced, its lines read again one by one, and the document that broke
// it named.
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { singly } from './lines.ts'
import { type Job, nameOf, type Outcomes, outcomeOf, type ReadingOptions } from './reading.ts'
import { cliTexts } from './texts.ts'

/** Longer than any honest document takes; then the thread is given up. */
const patienceSeconds = 120
/** Jobs that may wait behind each thread, so that none of them idles. */
const ahead = 4
export interface PoolOptions extends ReadingOptions {
  /** The lexicon as its file; empty for the built-in one. */
  lexicon: string
  /** Threads; as many as there are processors where nothing is said. */
  threads?: number | undefined
  /** Seconds that one job may take. */
  patience?: number | undefined
  /** The program of a thread; a test gives one that breaks. */
  program?: string | undefined
}

interface Waiting {
  job: Job
  settle: (outcomes: Outcomes) => void
}

interface Thread {
  worker: Worker
  /** Settles the job it works on; null while it has none. */
  settle: ((outcomes: Outcomes) => void) | null
}

/** Reads all jobs and yields their outcomes in order. */
export async function* readAll(
  jobs: AsyncIterable<Job>,
  options: PoolOptions,
): AsyncGenerator<Outcomes> {
  const pool = new Pool(options)
  const underWay: Promise<Outcomes>[] = []
  try {
    for await (const job of jobs) {
      underWay.push(pool.read(job))
      if (underWay.length >= pool.size * ahead) yield (await underWay.shift()) as Outcomes
    }
    for (const outcomes of underWay) yield await outcomes
  } finally {
    await pool.end()
  }
}

function joined(all: readonly Outcomes[]): Outcomes {
  return {
    bytes: Buffer.concat(all.map(({ bytes }) => bytes)),
    count: all.reduce((sum, { count }) => sum + count, 0),
    troubles: all.flatMap(({ troubles }) => troubles),
  }
}

/** A program of ours: TypeScript as it is, JavaScript where it was built. */
const beside = (name: string): string =>
  join(import.meta.dirname, name + extname(import.meta.filename))

class Pool {
  readonly size: number
  private readonly options: PoolOptions
  private readonly threads = new Set<Thread>()
  private readonly idle: Thread[] = []
  private readonly waiting: Waiting[] = []

  constructor(options: PoolOptions) {
    this.options = options
    this.size = options.threads ?? availableParallelism()
  }

  /** The outcomes of a job. Never rejects. */
  read(job: Job): Promise<Outcomes> {
    return new Promise((settle) => {
      this.waiting.push({ job, settle })
      this.give()
    })
  }

  async end(): Promise<void> {
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()))
  }

  private give(): void {
    while (this.waiting.length > 0) {
      const thread = this.idle.pop() ?? (this.threads.size < this.size ? this.start() : null)
      const next = thread && this.waiting.shift()
      if (!next) return
      this.work(thread, next)
    }
  }

  private start(): Thread {
    const { lexicon, program, threads: _threads, patience: _patience, ...plain } = this.options
    const worker = new Worker(program ?? beside('read-thread'), {
      workerData: { options: plain, lexicon },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    const thread: Thread = { worker, settle: null }
    this.threads.add(thread)
    worker.on('message', (outcomes: Outcomes) => {
      thread.settle?.(outcomes)
      thread.settle = null
      this.idle.push(thread)
      this.give()
    })
    return thread
  }

  private work(thread: Thread, { job, settle }: Waiting): void {
    const t = cliTexts[this.options.language]
    const { worker } = thread
    const done = (): void => {
      clearTimeout(timer)
      worker.off('error', fell).off('exit', ended)
    }
    const lost = (why: string): void => {
      done()
      this.threads.delete(thread)
      void worker.terminate()
      const parts = job.kind === 'lines' ? singly(job) : []
      if (parts.length <= 1) settle(outcomeOf(t.readerBroke(nameOf(job, t), why)))
      else void Promise.all(parts.map((part) => this.read(part))).then((all) => settle(joined(all)))
      this.give()
    }
    const fell = (error: Error): void => lost(error.message)
    const ended = (): void => lost(t.threadEnded)
    const patience = this.options.patience ?? patienceSeconds
    const timer = setTimeout(() => lost(t.tooSlow(patience)), patience * 1000)
    thread.settle = (outcomes) => {
      done()
      settle(outcomes)
    }
    worker.once('error', fell).once('exit', ended)
    worker.postMessage(job)
  }
}
