// D2 and D3, on real sockets: thousands of connections that ask nothing, and requests written so that two
// servers would see different ends in them. GIAOBAN_TRIAL holds nearly as many connections as there may be, lets a thousand
// others ask beside them and tries six thousand more.
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cutSlowBodies, mostConnections, patience, serverOptions } from './patience.ts'

let server: Server
let port = 0
/** What the application was asked, as "POST /path body". */
let seen: string[] = []

beforeEach(async () => {
  seen = []
  server = createAdaptorServer({
    fetch: async (request: Request) => {
      const { method, url } = request
      seen.push(`${method} ${new URL(url).pathname} ${await request.text()}`)
      return new Response('answered')
    },
    serverOptions: serverOptions(patience),
  }) as Server
  cutSlowBodies(server, patience)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterEach(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

/** Sends bytes as they are; settles with all that came back once the server has closed the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let said = ''
    socket.setEncoding('latin1').on('data', (part) => {
      said += part
    })
    socket.setTimeout(20_000, () => {
      socket.destroy()
      reject(new Error(`the connection stayed open: ${said}`))
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(said))
  })
}

const start = 'POST /first HTTP/1.1\r\nHost: x\r\n'
const hidden = 'GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n'
const chunked = 'Transfer-Encoding: chunked\r\n'

/** Each ends in a request that a server before us would have taken for a body. */
const doubtful: Record<string, string> = {
  'a length and chunks': `${start}Content-Length: 5\r\n${chunked}\r\n0\r\n\r\n${hidden}`,
  'chunks and a length': `${start}${chunked}Content-Length: 60\r\n\r\n0\r\n\r\n${hidden}`,
  'two lengths': `${start}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  'two equal lengths': `${start}Content-Length: 0\r\nContent-Length: 0\r\n\r\n${hidden}`,
  'a list of lengths': `${start}Content-Length: 0, 40\r\n\r\n${hidden}`,
  'a length with a sign': `${start}Content-Length: +0\r\n\r\n${hidden}`,
  'a length in hexadecimal': `${start}Content-Length: 0x0\r\n\r\n${hidden}`,
  'a length below zero': `${start}Content-Length: -1\r\n\r\n${hidden}`,
  'a space before the colon': `${start}Content-Length : 0\r\n\r\n${hidden}`,
  'a header that is folded': `${start}X-A: b\r\n Content-Length: 40\r\n\r\n${hidden}`,
  'chunks by an unknown coding': `${start}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
  'chunks that are not last': `${start}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
  'chunks behind a tabulator': `${start}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n${hidden}`,
  'two codings': `${start}${chunked}Transfer-Encoding: identity\r\n\r\n0\r\n\r\n${hidden}`,
  'lines without a carriage return': `POST /first HTTP/1.1\nHost: x\nContent-Length: 0\n\n${hidden}`,
  'a carriage return alone': `${start}X-A: b\rContent-Length: 40\r\n\r\n${hidden}`,
  'a zero byte in a header': `${start}X-A: b\0c\r\n\r\n${hidden}`,
  'a chunk of a length that is none': `${start}${chunked}\r\n0x5\r\nabcde\r\n0\r\n\r\n${hidden}`,
  'a chunk of too great a length': `${start}${chunked}\r\nfffffffffffffffff\r\na\r\n0\r\n\r\n${hidden}`,
  'a chunk whose line has no carriage return': `${start}${chunked}\r\n5\nabcde\r\n0\r\n\r\n${hidden}`,
  'a chunk that is longer than it says': `${start}${chunked}\r\n1\r\nabc\r\n0\r\n\r\n${hidden}`,
  'an extension with a carriage return alone': `${start}${chunked}\r\n1;a\rb\r\nx\r\n0\r\n\r\n${hidden}`,
}

describe('a request with a doubtful end', () => {
  it.each(Object.keys(doubtful))('%s: refused, and nothing behind it is read', async (name) => {
    const said = await exchange(doubtful[name] ?? '')
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(said.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(seen.filter((one) => one.includes('hidden'))).toEqual([])
  })

  it('one with a clear end is answered, and the next behind it', async () => {
    const last = hidden.replace('Host: x', 'Host: x\r\nConnection: close')
    const said = await exchange(`${start}${chunked}\r\n3;a=b\r\nabc\r\n0\r\n\r\n${last}`)
    expect(said.match(/HTTP\/1\.1 200 /g)).toHaveLength(2)
    expect(seen.toSorted()).toEqual(['GET /hidden ', 'POST /first abc'])
  })
})

const trial = process.env.GIAOBAN_TRIAL !== undefined
const idle = trial ? mostConnections - 50 : 400
/** Who asks beside them, each on a connection of its own, twenty at once; and who comes when all are taken. */
const others = trial ? 1_000 : 100
const late = trial ? 6_000 : 100

it(`answers while ${idle} connections ask nothing, and lets nobody have more than there are`, async () => {
  const sockets: Socket[] = []
  const closed = { count: 0 }
  const hold = (socket: Socket) => {
    socket.on('error', () => {})
    socket.on('close', () => closed.count++)
    sockets.push(socket)
  }
  for (let index = 0; index < idle; index++) {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve())
      socket.once('error', reject)
      hold(socket)
    })
  }
  const asked = hidden.replace('hidden', 'asked').replace('Host: x', 'Host: x\r\nConnection: close')
  let answered = 0
  for (let first = 0; first < others; first += 20) {
    const all = await Promise.all(Array.from({ length: 20 }, () => exchange(asked)))
    answered += all.filter((said) => said.endsWith('answered')).length
  }
  expect(answered).toBe(others)
  expect(closed.count).toBe(0)
  expect(server.maxConnections).toBe(mostConnections)
  // From here on one more is one too many: closed at once, those before are not.
  server.maxConnections = await new Promise((resolve) =>
    server.getConnections((_, count) => resolve(count)),
  )
  for (let first = 0; first < late; first += 100) {
    const all = await Promise.all(Array.from({ length: 100 }, () => exchange(hidden)))
    expect(all).toEqual(Array(100).fill(''))
  }
  expect(seen.filter((one) => one.includes('hidden'))).toEqual([])
  expect(closed.count).toBe(0)
  for (const socket of sockets) socket.destroy()
}, 120_000)
