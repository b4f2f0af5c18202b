// Bodies, people and accounts out to a sheet and in from one. Whoever calls an import rolls the
// transaction back where problems came out: one wrong row, and nothing is taken in.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise, type Role } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { problemWords } from '../../problem-texts.ts'
import { addBody } from '../organisations/changing.ts'
import type { BodyLine, NewBody } from '../organisations/contract.ts'
import { namesIn, type Tree } from '../organisations/organisation.ts'
import { listBodies } from '../organisations/store.ts'
import { giveGrant } from '../people/granting.ts'
import { addAccount, listAccounts } from '../people/store.ts'
import type { PersonView } from '../persons/contract.ts'
import { addPerson, addPost, listPersons } from '../persons/store.ts'
import type { RowProblem } from './contract.ts'
import { BodyNames, personKey } from './matching.ts'
import { type ColumnName, headingOf, type SheetRow, wordIn } from './sheets.ts'

/** What an import did, before it is known whether it stays. */
export interface Outcome {
  added: number
  already: number
  problems: RowProblem[]
}

/** The bodies of today: code, name, kind, other names, the first place above. */
export async function bodiesOut(db: Reads, actor: Actor): Promise<string[][]> {
  authorise(actor, 'organisation.manage', actor.provinceId)
  const bodies = await listBodies(db, actor)
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const names = new BodyNames(bodies)
  return bodies
    .filter((body) => body.kind !== 'province')
    .map((body) => {
      const place = body.parents[0]
      const above = place && byId.get(place.id)
      const parent = above && above.kind !== 'province' ? names.shortest(above) : ''
      return [
        body.code ?? '',
        body.name,
        wordIn('bodies', 'kind', body.kind, actor.locale),
        body.also.join('; '),
        parent,
        place ? wordIn('bodies', 'tree', place.tree, actor.locale) : '',
        body.from ?? '',
        '',
      ]
    })
}

/** People with the posts of today, a row a post. */
export async function peopleOut(db: Reads, actor: Actor): Promise<string[][]> {
  authorise(actor, 'person.manage', actor.provinceId)
  const persons = await listPersons(db, actor)
  const names = new BodyNames(await listBodies(db, actor))
  return persons.flatMap((person) => {
    const facts = [person.name, person.phone ?? '', person.email ?? '', person.note ?? '']
    if (person.posts.length === 0) return [[...facts, '', '', '', '']]
    return person.posts.map((post) => [
      ...facts,
      post.title,
      names.shortestOf(post.organisation),
      post.from ?? '',
      post.to ?? '',
    ])
  })
}

/** Accounts with the rights in force, a row a right; the province itself is left empty. */
export async function accountsOut(db: Reads, actor: Actor): Promise<string[][]> {
  const accounts = await listAccounts(db, actor)
  const names = new BodyNames(await listBodies(db, actor))
  return accounts.flatMap((account) =>
    account.grants
      .filter((grant) => grant.inForce)
      .map((grant) => [
        account.address,
        account.name,
        wordIn('accounts', 'role', grant.role, actor.locale),
        grant.organisation.everywhere ? '' : names.shortestOf(grant.organisation),
      ]),
  )
}

/** Walks the rows; what a row throws as a `Problem` becomes its fault. */
export async function eachRow(
  actor: Actor,
  rows: readonly SheetRow[],
  take: (row: SheetRow, fault: Fault) => Promise<'added' | 'already' | 'fault'>,
): Promise<Outcome> {
  const outcome: Outcome = { added: 0, already: 0, problems: [] }
  for (const row of rows) {
    const fault: Fault = (code, column) => {
      const given = column ? (row.cells[column] ?? '') : ''
      const heading = column ? headingOf(column, actor.locale) : ''
      outcome.problems.push({ row: row.row, column: heading, code, given })
      return 'fault'
    }
    try {
      const did = await take(row, fault)
      if (did !== 'fault') outcome[did]++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { title, detail } = problemWords(error.code, actor.locale, error.details)
      outcome.problems.push({
        row: row.row,
        column: '',
        code: 'refused',
        given: `${title}. ${detail}`,
      })
    }
  }
  return outcome
}

export type Fault = (code: RowProblem['code'], column?: ColumnName) => 'fault'

/** The body that a cell means: null for an empty cell, a fault where it means none or several. */
export function bodyAt(
  names: BodyNames,
  cells: SheetRow['cells'],
  column: 'parent' | 'at' | 'holder' | 'preparing' | 'programmeOf' | 'inspecting',
  fault: Fault,
): BodyLine | null | 'fault' {
  const given = cells[column]
  return given ? bodyCalled(names, given, column, fault) : null
}

/** Between bodies that one cell names. */
export const betweenBodies = '; '

/** The bodies that a cell names, each once, with semicolons between them: a fault where it names none, or one of them is none. */
export function bodiesAt(
  names: BodyNames,
  cells: SheetRow['cells'],
  column: 'inspected',
  fault: Fault,
): BodyLine[] | 'fault' {
  const bodies: BodyLine[] = []
  for (const given of (cells[column] ?? '').split(/[;\n]/)) {
    if (given.trim() === '') continue
    const body = bodyCalled(names, given.trim(), column, fault)
    if (body === 'fault') return body
    if (bodies.every(({ id }) => id !== body.id)) bodies.push(body)
  }
  return bodies.length > 0 ? bodies : fault('unknownBody', column)
}

