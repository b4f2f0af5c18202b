// D1, on real sockets: who sends headers or a body drop by drop is cut off, who is only slow is not, and
// meanwhile others are answered. GIAOBAN_TRIAL: two thousand, with the server's own limits.
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setInterval as every, setTimeout } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { afterEach, expect, it } from 'vitest'
import { cutSlowBodies, type Patience, patience, serverOptions } from './patience.ts'

/** Short, so that the test is; a body still has two seconds for each stretch. */
const short: Patience = {
  headers: 500,
  request: 60_000,
  window: 2_000,
  leastBytes: 1024,
  every: 100,
}

const trial = process.env.GIAOBAN_TRIAL !== undefined
/** Milliseconds between two drops: two thousand cannot send ten a second from one process. */
const between = trial ? 3_000 : 150

let server: Server

async function serve(limits: Patience): Promise<number> {
  server = createAdaptorServer({
    fetch: async (request: Request) => new Response(String((await request.text()).length)),
    serverOptions: serverOptions(limits),
  }) as Server
  cutSlowBodies(server, limits)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

afterEach(() => new Promise((resolve) => server.close(resolve)))

/** A socket that sends `start` and then a drop now and again; settles with what it was told when it is closed. */
function dripping(port: number, start: string, drop: string): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1')
    let said = ''
    const drip = setInterval(() => socket.write(drop), between)
    socket.on('data', (part) => {
      said += part
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(drip)
      resolve(said)
    })
    socket.write(start)
  })
}

const opening = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n'

/** Of each of the three ways to be slow. */
const each = trial ? 667 : 34

it(`cuts off ${3 * each} that send headers or a body drop by drop, and answers others meanwhile`, async () => {
  const limits = trial ? patience : short
  const port = await serve(limits)
  const begun = performance.now()
  const lasted: number[] = []
  const ways = [
    [opening, 'X-A: b\r\n'],
    [`${opening}\r\n`, 'x'],
    ['', ''],
  ] as const
  const slow: Promise<string>[] = []
  for (let index = 0; index < each; index++) {
    for (const [start, drop] of ways) {
      const opened = performance.now()
      slow.push(
        dripping(port, start, drop).then((said) => {
          lasted.push(performance.now() - opened)
          return said
        }),
      )
    }
    // Not all in one moment: the machine itself keeps no more than some hundred waiting for the server.
    if (index % 30 === 29) await setTimeout(50)
  }
  const all = Promise.all(slow)
  const waits: number[] = []
  let left = true
  void all.then(() => {
    left = false
  })
  // Others ask as long as there is somebody left, each on a connection of its own.
  do {
    const asked = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { connection: 'close' },
      body: 'đầy đủ',
    })
    expect([answer.status, await answer.text()]).toEqual([200, '6'])
    waits.push(performance.now() - asked)
    await setTimeout(20)
  } while (left)
  for (const said of await all) expect(said).not.toMatch(/^HTTP\/1.1 200/)
  if (!trial) return
  const [waited, cut] = [waits, lasted].map((some) => some.toSorted((a, b) => a - b))
  const seconds = (ms = 0) => `${(ms / 1000).toFixed(2)} s`
  console.log(
    `${slow.length} slow ones, closed after ${seconds(cut?.[0])} to ${seconds(cut?.at(-1))}; ` +
      `${waits.length} others answered meanwhile, 99 of 100 within ` +
      `${seconds(waited?.[Math.floor(waits.length * 0.99)])}; in all ${seconds(performance.now() - begun)}`,
  )
}, 180_000)

it('lets a body come slowly that keeps coming', async () => {
  const port = await serve(short)
  const socket = connect(port, '127.0.0.1')
  const answered = new Promise<string>((resolve) =>
    socket.once('data', (said) => resolve(`${said}`)),
  )
  const parts = 12
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${parts * 4096}\r\n\r\n`,
  )
  let sent = 0
  // Longer in all than one stretch of time.
  for await (const _ of every(250)) {
    socket.write('x'.repeat(4096))
    if (++sent === parts) break
  }
  expect(await answered).toMatch(/^HTTP\/1.1 200/)
  socket.destroy()
})

it('is what the server is started with: closed within 20 s of silence', () => {
  expect(patience.headers + patience.every).toBeLessThanOrEqual(20_000)
  expect(patience.window + patience.every).toBeLessThanOrEqual(20_000)
  expect(serverOptions()).toEqual({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.every,
  })
})
