// Instruments as they are shown: a line for the list, a page for one.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, doesFor, may } from '../../http/access.ts'
import { visible, visibleDocument, visibleInstrument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { foldText } from '../../search/search.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { accountNames } from '../documents/source.ts'
import { indicatorBoard } from '../indicators/board-store.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import type { DutyView, InstrumentLine, InstrumentView } from './contract.ts'
import { coverageOf, type DutyFacts, dutyState } from './duty.ts'
import { type InstrumentKind, kindNames, type Side } from './kinds.ts'
import { listCitations } from './store.ts'
import { readSymbol } from './symbol.ts'

export interface InstrumentQuery {
  q?: string | undefined
  side?: Side | undefined
  kind?: InstrumentKind | undefined
  year?: number | undefined
  body?: string | undefined
}

/** Instruments that the actor may know of, the newest first; a number is found however it is typed. */
export async function listInstruments(
  db: Reads,
  actor: Actor,
  query: InstrumentQuery,
): Promise<{ instruments: InstrumentLine[]; mayManage: boolean }> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  const { q, side, kind, year, body } = query
  const rows = await db
    .selectFrom('instrument')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('withdrawn_at', 'is', null)
    .where(visibleInstrument(actor))
    .$if(side !== undefined, (select) => select.where('side', '=', side as Side))
    .$if(kind !== undefined, (select) => select.where('kind', '=', kind as InstrumentKind))
    .$if(year !== undefined, (select) =>
      select.where(sql<boolean>`extract(year from issued_on) = ${year ?? 0}`),
    )
    .$if(body !== undefined, (select) =>
      select.where('instrument_id', 'in', (from) =>
        from
          .selectFrom('instrument_duty')
          .select('instrument_id')
          .where('province_id', '=', provinceId)
          .where('organisation_id', '=', body ?? '')
          .where('withdrawn_at', 'is', null),
      ),
    )
    .orderBy('issued_on', (order) => order.desc().nullsLast())
    .orderBy('instrument_id', 'desc')
    .execute()
  const found = rows.filter((row) => fits(row, q))
  const ids = found.map((row) => row.instrument_id)
  const cited = await citedOf(db, actor, ids)
  const duties = Map.groupBy(await dutyRows(db, provinceId, ids), (row) => row.instrument_id)
  const today = todayInVietnam()
  return {
    instruments: found.map((row) => ({
      ...factsOf(row),
      cited: cited.get(row.instrument_id) ?? 0,
      coverage: coverageOf((duties.get(row.instrument_id) ?? []).map(dutyFacts), today),
    })),
    mayManage: may(actor, 'register.edit', provinceId),
  }
}

/** Whether an instrument has all the words, or the number however it is typed. */
function fits(row: Row<'instrument'>, q = ''): boolean {
  const wanted = foldText(q.normalize('NFC').trim())
  if (wanted === '') return true
  const read = readSymbol(q)
  const numbered =
    read !== null &&
    row.symbol_key !== null &&
    (read.bare ? row.symbol_key.split(' ')[0] === read.key : row.symbol_key === read.key)
  const words = foldText(
    [kindNames[row.kind], row.symbol, row.title, row.issuer, row.term].filter(Boolean).join(' '),
  )
  return numbered || wanted.split(/\s+/).every((word) => words.includes(word))
}

