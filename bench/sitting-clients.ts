// The clients of `node bench/sitting.ts`, in a process of their own: each holds one stream of events and, as a page
// does, reads the sitting after each event. Forked; ends when its parent does.
import { Agent, get, type IncomingMessage } from 'node:http'
import { cpuUsage } from 'node:process'

export interface Order {
  address: string
  conference: string
  cookies: string[]
  /** Whether a client reads the sitting after each event, as an open page does. */
  reads: boolean
}

/** What one client heard and read: numbers of the sitting, each with its instant in milliseconds. */
export interface Heard {
  events: [number, number][]
  readings: [number, number][]
  /** Bytes of bodies, as they came. */
  streamBytes: number
  readBytes: number
  /** Answers 304. */
  unchanged: number
  /** What went wrong, or ended before its time. */
  faults: string[]
}

export type Report =
  | { kind: 'joined' }
  | { kind: 'latest'; numbers: number[] }
  | { kind: 'heard'; clients: Heard[]; cpuSeconds: number }

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const clients: Heard[] = []
let reads = false
let ending = false

function follow({ address, conference }: Order, cookie: string): Promise<void> {
  const heard: Heard = {
    events: [],
    readings: [],
    streamBytes: 0,
    readBytes: 0,
    unchanged: 0,
    faults: [],
  }
  clients.push(heard)
  const at = `${address}/api/conferences/${conference}`
  const reading = reader(`${at}/sitting`, cookie, heard)
  return new Promise((joined) => {
    const over = (why: string) => {
      if (!ending) heard.faults.push(why)
      joined()
    }
    const request = get(`${at}/live`, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) over(`stream answered ${response.statusCode}`)
      let rest = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        const now = Date.now()
        heard.streamBytes += Buffer.byteLength(part)
        const blocks = (rest + part).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const number = /^event: live$/m.test(block) && /^data: (\d+)$/m.exec(block)?.[1]
          if (/^event: cut$/m.test(block)) over('cut off')
          if (!number) continue
          heard.events.push([Number(number), now])
          if (reads) void reading()
          joined()
        }
      })
      response.on('close', () => over('stream ended'))
    })
    request.on('error', (error) => over(String(error)))
  })
}

/** Reads the sitting, one request at a time; what is asked for meanwhile is asked once more after it. */
function reader(address: string, cookie: string, heard: Heard): () => Promise<void> {
  let busy = false
  let again = false
  let tag = ''
  return async function read(): Promise<void> {
    if (busy) {
      again = true
      return
    }
    busy = true
    do {
      again = false
      try {
        const response = await answer(address, { cookie, ...(tag && { 'if-none-match': tag }) })
        const parts: Buffer[] = []
        for await (const part of response) parts.push(part as Buffer)
        const body = Buffer.concat(parts)
        heard.readBytes += body.length
        if (response.statusCode === 304) heard.unchanged++
        else if (response.statusCode !== 200) heard.faults.push(`read: ${response.statusCode}`)
        tag = response.headers.etag ?? ''
        heard.readings.push([Number(/^"(\d+)-/.exec(tag)?.[1]), Date.now()])
      } catch (error) {
        if (!ending) heard.faults.push(`read: ${error}`)
      }
    } while (again)
    busy = false
  }
}

const answer = (address: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(address, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, resolve).on(
      'error',
      reject,
    )
  })

const tell = (report: Report) => process.send?.(report)

process.on('disconnect', () => process.exit())
process.on('message', async (message: Order | 'latest' | 'end') => {
  if (message === 'latest') {
    const numbers = clients.map(({ events, readings }) =>
      Math.min(events.at(-1)?.[0] ?? 0, reads ? (readings.at(-1)?.[0] ?? 0) : Infinity),
    )
    tell({ kind: 'latest', numbers })
  } else if (message === 'end') {
    ending = true
    const { user, system } = cpuUsage(cpuAtStart)
    tell({ kind: 'heard', clients, cpuSeconds: (user + system) / 1e6 })
  } else {
    reads = message.reads
    await Promise.all(message.cookies.map((cookie) => follow(message, cookie)))
    cpuAtStart = cpuUsage()
    tell({ kind: 'joined' })
  }
})
let cpuAtStart = cpuUsage()
