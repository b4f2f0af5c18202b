// The work programme out to a sheet and in from one.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import type { AskedFor } from '../conferences/plan.ts'
import { listBodies } from '../organisations/store.ts'
import type { Period } from '../programme/programme.ts'
import { addEntry, listEntries } from '../programme/store.ts'
import { BodyNames, plain } from './matching.ts'
import { type SheetRow, wordIn } from './sheets.ts'
import { bodyAt, eachRow, type Outcome } from './store.ts'

/** All lines that the actor may know of, of every year. */
export async function programmeOut(db: Reads, actor: Actor): Promise<string[][]> {
  authorise(actor, 'conference.plan', actor.provinceId)
  const names = new BodyNames(await listBodies(db, actor))
  const entries = await listEntries(db, actor, null)
  return entries.map((entry) => [
    names.shortestOf(entry.organisation),
    String(entry.year),
    entry.quarter?.toString() ?? '',
    entry.month?.toString() ?? '',
    entry.title,
    wordIn('programme', 'asked', entry.asked, actor.locale),
    entry.preparing ? names.shortestOf(entry.preparing) : '',
    entry.dueOn ?? '',
    entry.note ?? '',
  ])
}

/** Adds the lines that are not there: the same body, period and title are one line. */
export async function programmeIn(
  tx: Tx,
  actor: Actor,
  rows: readonly SheetRow[],
): Promise<Outcome> {
  authorise(actor, 'conference.plan', actor.provinceId)
  const names = new BodyNames(await listBodies(tx, actor))
  const entries = await listEntries(tx, actor, null)
  const known = new Set(entries.map((one) => keyOf(one.organisation.id, one, one.title)))
  const seen = new Set<string>()
  return eachRow(actor, rows, async ({ cells }, fault) => {
    const body = bodyAt(names, cells, 'holder', fault)
    const preparing = bodyAt(names, cells, 'preparing', fault)
    if (body === 'fault' || preparing === 'fault' || body === null) return 'fault'
    const month = cells.month ? Number(cells.month) : null
    const quarter = cells.quarter ? Number(cells.quarter) : null
    const period = {
      year: Number(cells.year),
      month,
      quarter: month ? Math.ceil(month / 3) : quarter,
    }
    const title = cells.item ?? ''
    const key = keyOf(body.id, period, title)
    if (seen.has(key)) return fault('twice', 'item')
    seen.add(key)
    if (known.has(key)) return 'already'
    await addEntry(tx, actor, {
      organisationId: body.id,
      ...period,
      title,
      asked: cells.asked as AskedFor,
      preparingId: preparing?.id ?? null,
      dueOn: cells.due || null,
      note: cells.note || null,
    })
    return 'added'
  })
}

const keyOf = (body: string, { year, quarter, month }: Period, title: string): string =>
  [body, year, quarter, month, plain(title)].join(' ')
