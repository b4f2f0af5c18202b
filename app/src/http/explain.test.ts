// Why somebody may do something, case by case; and that the reasons never say anything but the policy.
import { describe, expect, test } from 'vitest'
import { type Actor, canRead, type Grant, type Guarded, levels, may, roles } from './access.ts'
import { type Deed, deeds, explainAccess, recordKinds, rolesFor, type Subject } from './explain.ts'

/** Bodies: `own` under `above`, `below` under `own`, `beside` apart; `heir` took over `own` when it ended. */
const trees: Record<string, { covers: string[]; above: string[]; inherited?: string[] }> = {
  own: { covers: ['own', 'below'], above: ['above'] },
  above: { covers: ['above', 'own', 'below'], above: [] },
  below: { covers: ['below'], above: ['own', 'above'] },
  beside: { covers: ['beside'], above: [] },
  heir: { covers: ['heir'], above: [], inherited: ['own'] },
}

const grant = (role: Grant['role'], body: string | null): Grant => ({
  id: `${role} ${body}`,
  role,
  organisationId: body ?? 'root',
  everywhere: body === null,
  covers: new Set(trees[body ?? '']?.covers),
  above: new Set(trees[body ?? '']?.above),
  inherited: new Set(trees[body ?? '']?.inherited),
  standsFor: new Set([...(body ? [body] : []), ...(trees[body ?? '']?.inherited ?? [])]),
})

const who = (...grants: Grant[]): Actor => ({
  kind: 'account',
  accountId: 'me',
  provinceId: 1,
  grants,
  name: 'x',
  locale: 'vi',
})

const paper = (level: Guarded['level'], organisationId: string | null, named = {}): Subject => ({
  organisationId,
  accountId: null,
  document: {
    level,
    organisationId,
    participants: { organisations: [], accounts: [], ...named },
  },
})

const find = (kind: keyof typeof deeds, name: Deed['name']): Deed => {
  const found = deeds[kind].find((one) => one.name === name)
  if (!found) throw new Error(`${kind}: ${name}`)
  return found
}

test.each([
  ['departmentOfficer', 'own', paper('office', 'own'), 'ownBody'],
  ['departmentHead', 'above', paper('office', 'own'), 'bodyAbove'],
  ['office', null, paper('office', 'own'), 'province'],
  ['reader', 'below', paper('organisation', 'own'), 'bodyBelow'],
  ['reader', 'own', paper('organisation', 'own'), 'ownBody'],
  ['departmentOfficer', 'heir', paper('office', 'own'), 'bodyBefore'],
  ['reader', 'heir', paper('organisation', 'own'), 'bodyBefore'],
  ['reader', 'heir', paper('participants', 'above', { organisations: ['own'] }), 'bodyBefore'],
  ['reader', 'beside', paper('organisation', null), 'level'],
  ['reader', 'beside', paper('internal', 'own'), 'level'],
  ['reader', 'beside', paper('participants', 'own', { accounts: ['me'] }), 'participantAccount'],
  [
    'reader',
    'beside',
    paper('participants', 'own', { organisations: ['beside'] }),
    'participantBody',
  ],
] as const)('%s in %s reads by its way', (role, body, subject, way) => {
  const one = grant(role, body)
  expect(explainAccess(who(one), find('document', 'read'), subject)).toEqual({
    may: true,
    because: null,
    through: [{ grantId: one.id, way }],
  })
})

test.each([
  ['nobody’s right', who(), 'document', 'read', paper('public', 'own'), 'noRight'],
  ['closed', who(grant('reader', 'own')), 'document', 'read', paper('office', 'own'), 'closed'],
  ['role', who(grant('reader', 'own')), 'document', 'change', paper('public', 'own'), 'role'],
  [
    'another body',
    who(grant('departmentHead', 'beside')),
    'document',
    'change',
    paper('public', 'own'),
    'place',
  ],
  [
    'papers of a body that is over are read, not changed',
    who(grant('departmentHead', 'heir')),
    'document',
    'change',
    paper('office', 'own'),
    'place',
  ],
  // To publish is a change first.
  ['half', who(grant('publisher', null)), 'document', 'publish', paper('internal', 'own'), 'role'],
  [
    'the registers are the province’s',
    who(grant('office', 'own')),
    'conference',
    'change',
    paper('public', 'own'),
    'place',
  ],
  [
    'another’s account',
    who(grant('administrator', null)),
    'account',
    'own',
    { organisationId: null, document: null, accountId: 'you' },
    'notOneself',
  ],
] as const)('%s: why not', (_, actor, kind, name, subject, because) => {
  expect(explainAccess(actor, find(kind, name), subject)).toEqual({
    may: false,
    because,
    through: [],
  })
})

test('a body that meets with the one that leads: its people by holding it, those below it by the level', () => {
  const guard = { ...(paper('organisation', 'own').document as Guarded) }
  const within = { ...guard, level: 'office' as const }
  const subject: Subject = {
    ...paper('organisation', 'beside'),
    also: [{ guard: within, way: 'holdingBody' }, { guard }],
  }
  const way = (one: Grant) =>
    explainAccess(who(one), find('conference', 'read'), subject).through.map((told) => told.way)
  expect(way(grant('departmentOfficer', 'own'))).toEqual(['holdingBody'])
  expect(way(grant('reader', 'below'))).toEqual(['bodyBelow'])
  expect(way(grant('reader', 'heir'))).toEqual(['bodyBefore'])
})

test('every grant that lets one do it is told, and no other', () => {
  const rights = [
    grant('office', null),
    grant('departmentOfficer', 'beside'),
    grant('departmentOfficer', 'own'),
  ]
  const verdict = explainAccess(who(...rights), find('document', 'change'), paper('office', 'own'))
  expect(verdict.through).toEqual([
    { grantId: 'office null', way: 'province' },
    { grantId: 'departmentOfficer own', way: 'ownBody' },
  ])
})

test('one’s own account needs no right', () => {
  const subject = { organisationId: null, document: null, accountId: 'me' }
  expect(explainAccess(who(), find('account', 'own'), subject).through).toEqual([
    { grantId: null, way: 'oneself' },
  ])
})

describe.each(recordKinds)('%s', (kind) => {
  test('what is explained is what the policy says, for every role, place and level', () => {
    let allowed = 0
    for (const role of roles) {
      for (const place of [null, ...Object.keys(trees)]) {
        for (const level of levels) {
          for (const body of [null, 'own']) {
            const actor = who(grant(role, place))
            const subject = paper(level, body)
            for (const deed of deeds[kind].filter((one) => one.name !== 'own')) {
              const asked = deed.at === 'record' ? body : null
              const policy =
                canRead(actor, subject.document as Guarded) &&
                deed.needs.every((action) => may(actor, action, 1, asked))
              const verdict = explainAccess(actor, deed, subject)
              const told = `${role} in ${place}: ${deed.name} at ${level} of ${body}`
              expect(verdict.may, told).toBe(policy)
              expect(verdict.through.length > 0, told).toBe(policy)
              expect(verdict.because === null, told).toBe(policy)
              if (policy) expect(rolesFor(deed), told).toContain(role)
              allowed += Number(policy)
            }
          }
        }
      }
    }
    expect(allowed).toBeGreaterThan(0)
  })
})
