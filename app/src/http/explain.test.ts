// Why somebody may do something, case by case; and that the reasons never say anything but the policy.
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  actions,
  canRead,
  type Grant,
  type Guarded,
  levels,
  may,
  roles,
} from './access.ts'
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

const wayIn = (one: Grant, subject: Subject) =>
  explainAccess(who(one), find('itemOpinion', 'read'), subject).through.map((told) => told.way)

test('without a document behind it: open by what somebody may do there, or by being named, to nobody else', () => {
  const subject: Subject = {
    ...{ organisationId: 'own', accountId: null, document: null },
    also: [
      { doing: 'conference.run', organisationId: 'own' },
      { named: { organisations: ['beside'], accounts: [] }, way: 'sitting' },
    ],
  }
  expect(wayIn(grant('office', 'above'), subject)).toEqual(['bodyAbove'])
  expect(wayIn(grant('reader', 'beside'), subject)).toEqual(['sitting'])
  expect(wayIn(grant('departmentHead', 'own'), subject)).toEqual([])
  // A right in the whole province names nobody.
  expect(wayIn(grant('inspector', null), subject)).toEqual([])
  expect(wayIn(grant('reader', null), { ...subject, also: [] })).toEqual([])
})

test('where several things have to be open, all of them, by whatever right', () => {
  const both: Subject = {
    ...{ organisationId: 'own', accountId: null, document: null },
    also: [{ every: [paper('organisation', 'own'), paper('office', 'beside')] }],
  }
  expect(wayIn(grant('reader', 'below'), both)).toEqual([])
  const two = who(grant('reader', 'below'), grant('departmentOfficer', 'beside'))
  expect(explainAccess(two, find('itemOpinion', 'read'), both).through).toEqual([
    { grantId: 'reader below', way: 'bodyBelow' },
  ])
})

test('what was sent is answered by whom it names: their body by who acts for it, and its heir', () => {
  const subject: Subject = {
    ...{ organisationId: 'above', accountId: null, document: null },
    addressed: { organisations: ['own'], accounts: ['me'] },
  }
  const answer = (one: Grant, of = subject, kind: 'invitation' | 'explanation' = 'invitation') => {
    const { because, through } = explainAccess(who(one), find(kind, 'respond'), of)
    return because ?? through.map((told) => told.way)
  }
  const body = { ...subject, addressed: { organisations: ['own'], accounts: [] } }
  expect(answer(grant('reader', 'beside'))).toEqual(['participantAccount'])
  expect(answer(grant('departmentOfficer', 'own'), body)).toEqual(['participantBody'])
  expect(answer(grant('departmentOfficer', 'heir'), body)).toEqual(['bodyBefore'])
  expect(answer(grant('reader', 'own'), body)).toBe('notAddressed')
  // The office writes down what it was told.
  expect(answer(grant('office', 'above'), body)).toEqual(['ownBody'])
  // An explanation is the unit's alone, by a role that reports.
  expect(answer(grant('office', null), body, 'explanation')).toBe('notAddressed')
  expect(answer(grant('leader', 'own'), body, 'explanation')).toBe('notAddressed')
  expect(answer(grant('communeOfficer', 'own'), body, 'explanation')).toEqual(['participantBody'])
})

test('a right is told once, and one in the whole province by that alone', () => {
  const subject: Subject = {
    ...{ organisationId: 'own', accountId: null, document: null, leads: ['beside'] },
    also: [{ guard: paper('office', 'own').document as Guarded, way: 'holdingBody' }],
  }
  const told = (one: Grant, name: Deed['name']) =>
    explainAccess(who(one), find('itemOpinion', name), subject).through.map(({ way }) => way)
  expect(told(grant('officeHead', null), 'answer')).toEqual(['province'])
  expect(told(grant('officeHead', null), 'run')).toEqual(['province'])
  expect(told(grant('officeHead', null), 'read')).toEqual(['province'])
  expect(told(grant('officeHead', 'own'), 'read')).toEqual(['holdingBody'])
})

test('who sent or entered something does not judge it, whatever else they may', () => {
  const subject = { organisationId: 'own', accountId: null, document: null }
  const take = (more: Partial<Subject>) =>
    explainAccess(who(grant('office', null)), find('reportSlot', 'take'), { ...subject, ...more })
  expect(take({ doers: ['you'], leads: ['own'] }).may).toBe(true)
  expect(take({ doers: ['me'] }).because).toBe('doer')
  const both = who(grant('office', null), grant('communeHead', 'own'))
  const lead = { ...subject, leads: ['own'] }
  expect(explainAccess(both, find('reportSlot', 'take'), lead).because).toBe('doer')
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
              // What is sent to somebody to be answered has its own cases below: here nobody is named.
              const may1 = ({ needs, at }: NonNullable<Deed['or']>) =>
                needs.every(
                  (action) =>
                    actions[action] !== 'signedIn' &&
                    may(actor, action, 1, at === 'record' ? body : null),
                )
              const policy =
                canRead(actor, subject.document as Guarded) &&
                (may1(deed) || (deed.or !== undefined && may1(deed.or)))
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