async function citedOf(db: Reads, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>()
  const rows = await db
    .selectFrom('citation')
    .select((build) => ['instrument_id', build.fn.countAll<number>().as('n')])
    .where('province_id', '=', actor.provinceId)
    .where('instrument_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .groupBy('instrument_id')
    .execute()
  return new Map(rows.map((row) => [row.instrument_id ?? '', Number(row.n)]))
}

export async function dutyRows(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Row<'instrument_duty'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('instrument_duty')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('instrument_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
}

const factsOf = (row: Row<'instrument'>) => ({
  id: row.instrument_id,
  side: row.side,
  kind: row.kind,
  symbol: row.symbol,
  issuer: row.issuer,
  issuerId: row.issuer_id,
  issuedOn: row.issued_on,
  term: row.term,
  title: row.title,
  level: row.level,
  note: row.note,
  version: row.version,
})

export const dutyFacts = (row: Row<'instrument_duty'>): DutyFacts => ({
  studyBy: row.study_by,
  implementBy: row.implement_by,
  studiedOn: row.studied_on,
  planSymbol: row.plan_symbol,
  progress: row.progress,
  doneOn: row.done_on,
  confirmed: row.confirmed_at !== null,
})

/** One instrument with all that hangs on it, as far as the actor may know; `notFound` where it is not, or was taken out. */
export async function getInstrument(db: Reads, actor: Actor, id: string): Promise<InstrumentView> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  const row = await db
    .selectFrom('instrument')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('instrument_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleInstrument(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const rows = await dutyRows(db, provinceId, [id])
  const duties = await shownDuties(db, actor, rows)
  const today = todayInVietnam()
  const linked = await db
    .selectFrom('instrument_link')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('instrument_id', '=', id)
    .execute()
  const linkedTo = (column: 'indicator_id' | 'shortcoming_id') =>
    linked.flatMap((link) => link[column] ?? [])
  return {
    ...factsOf(row),
    document: await documentOf(db, actor, row.document_id),
    citations: await listCitations(db, actor, { instrumentId: id }),
    cites: row.document_id
      ? await listCitations(db, actor, { documentIds: [row.document_id] })
      : [],
    duties,
    coverage: coverageOf(rows.map(dutyFacts), today),
    tasks: await tasksOf(
      db,
      actor,
      row,
      linked.flatMap((link) => link.assignment_id ?? []),
    ),
    indicators: (await indicatorBoard(db, actor, linkedTo('indicator_id'))).map(
      ({ indicator, latest }) => ({ indicator, latest }),
    ),
    shortcomings: await listShortcomings(db, actor, { ids: linkedTo('shortcoming_id') }),
    mayManage: may(actor, 'register.edit', provinceId),
  }
}

async function documentOf(db: Reads, actor: Actor, id: string | null) {
  if (id === null) return null
  const row = await db
    .selectFrom('document')
    .select(['document_id as id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .where('status', '<>', 'destroyed')
    .where(visibleDocument(actor))
    .executeTakeFirst()
  return row ?? null
}

/**
 * The tasks that carry an instrument out: linked by a person, ordered in a sentence that cites it, or with its number
 * in the column of the instrument from above or of the directive.
 */
async function tasksOf(
  db: Reads,
  actor: Actor,
  row: Row<'instrument'>,
  linked: readonly string[],
): Promise<InstrumentView['tasks']> {
  const { rows: citing } = await sql<{ id: string }>`
    select distinct a.assignment_id as id from citation c
    join assignment a on a.province_id = ${actor.provinceId} and a.document_id = c.document_id
      and a.text_version = c.text_version and a.start_at <= c.start_at and a.end_at >= c.end_at
      and a.withdrawn_at is null
    where c.province_id = ${actor.provinceId} and c.instrument_id = ${row.instrument_id}
      and c.withdrawn_at is null`.execute(db)
  const named = await tasksNaming(db, actor, row.symbol_key)
  const by = new Map<string, InstrumentView['tasks'][number]['by']>([
    ...named.map((id) => [id, 'upstream'] as const),
    ...citing.map(({ id }) => [id, 'sentence'] as const),
    ...linked.map((id) => [id, 'linked'] as const),
  ])
  const tasks = await shownTasks(db, actor, await taskRows(db, actor, [...by.keys()]))
  return tasks.map((task) => ({ task, by: by.get(task.id) ?? 'linked' }))
}

async function tasksNaming(
  db: Reads,
  actor: Actor,
  key: string | null,
): Promise<readonly string[]> {
  if (key === null) return []
  // Every way to write the number has its digits, apart from zeros before them, with no digit around.
  const numbered = `(^|[^0-9])0*${key.split(' ')[0]}([^0-9]|$)`
  const rows = await db
    .selectFrom('assignment')
    .select(['assignment_id', 'upstream', 'directive'])
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .where((build) =>
      build.or([build('upstream', '~', numbered), build('directive', '~', numbered)]),
    )
    .execute()
  return rows.flatMap((one) =>
    [one.upstream, one.directive].some((text) => text && readSymbol(text)?.key === key)
      ? one.assignment_id
      : [],
  )
}

/** Bodies that must implement an instrument, with how far they are; those late first. */
export async function shownDuties(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'instrument_duty'>[],
): Promise<DutyView[]> {
  if (rows.length === 0) return []
  const { provinceId } = actor
  const today = todayInVietnam()
  const bodies = rows.map((row) => row.organisation_id)
  const heirs = await heirsOf(db, provinceId, bodies, today)
  const names = await organisationNames(db, provinceId, [...bodies, ...heirs.values()])
  const people = await accountNames(
    db,
    provinceId,
    rows.flatMap((row) => [row.reported_by, row.confirmed_by]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? ''))
  return rows
    .map((row): DutyView => {
      const heir = heirs.get(row.organisation_id)
      const { confirmed: _confirmed, ...facts } = dutyFacts(row)
      return {
        ...facts,
        id: row.duty_id,
        body: { id: row.organisation_id, name: names.get(row.organisation_id) ?? '' },
        bodyNow: heir ? { id: heir, name: names.get(heir) ?? '' } : null,
        note: row.note,
        onBehalf: row.on_behalf,
        reportedBy: nameOf(row.reported_by),
        reportedAt: row.reported_at,
        confirmedBy: nameOf(row.confirmed_by),
        confirmedAt: row.confirmed_at,
        sentBack: row.sent_back,
        state: dutyState(dutyFacts(row), today),
        can: {
          manage: may(actor, 'register.edit', provinceId),
          report: may(actor, 'assignment.report', provinceId, row.organisation_id),
          confirm:
            may(actor, 'assignment.confirm', provinceId) &&
            !doesFor(actor, row.organisation_id) &&
            row.reported_by !== actor.accountId,
          asDoer: doesFor(actor, row.organisation_id),
        },
        version: row.version,
      }
    })
    .sort(
      (a, b) =>
        Number(b.state === 'late') - Number(a.state === 'late') ||
        a.body.name.localeCompare(b.body.name, 'vi'),
    )
}
