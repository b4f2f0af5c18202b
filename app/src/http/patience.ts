// How long a connection may keep us waiting: whoever sends headers or a body drop by drop is cut off, so
// that thousands of such connections do not stand open (docs/reliability.md, D1).
import type { IncomingMessage, Server, ServerOptions } from 'node:http'

/** Times in milliseconds. */
export interface Patience {
  /** From opening a connection, or a further request on it, to the end of its headers. */
  headers: number
  /** From the same moment to the end of the body, however fast it comes. */
  request: number
  /** Within every such stretch of time a body brings `leastBytes`, or ends. */
  window: number
  /** 8 KiB in 18 s are 3.6 kbit/s: no line of an office is as slow as that. */
  leastBytes: number
  /** How often it is looked. */
  every: number
}

export const patience: Patience = {
  headers: 10_000,
  // 21 MB at 0.6 Mbit/s.
  request: 300_000,
  window: 18_000,
  leastBytes: 8192,
  every: 2_000,
}

/**
 * Connections at once, those that ask nothing among them; a further one is closed at once (D2). A province
 * has some 400 people, and a sitting 300 streams; each connection is a file that the process holds.
 */
export const mostConnections = 4_000

/** What Node looks after by itself. */
export const serverOptions = (limits: Patience = patience): ServerOptions => ({
  headersTimeout: limits.headers,
  requestTimeout: limits.request,
  connectionsCheckingInterval: limits.every,
})

interface Coming {
  since: number
  bytes: number
}

/** Cuts off bodies that come too slowly, and connections beyond `mostConnections`. Ends with the server. */
export function cutSlowBodies(server: Server, limits: Patience = patience): void {
  server.maxConnections = mostConnections
  const coming = new Map<IncomingMessage, Coming>()
  server.on('request', (request: IncomingMessage) => {
    if (request.complete) return
    coming.set(request, { since: Date.now(), bytes: request.socket.bytesRead })
    request.once('close', () => coming.delete(request))
  })
  const look = setInterval(() => {
    for (const [request, seen] of coming) {
      const bytes = request.socket.bytesRead
      if (request.complete) coming.delete(request)
      else if (bytes - seen.bytes >= limits.leastBytes) {
        coming.set(request, { since: Date.now(), bytes })
      } else if (Date.now() - seen.since >= limits.window && request.readableLength === 0) {
        // What lies unread with us is not the sender’s delay.
        request.socket.destroy()
      }
    }
  }, limits.every)
  look.unref()
  server.once('close', () => clearInterval(look))
}