function bodyCalled(
  names: BodyNames,
  given: string,
  column: ColumnName,
  fault: Fault,
): BodyLine | 'fault' {
  const [body, ...others] = names.find(given)
  if (!body) return fault('unknownBody', column)
  return others.length > 0 ? fault('ambiguousBody', column) : body
}

/**
 * Adds the bodies of a sheet that are not there today (same code, else same name). A place above may
 * stand anywhere in the same sheet.
 */
export async function bodiesIn(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<Outcome> {
  authorise(actor, 'organisation.manage', actor.provinceId)
  const names = new BodyNames(await listBodies(tx, actor))
  const seen = new Set<string>()
  return eachRow(actor, parentsFirst(rows), async ({ cells }, fault) => {
    const { code = '', body = '' } = cells
    const key = code || body
    if (seen.has(key)) return fault('twice', code ? 'code' : 'body')
    seen.add(key)
    const same = names.find(code || body)
    if (same.length > 0) return 'already'
    const above = bodyAt(names, cells, 'parent', fault)
    if (above === 'fault') return above
    const tree = (cells.tree || 'administrative') as Tree
    const page = await addBody(tx, actor, {
      kind: cells.kind as NewBody['kind'],
      name: body,
      also: namesIn(cells.also ?? ''),
      code: code || null,
      parents: above ? [{ id: above.id, tree }] : [],
      from: cells.from || null,
      legalReference: cells.legal || null,
    })
    names.add(page.body)
    return 'added'
  })
}

/** Rows whose place above stands further down come after it; circles stay where they are. */
function parentsFirst(rows: readonly SheetRow[]): SheetRow[] {
  const waiting = new Set(rows)
  const sorted: SheetRow[] = []
  const names = (row: SheetRow) => [row.cells.code, row.cells.body].filter(Boolean)
  for (let moved = true; moved; ) {
    moved = false
    const open = new Set([...waiting].flatMap(names))
    for (const row of waiting) {
      const { parent } = row.cells
      if (parent && open.has(parent) && !names(row).includes(parent)) continue
      waiting.delete(row)
      sorted.push(row)
      moved = true
    }
  }
  return [...sorted, ...waiting]
}

/** Adds people and posts that are not there: the same name with the same ways to reach is one person. */
export async function peopleIn(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<Outcome> {
  authorise(actor, 'person.manage', actor.provinceId)
  const names = new BodyNames(await listBodies(tx, actor))
  const known = new Map<string, PersonView[]>()
  for (const person of await listPersons(tx, actor)) {
    for (const key of personKey.all(person)) known.set(key, [...(known.get(key) ?? []), person])
  }
  return eachRow(actor, rows, async ({ cells }, fault) => {
    const facts = {
      name: cells.person ?? '',
      phone: cells.phone || null,
      email: cells.email || null,
      note: cells.note || null,
    }
    const body = bodyAt(names, cells, 'at', fault)
    if (body === 'fault') return body
    if (cells.title && !cells.at) return fault('required', 'at')
    if (cells.at && !cells.title) return fault('required', 'title')
    const same = known.get(personKey.of(facts)) ?? []
    if (same.length > 1) return fault('ambiguousPerson', 'person')
    const post = body && {
      organisationId: body.id,
      title: cells.title ?? '',
      from: cells.from || null,
      to: cells.to || null,
    }
    const held = same[0]?.posts.some(
      (one) =>
        one.organisation.id === post?.organisationId &&
        one.title === post.title &&
        one.from === post.from,
    )
    if (same[0] && (!post || held)) return 'already'
    const person =
      same[0] && post
        ? await addPost(tx, actor, same[0].id, post)
        : await addPerson(tx, actor, { ...facts, ...(post ? { post } : {}) })
    for (const key of personKey.all(person)) known.set(key, [person])
    return 'added'
  })
}

/** Adds accounts and rights that are not there; without passwords: they get one-time codes. */
export async function accountsIn(
  tx: Tx,
  actor: Actor,
  rows: readonly SheetRow[],
): Promise<Outcome> {
  authorise(actor, 'account.manage', actor.provinceId)
  const names = new BodyNames(await listBodies(tx, actor, todayInVietnam()))
  const known = new Map((await listAccounts(tx, actor)).map((one) => [one.address, one]))
  return eachRow(actor, rows, async ({ cells }, fault) => {
    const address = (cells.address ?? '').toLowerCase()
    const role = cells.role as Role
    const body = bodyAt(names, cells, 'at', fault)
    if (body === 'fault') return body
    const there = body ? { organisationId: body.id } : {}
    const account = known.get(address)
    if (!account) {
      const name = cells.person ?? ''
      known.set(address, await addAccount(tx, actor, { address, name, role, ...there }))
      return 'added'
    }
    const has = account.grants.some(
      (grant) =>
        grant.inForce &&
        grant.role === role &&
        (body ? grant.organisation.id === body.id : grant.organisation.everywhere),
    )
    if (has) return 'already'
    await giveGrant(tx, actor, account.id, { role, ...there })
    return 'added'
  })
}
