// The key of an account's outbox: derived, never stored, the same on each of its devices.
import { hkdfSync } from 'node:crypto'
import { type Actor, accountOf, authorise } from '../../http/access.ts'

/** 32 bytes in base64. `secret`: the installation's own, which never leaves the server. */
export function outboxKeyOf(actor: Actor, secret: Buffer): string {
  authorise(actor, 'session.own', actor.provinceId)
  const whose = `${actor.provinceId}:${accountOf(actor)}`
  return Buffer.from(hkdfSync('sha256', secret, whose, 'giaoban tablet outbox', 32)).toString(
    'base64',
  )
}
