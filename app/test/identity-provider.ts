// A real identity provider on loopback (npm `oidc-provider`), and a browser's way through its forms.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const client = { id: 'giaoban', secret: 'a-secret-of-the-test-that-is-long-enough' }

export interface RunningProvider {
  issuer: string
  close(): Promise<void>
}

/** What the provider says of whoever signs in as `subject`; changed by tests. */
export const people = new Map<string, { email: string; email_verified: boolean; amr?: string[] }>()

/** Starts it; whoever types a subject of `people` with any password is that subject. */
export async function startProvider(redirectUri: string): Promise<RunningProvider> {
  const server: Server = createServer((request, response) => handle(request, response))
  let handle: ReturnType<Provider['callback']> = () => Promise.resolve()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a-key-of-the-test'] },
    findAccount(ctx, subject) {
      const { amr, ...claims } = people.get(subject) ?? {}
      // How somebody signed in belongs to the provider's session, not to the person.
      if (ctx.oidc.session && amr) ctx.oidc.session.amr = amr
      return { accountId: subject, claims: () => ({ sub: subject, ...claims }) }
    },
  })
  handle = provider.callback()
  return { issuer, close: () => new Promise((done) => server.close(() => done())) }
}

/** Goes to the address as a browser does and signs in as the subject; the query it comes back with. */
export async function signInThere(
  address: string,
  subject: string,
  redirectUri: string,
): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  let form: URLSearchParams | null = null
  for (let hop = 0; hop < 20; hop++) {
    if (next.startsWith(redirectUri)) return new URL(next).search.slice(1)
    const response: Response = await fetch(next, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const location = response.headers.get('location')
    form = null
    if (location) next = new URL(location, next).href
    else {
      const page = await response.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (!prompt) throw new Error(`the provider answers ${response.status}: ${page.slice(0, 300)}`)
      form = new URLSearchParams({ prompt, login: subject, password: 'x' })
    }
  }
  throw new Error('the provider sends round in circles')
}
