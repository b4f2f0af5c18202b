// D1, on real sockets: who sends headers or a body drop by drop is cut off, who is only slow is not, and
// meanwhile others are answered.
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setInterval as every } from 'node:timers/promises'
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
    const drip = setInterval(() => socket.write(drop), 150)
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

it('cuts off a hundred that send headers or a body drop by drop, and answers others meanwhile', async () => {
  const port = await serve(short)
  const slow = [
    ...Array.from({ length: 34 }, () => dripping(port, opening, 'X-A: b\r\n')),
    ...Array.from({ length: 33 }, () => dripping(port, `${opening}\r\n`, 'x')),
    ...Array.from({ length: 33 }, () => dripping(port, '', '')),
  ]
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'đầy đủ' })
  expect([answer.status, await answer.text()]).toEqual([200, '6'])
  for (const said of await Promise.all(slow)) expect(said).not.toMatch(/^HTTP\/1.1 200/)
})

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
  expect(patience.window).toBeLessThanOrEqual(20_000)
  expect(serverOptions()).toEqual({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.every,
  })
})
