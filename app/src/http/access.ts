// The one policy: who may do what. Every store function asks it first; everything not listed is denied.
import { Problem } from '../problem.ts'

export type Role = 'administrator' | 'office' | 'reader' | 'system' | 'anonymous'

/** Who acts. `provinceId` 0 and no account: somebody who has not signed in. */
export interface Actor {
  accountId: string | null
  provinceId: number
  role: Role
  name: string
  locale: 'vi' | 'en'
}

export const actions = [
  'province.add',
  'account.read',
  'account.manage',
  'session.own',
  'document.read',
  'document.add',
  'document.edit',
  'document.destroy',
  'finding.read',
  'finding.decide',
  'register.read',
  'register.edit',
  'search',
  'record.read',
  'record.verify',
] as const

export type Action = (typeof actions)[number]

const reads: Action[] = [
  'session.own',
  'document.read',
  'finding.read',
  'register.read',
  'search',
  'record.read',
]

/** The table: role → what it may do inside its own province. */
export const allowed: Record<Role, ReadonlySet<Action>> = {
  administrator: new Set<Action>([
    ...reads,
    'account.read',
    'account.manage',
    'document.destroy',
    'record.verify',
  ]),
  office: new Set<Action>([
    ...reads,
    'document.add',
    'document.edit',
    'finding.decide',
    'register.edit',
  ]),
  reader: new Set<Action>(reads),
  system: new Set<Action>(actions),
  anonymous: new Set<Action>(),
}

/**
 * Throws `Problem` where the actor may not: `signInNeeded` for nobody, `notFound` for another
 * province (its existence is not disclosed), `forbidden` for a role without the action.
 */
export function authorise(actor: Actor, action: Action, provinceId: number): void {
  if (actor.role === 'anonymous') throw new Problem('signInNeeded')
  if (actor.provinceId !== provinceId) throw new Problem('notFound')
  if (!allowed[actor.role].has(action)) throw new Problem('forbidden', { action })
}

export const anonymous: Actor = {
  accountId: null,
  provinceId: 0,
  role: 'anonymous',
  name: '',
  locale: 'vi',
}

/** The installation itself (command line on the server, sample loader), inside one province. */
export const systemActor = (provinceId: number): Actor => ({
  accountId: null,
  provinceId,
  role: 'system',
  name: 'system',
  locale: 'vi',
})

/** The account a row is confirmed or added by; the installation itself cannot confirm. */
export function accountOf(actor: Actor): string {
  if (actor.accountId === null) throw new Problem('forbidden')
  return actor.accountId
}
