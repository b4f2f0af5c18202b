// Which network a request comes from.
import type { Context } from 'hono'
import { networkOf } from '../registers/people/agents.ts'
import type { Env, HttpSettings } from './context.ts'

/** The network asked from: of the socket's address, or of the trusted proxy's word for it. */
export function networkFrom(c: Context<Env>, { trustProxy }: HttpSettings): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').pop()?.trim()
  if (trustProxy && forwarded) return networkOf(forwarded)
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming
  return networkOf(incoming?.socket?.remoteAddress ?? 'local')
}
