// All figures of a year, of one body or of all, with where each comes from.
import { todayInVietnam } from '../../calendar.ts'
import { piecesOf } from '../../database/pieces.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { sourcesOf } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import { definedOf } from './definition-store.ts'
import { standingFigures, workedOutInstead } from './derived-store.ts'
import type { ExportedFigure } from './export.ts'
import { type FigureView, figuresOf } from './figure-reads-store.ts'
import { allIndicators, shown } from './store.ts'

/** More rows than a sheet should have; one body's year has some thousands. */
const mostRows = 30_000

/**
 * What stands at the end of the year's periods, by indicator, body and period. All bodies at once are the office's;
 * `exportTooLarge` where they are too many for a sheet, `notFound` for no such body.
 */
export async function yearOfFigures(
  db: Reads,
  actor: Actor,
  { year, body }: { year: number; body?: string | undefined },
): Promise<{ figures: ExportedFigure[]; body: string | null }> {
  const { provinceId } = actor
  authorise(actor, body === undefined ? 'register.edit' : 'register.read', provinceId)
  const named =
    body === undefined ? null : (await organisationNames(db, provinceId, [body])).get(body)
  if (named === undefined) throw new Problem('notFound')
  const rows = await allIndicators(db, provinceId)
  const defined = await definedOf(db, provinceId, rows)
  const indicators = new Map(rows.map((row) => [row.indicator_id, row]))
  const filter = {
    ...{ endsFrom: `${year}-01-01`, endsTo: `${year}-12-31` },
    ...(body === undefined ? {} : { organisationIds: [body] }),
  }
  const recorded = await figuresOf(db, actor, filter)
  const all = { ...filter, indicatorIds: [...indicators.keys()], kind: 'actual' } as const
  const figures = workedOutInstead(recorded, await standingFigures(db, actor, all))
  if (figures.length > mostRows)
    throw new Problem('exportTooLarge', { rows: figures.length, most: mostRows })
  const names = await organisationNames(
    db,
    provinceId,
    figures.map((one) => one.organisationId),
  )
  const sourceOf = await sourcesNamed(db, actor, recorded)
  const place = new Map([...indicators.keys()].map((id, at) => [id, at]))
  const exported = figures.flatMap((figure): ExportedFigure[] => {
    const row = indicators.get(figure.indicatorId)
    if (!row) return []
    const { recordedAt } = figure
    return [
      {
        figure,
        indicator: shown(row),
        factor: defined.rulesOn(row.indicator_id, figure.periodTo).entryFactor,
        body: figure.organisationId === null ? null : (names.get(figure.organisationId) ?? ''),
        source: sourceOf(figure),
        recordedOn: recordedAt === '' ? null : todayInVietnam(new Date(recordedAt)),
      },
    ]
  })
  const order = (one: ExportedFigure) => place.get(one.figure.indicatorId) ?? 0
  exported.sort(
    (a, b) =>
      order(a) - order(b) ||
      (a.body ?? '').localeCompare(b.body ?? '', 'vi') ||
      a.figure.periodTo.localeCompare(b.figure.periodTo) ||
      a.figure.periodFrom.localeCompare(b.figure.periodFrom),
  )
  return { figures: exported, body: named }
}

/** The file of an entry, or the document of the sentence, where the actor may read it. */
async function sourcesNamed(db: Reads, actor: Actor, figures: readonly FigureView[]) {
  const entries = [...new Set(figures.map((one) => one.entryId))]
  const files = new Map<string, string>()
  for (const ids of piecesOf(entries, inOneQuery)) {
    const rows = await db
      .selectFrom('figure_entry')
      .select(['entry_id', 'file_name'])
      .where('province_id', '=', actor.provinceId)
      .where('entry_id', 'in', ids)
      .where('file_name', 'is not', null)
      .execute()
    for (const row of rows) if (row.file_name) files.set(row.entry_id, row.file_name)
  }
  const told = figures.filter((one) => one.method === 'document').map((one) => one.figureId)
  const titles = new Map<string, string>()
  for (const ids of piecesOf(told, inOneQuery)) {
    const rows = await db
      .selectFrom('figure_source')
      .innerJoin('observation', (join) =>
        join
          .onRef('observation.province_id', '=', 'figure_source.province_id')
          .onRef('observation.observation_id', '=', 'figure_source.observation_id'),
      )
      .selectAll('observation')
      .select(['figure_id', 'number'])
      .where('figure_source.province_id', '=', actor.provinceId)
      .where('figure_id', 'in', ids)
      .where(visible(actor, 'document_id'))
      .execute()
    const sources = await sourcesOf(db, actor, rows)
    for (const row of rows)
      titles.set(`${row.figure_id} ${row.number}`, sources.of(row).documentTitle)
  }
  return ({ entryId, figureId, number }: FigureView) =>
    titles.get(`${figureId} ${number}`) ?? files.get(entryId) ?? null
}

/** Ids that one query takes. */
const inOneQuery = 5000
