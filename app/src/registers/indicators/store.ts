// The catalogue and the figures.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { eachRequest } from '../../database/prepared.ts'
import type { ComparisonJson, PeriodJson, Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { foldText } from '../../search/search.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns, sourcesOf } from '../documents/source.ts'
import type { IndicatorChange, IndicatorView, NewIndicator, ObservationView } from './contract.ts'
import { byPeriod, matchIndicator, ownCode } from './indicator.ts'

/** The catalogue by name; `query` is looked for in names, codes and synonyms, folded. */
export async function listIndicators(
  db: Reads,
  actor: Actor,
  query = '',
): Promise<IndicatorView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const wanted = foldText(query.normalize('NFC').trim())
  return (await allIndicators(db, actor.provinceId))
    .map(shown)
    .filter((one) =>
      foldText([one.nameVi, one.nameEn, one.code, ...one.synonyms].join('\n')).includes(wanted),
    )
}

/** One indicator with all its figures, oldest first. */
export async function getIndicator(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ indicator: IndicatorView; observations: ObservationView[] }> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await indicatorById(db, actor.provinceId, id)
  const observations = await listObservations(db, actor, { indicatorId: id })
  return { indicator: shown(row), observations }
}

/** Figures that say what is or was, without those that say what is to be. */
export const figuresOf = (figures: readonly ObservationView[]): ObservationView[] =>
  figures.filter((one) => one.modality !== 'target' && one.modality !== 'forecast')

/**
 * Figures, oldest first: of one indicator, of some, of one document's conference, or all. With `asOf`, a moment,
 * those that had been confirmed and not taken back by then.
 */
export async function listObservations(
  db: Reads,
  actor: Actor,
  only: {
    indicatorId?: string
    indicatorIds?: readonly string[]
    documentIds?: string[]
    asOf?: string | null
  },
): Promise<ObservationView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  let select = db
    .selectFrom('observation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visible(actor, 'document_id'))
  const { asOf } = only
  select = asOf
    ? select
        .where('confirmed_at', '<=', asOf)
        .where((either) =>
          either.or([either('withdrawn_at', 'is', null), either('withdrawn_at', '>', asOf)]),
        )
    : select.where('withdrawn_at', 'is', null)
  if (only.indicatorId) select = select.where('indicator_id', '=', only.indicatorId)
  if (only.indicatorIds) {
    if (only.indicatorIds.length === 0) return []
    const ids = [...only.indicatorIds]
    select = select.where(sql<boolean>`indicator_id = any(${ids}::uuid[])`)
  }
  if (only.documentIds) {
    if (only.documentIds.length === 0) return []
    select = select.where('document_id', 'in', only.documentIds)
  }
  const rows = await select.modifyEnd(eachRequest).execute()
  if (rows.length === 0) return []
  const sources = await sourcesOf(db, actor, rows)
  return rows
    .map((row): ObservationView => {
      const conference = sources.conferenceOf(row)
      return {
        id: row.observation_id,
        indicatorId: row.indicator_id,
        period:
          row.period_label === null
            ? null
            : { label: row.period_label, from: row.period_from, to: row.period_to },
        value: numberOf(row.value),
        valueMax: numberOf(row.value_max),
        of: numberOf(row.value_of),
        unit: row.unit,
        unitText: row.unit_text,
        quantityText: row.quantity_text,
        bound: row.bound,
        modality: row.modality,
        place: row.place,
        comparisons: row.comparisons,
        conference: conference && { id: conference.id, title: conference.title },
        source: sources.of(row),
        version: row.version,
      }
    })
    .sort(byPeriod)
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value))

