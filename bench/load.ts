// Requests over HTTP from this process to a server in another: how long one takes, and how many a second.
import { Agent, get } from 'node:http'

export interface Target {
  url: string
  headers: Record<string, string>
}

export interface Rate {
  /** Median milliseconds of one request. */
  p50: number
  p95: number
  perSecond: number
  /** Bytes of the last answer. */
  bytes: number
}

/** Asks `target` over and over for so many seconds, `clients` requests at a time. Any answer but 200 is an error. */
export async function load(
  target: Target,
  { seconds, clients }: { seconds: number; clients: number },
): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let bytes = 0
  const started = performance.now()
  const until = started + seconds * 1000
  const client = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      bytes = (await body(agent, target)).length
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - started) / 1000
  agent.destroy()
  const sorted = times.sort((a, b) => a - b)
  const part = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { p50: part(0.5), p95: part(0.95), perSecond: times.length / took, bytes }
}

/** The answer's body, as it was sent. */
export function body(agent: Agent, { url, headers }: Target): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        if (response.statusCode === 200) resolve(whole)
        else reject(new Error(`${url}: ${response.statusCode} ${whole.toString().slice(0, 300)}`))
      })
    }).on('error', reject)
  })
}
