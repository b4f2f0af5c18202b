// Under which address people reach this server, for links that leave it.
import type { Context } from 'hono'
import type { Env, HttpSettings } from './context.ts'

/** `https://giaoban.example`, from the request; a proxy's word counts where it is trusted. */
export function ownAddress(c: Context<Env>, settings: HttpSettings): string {
  const told = (name: string) =>
    settings.trustProxy ? c.req.header(name)?.split(',')[0]?.trim() : undefined
  const host = told('x-forwarded-host') ?? c.req.header('host') ?? 'localhost'
  const scheme = told('x-forwarded-proto') ?? (settings.secure ? 'https' : 'http')
  const address = `${scheme}://${host}`
  return URL.canParse(address) ? new URL(address).origin : 'http://localhost'
}