/** Adds an indicator of the province's own. */
export async function addIndicator(
  tx: Tx,
  actor: Actor,
  given: NewIndicator,
): Promise<IndicatorView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const catalogue = await allIndicators(tx, actor.provinceId)
  if (matchIndicator(catalogue, given.nameVi))
    throw new Problem('nameTaken', { name: given.nameVi })
  const row = await tx
    .insertInto('indicator')
    .values({
      province_id: actor.provinceId,
      indicator_id: uuidv7(),
      code: ownCode(given.nameVi, new Set(catalogue.map((one) => one.code))),
      name_vi: given.nameVi,
      name_en: given.nameEn || given.nameVi,
      unit: given.unit,
      direction: given.direction ?? 'none',
      kind: given.kind ?? 'P',
      frequency: '',
      price_basis: '',
      synonyms: JSON.stringify(given.synonyms ?? []),
      national: false,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await putSearchEntry(tx, actor.provinceId, searchable(row))
  await writeRecord(tx, actor, {
    action: 'indicator.add',
    subjectKind: 'indicator',
    subjectId: row.indicator_id,
    after: shown(row),
  })
  return shown(row)
}

/** Changes an indicator's names, unit, direction, kind or synonyms; `unitInUse` for unit and kind once numbers stand in it. */
export async function changeIndicator(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: IndicatorChange,
): Promise<IndicatorView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const before = await indicatorById(tx, actor.provinceId, id, true)
  if (before.version !== version) throw new Problem('versionOld', { current: shown(before) })
  const counts = (['unit', 'kind'] as const).some(
    (one) => given[one] !== undefined && given[one] !== before[one],
  )
  if (counts) await mustHaveNoNumbers(tx, before)
  const after = await tx
    .updateTable('indicator')
    .set({
      name_vi: given.nameVi ?? before.name_vi,
      name_en: given.nameEn ?? before.name_en,
      unit: given.unit ?? before.unit,
      direction: given.direction ?? before.direction,
      kind: given.kind ?? before.kind,
      synonyms: JSON.stringify(given.synonyms ?? before.synonyms),
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await putSearchEntry(tx, actor.provinceId, searchable(after))
  await writeRecord(tx, actor, {
    action: 'indicator.change',
    subjectKind: 'indicator',
    subjectId: id,
    before: shown(before),
    after: shown(after),
  })
  return shown(after)
}

/**
 * Targets and reported figures are numbers in the unit of their indicator, its kind says where they stand, and a
 * report asks for them in its unit: `unitInUse` where there is one of these.
 */
async function mustHaveNoNumbers(tx: Tx, row: Row<'indicator'>): Promise<void> {
  const numbered = await tx
    .selectFrom('target_version')
    .innerJoin('target', (join) =>
      join
        .onRef('target.province_id', '=', 'target_version.province_id')
        .onRef('target.target_id', '=', 'target_version.target_id'),
    )
    .select('target.target_id')
    .where('target.province_id', '=', row.province_id)
    .where('target.indicator_id', '=', row.indicator_id)
    .where('target_version.low', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (numbered) throw new Problem('unitInUse')
  for (const table of ['figure', 'report_line'] as const) {
    const used = await tx
      .selectFrom(table)
      .select('indicator_id')
      .where('province_id', '=', row.province_id)
      .where('indicator_id', '=', row.indicator_id)
      .limit(1)
      .executeTakeFirst()
    if (used) throw new Problem('unitInUse')
  }
}

/** Takes an indicator out of the quarantine of its document: lists and the search show it again. */
export async function showIndicator(tx: Tx, provinceId: number, id: string): Promise<void> {
  await tx
    .updateTable('indicator')
    .set({ quarantined: false })
    .where('province_id', '=', provinceId)
    .where('indicator_id', '=', id)
    .execute()
  await putSearchEntry(tx, provinceId, searchable(await indicatorById(tx, provinceId, id)))
}

/** A figure as confirmed: `indicator` by code, or by its name as written (created where unknown). */
export interface ConfirmedFigure {
  indicatorCode: string | null
  indicatorName: string
  period: PeriodJson | null
  value: number | null
  valueMax: number | null
  of: number | null
  unit: string | null
  unitText: string | null
  quantityText: string | null
  bound: string | null
  modality: string
  place: string | null
  comparisons: ComparisonJson[]
}

/** Enters a figure; `indicatorMissing` where it names no indicator. */
export async function enterObservation(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  figure: ConfirmedFigure,
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const indicator = await indicatorFor(tx, actor, figure)
  const row = await tx
    .insertInto('observation')
    .values({
      ...sourceColumns(actor, at),
      observation_id: uuidv7(),
      indicator_id: indicator.indicator_id,
      period_label: figure.period?.label ?? null,
      period_from: figure.period?.from ?? null,
      period_to: figure.period?.to ?? null,
      value: figure.value === null ? null : String(figure.value),
      value_max: figure.valueMax === null ? null : String(figure.valueMax),
      value_of: figure.of === null ? null : String(figure.of),
      unit: figure.unit,
      unit_text: figure.unitText,
      quantity_text: figure.quantityText,
      bound: figure.bound,
      modality: figure.modality,
      place: figure.place,
      comparisons: JSON.stringify(figure.comparisons),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'observation',
    id: row.observation_id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: indicator.name_vi,
    body: at.quote,
  })
  await writeRecord(tx, actor, {
    action: 'observation.enter',
    subjectKind: 'observation',
    subjectId: row.observation_id,
    after: { ...figure, indicator: indicator.code, at },
  })
  return row.observation_id
}

/** Takes a figure back. It stays as a row, out of every list. */
export async function withdrawObservation(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .updateTable('observation')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('observation_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'observation', id)
  await writeRecord(tx, actor, {
    action: 'observation.withdraw',
    subjectKind: 'observation',
    subjectId: id,
  })
}

async function indicatorFor(
  tx: Tx,
  actor: Actor,
  figure: ConfirmedFigure,
): Promise<Row<'indicator'>> {
  const catalogue = await allIndicators(tx, actor.provinceId)
  const byCode = catalogue.find((one) => one.code === figure.indicatorCode)
  const found = byCode ?? matchIndicator(catalogue, figure.indicatorName)
  if (found) return found
  const name = figure.indicatorName.trim().replace(/\s+/g, ' ').slice(0, 300)
  if (name === '') throw new Problem('indicatorMissing')
  const added = await addIndicator(tx, actor, {
    nameVi: name.charAt(0).toUpperCase() + name.slice(1),
    unit: figure.unit ?? 'item',
  })
  return indicatorById(tx, actor.provinceId, added.id)
}

/** All indicators of the province, the national list first, in its order. */
export function allIndicators(db: Reads, provinceId: number): Promise<Row<'indicator'>[]> {
  return db
    .selectFrom('indicator')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('quarantined', '=', false)
    .orderBy('national', 'desc')
    .orderBy('indicator_id')
    .modifyEnd(eachRequest)
    .execute()
}

/** One indicator; `notFound` also while it is in quarantine. */
export async function indicatorById(
  db: Reads,
  provinceId: number,
  id: string,
  lock = false,
): Promise<Row<'indicator'>> {
  const row = await db
    .selectFrom('indicator')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('quarantined', '=', false)
    .where('indicator_id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

const searchable = (row: Row<'indicator'>) => ({
  kind: 'indicator',
  id: row.indicator_id,
  documentId: null,
  start: null,
  end: null,
  title: row.name_vi,
  body: [row.name_en, ...row.synonyms].join('; '),
})

/** An indicator as it is shown. */
export const shown = (row: Row<'indicator'>): IndicatorView => ({
  id: row.indicator_id,
  code: row.code,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  unit: row.unit,
  direction: row.direction,
  kind: row.kind,
  frequency: row.frequency,
  priceBasis: row.price_basis,
  synonyms: row.synonyms,
  national: row.national,
  version: row.version,
})

/** Views of indicators by id, for pages that show figures of many. */
export async function indicatorsById(db: Reads, actor: Actor): Promise<Map<string, IndicatorView>> {
  const all = await listIndicators(db, actor)
  return new Map(all.map((one) => [one.id, one]))
}
