// The service worker: gives out the shell of the screens when the network does not. It keeps nothing but
// our own built files, and never touches an answer of the API. The build fills in the list of files.

declare const __SHELL_FILES__: readonly string[]

interface Waits {
  waitUntil(work: Promise<unknown>): void
}
interface Fetches {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: { origin: string }
  addEventListener(event: 'install' | 'activate', listener: (event: Waits) => void): void
  addEventListener(event: 'fetch', listener: (event: Fetches) => void): void
}
const scope = globalThis as unknown as WorkerScope

const files = __SHELL_FILES__
const page = '/'
/** Another build has other files, and so another name. */
const cacheName = `giaoban-shell-${files
  .join('|')
  .replace(/[^\w]+/g, '')
  .slice(-200)}`
/** How long a page may keep us waiting before the kept one is given. */
const patience = 5_000

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => scope.clients.claim()))
})

scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== scope.location.origin || pathname.startsWith('/api/')) return
  if (mode === 'navigate') event.respondWith(pageFor(event.request))
  else if (files.includes(pathname)) event.respondWith(keptOr(event.request))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([page, ...files].map((path) => new Request(path, { cache: 'reload' })))
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('giaoban-shell-') && name !== cacheName) await caches.delete(name)
  }
}

/** The page from the server where it answers in time, else the kept one. */
async function pageFor(request: Request): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
  const answer = await Promise.race([fetch(request).catch(() => null), late])
  if (answer && answer.status < 500) return answer
  return (await (await caches.open(cacheName)).match(page)) ?? answer ?? Response.error()
}

async function keptOr(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(request)) ?? fetch(request)
}

export {}
