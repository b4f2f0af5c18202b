// The inspection and supervision programme out to a sheet and its plan in from one.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise, mayAnywhere } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type { InspectionForm } from '../inspections/inspection.ts'
import { addInspection } from '../inspections/store.ts'
import { en, vi } from '../inspections/texts.ts'
import { listInspections } from '../inspections/view-store.ts'
import { listBodies } from '../organisations/store.ts'
import { BodyNames, plain } from './matching.ts'
import { type SheetRow, wordIn } from './sheets.ts'
import { betweenBodies, bodiesAt, bodyAt, eachRow, type Outcome } from './store.ts'

/** All subjects that the actor may know of, of every year, with how far they are; for who keeps a programme. */
export async function inspectionsOut(db: Reads, actor: Actor): Promise<string[][]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (!mayAnywhere(actor, 'inspection.manage'))
    throw new Problem('forbidden', { action: 'inspection.manage' })
  const names = new BodyNames(await listBodies(db, actor))
  const { inspections } = await listInspections(db, actor, null)
  const words = actor.locale === 'en' ? en : vi
  return inspections.map((one) => [
    names.shortestOf(one.organisation),
    String(one.year),
    one.quarter?.toString() ?? '',
    wordIn('inspections', 'form', one.form, actor.locale),
    one.subjects.map((subject) => names.shortestOf(subject)).join(betweenBodies),
    one.content,
    names.shortestOf(one.inspecting),
    one.note ?? '',
    one.startedOn ?? '',
    one.endedOn ?? '',
    one.teamLead ?? '',
    words.states[one.state],
    one.found?.toString() ?? '',
  ])
}

/** Adds the subjects that are not there: the same body, period, form and content are one. */
export async function inspectionsIn(
  tx: Tx,
  actor: Actor,
  rows: readonly SheetRow[],
): Promise<Outcome> {
  authorise(actor, 'inspection.manage', actor.provinceId)
  const names = new BodyNames(await listBodies(tx, actor))
  const { inspections } = await listInspections(tx, actor, null)
  const known = new Set(
    inspections.map((one) =>
      keyOf(one.organisation.id, one.subjects, one.year, one.quarter, one.form, one.content),
    ),
  )
  const seen = new Set<string>()
  return eachRow(actor, rows, async ({ cells }, fault) => {
    const body = bodyAt(names, cells, 'programmeOf', fault)
    const subjects = bodiesAt(names, cells, 'inspected', fault)
    const inspecting = bodyAt(names, cells, 'inspecting', fault)
    if (body === 'fault' || subjects === 'fault' || inspecting === 'fault') return 'fault'
    if (body === null) return 'fault'
    const year = Number(cells.year)
    const quarter = cells.quarter ? Number(cells.quarter) : null
    const form = cells.form as InspectionForm
    const content = cells.content ?? ''
    const key = keyOf(body.id, subjects, year, quarter, form, content)
    if (seen.has(key)) return fault('twice', 'content')
    seen.add(key)
    if (known.has(key)) return 'already'
    await addInspection(tx, actor, {
      organisationId: body.id,
      ...{ year, quarter, form, content },
      subjectIds: subjects.map(({ id }) => id),
      inspectingId: inspecting?.id ?? null,
      note: cells.note || null,
    })
    return 'added'
  })
}

const keyOf = (
  body: string,
  subjects: readonly { id: string }[],
  year: number,
  quarter: number | null,
  form: InspectionForm,
  content: string,
): string =>
  [body, ...subjects.map(({ id }) => id).toSorted(), year, quarter, form, plain(content)].join(' ')
