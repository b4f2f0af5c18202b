// Targets: set, decided anew, judged.
import { uuidv7 } from 'uuidv7'
import type { Row, Tx } from '../../database/tables.ts'
import type { TargetStepJson } from '../../database/tables-targets.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { typedFigure } from './figure-text.ts'
import { indicatorById } from './store.ts'
import type { NewJudgement, NewTarget, NewTargetVersion, TargetView } from './target-contract.ts'
import { listTargets } from './target-reads-store.ts'

type TargetRow = Row<'target'>
type IndicatorRow = Row<'indicator'>

/** Sets a target. `targetTaken` where there is one of the kind for the same; figures as `readAsked`. */
export async function addTarget(
  tx: Tx,
  actor: Actor,
  indicatorId: string,
  given: NewTarget,
): Promise<TargetView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const indicator = await indicatorById(tx, actor.provinceId, indicatorId)
  const row = await tx
    .insertInto('target')
    .values({
      province_id: actor.provinceId,
      target_id: uuidv7(),
      indicator_id: indicatorId,
      organisation_id: given.organisationId,
      period_from: given.from,
      period_to: given.to,
      kind: given.kind,
      authority: given.authority,
      created_by: accountOf(actor),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addVersion(tx, actor, indicator, row, 1, given)
  return recorded(tx, actor, 'indicator.target', row, null)
}

/** What was decided anew, or taken back. `versionOld` where somebody else was first. */
export async function reviseTarget(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: NewTargetVersion,
): Promise<TargetView> {
  const { row, before, indicator } = await openTarget(tx, actor, id, version)
  await addVersion(tx, actor, indicator, row, before.versions.length + 1, given)
  return recorded(tx, actor, 'indicator.target', row, before)
}

/** How likely somebody thinks it is. The figures are not asked: where they differ, both are shown. */
export async function judgeTarget(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: NewJudgement,
): Promise<TargetView> {
  const { row, before } = await openTarget(tx, actor, id, version)
  const { count } = await tx
    .selectFrom('target_judgement')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('target_judgement')
    .values({
      province_id: actor.provinceId,
      target_id: id,
      number: Number(count) + 1,
      likelihood: given.likelihood,
      body: given.body,
      judged_by: accountOf(actor),
    })
    .execute()
  return recorded(tx, actor, 'indicator.judge', row, before)
}

async function openTarget(tx: Tx, actor: Actor, id: string, version: number) {
  authorise(actor, 'register.edit', actor.provinceId)
  const row = await tx
    .selectFrom('target')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  // `notFound` where its indicator is in quarantine.
  const indicator = await indicatorById(tx, actor.provinceId, row.indicator_id)
  const before = await targetById(tx, actor, row)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await tx
    .updateTable('target')
    .set({ version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .execute()
  return { row, before, indicator }
}

/** The record is the indicator's: its history tells of its targets. */
async function recorded(
  tx: Tx,
  actor: Actor,
  action: 'indicator.target' | 'indicator.judge',
  row: TargetRow,
  before: TargetView | null,
): Promise<TargetView> {
  const after = await targetById(tx, actor, row)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'indicator',
    subjectId: row.indicator_id,
    ...(before ? { before: told(before) } : {}),
    after: told(after),
  })
  return after
}

/** What the history shows of it: not what is derived, nor what stood before. */
function told({ organisation, from, to, kind, authority, versions, judgement }: TargetView) {
  const newest = versions.at(-1)
  return {
    targetFor: organisation?.name ?? null,
    from,
    to,
    targetKind: kind,
    authority,
    target: newest?.withdrawn ? null : (newest?.figureText ?? newest?.words ?? null),
    targetPath: newest?.path.map(({ by, text }) => `${by}: ${text}`) ?? [],
    legalReference: newest?.legalReference ?? null,
    decidedOn: newest?.decidedOn ?? null,
    likelihood: judgement?.likelihood ?? null,
    judgement: judgement?.body ?? null,
  }
}

async function targetById(tx: Tx, actor: Actor, row: TargetRow): Promise<TargetView> {
  const all = await listTargets(tx, actor, row.indicator_id)
  const one = all.find(({ id }) => id === row.target_id)
  if (!one) throw new Problem('notFound')
  return one
}

async function addVersion(
  tx: Tx,
  actor: Actor,
  indicator: IndicatorRow,
  row: TargetRow,
  number: number,
  given: NewTargetVersion,
): Promise<void> {
  const asked = readAsked(given, indicator, row)
  if (given.observationId) await mustBeFigure(tx, actor, indicator, given.observationId)
  await tx
    .insertInto('target_version')
    .values({
      province_id: actor.provinceId,
      target_id: row.target_id,
      number,
      low: asked.low,
      high: asked.high,
      words: given.words ?? null,
      figure_text: given.figure ?? null,
      path: JSON.stringify(asked.path),
      withdrawn: given.withdrawn ?? false,
      legal_reference: given.legalReference,
      decided_on: given.decidedOn,
      note: given.note ?? null,
      observation_id: given.observationId ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
}

/**
 * The figures as typed, in the indicator's unit. `figureUnread`, `figureUnit` name the text; `pathOutside`
 * where a step lies outside the period or two lie on one day.
 */
function readAsked(
  given: NewTargetVersion,
  indicator: IndicatorRow,
  row: Pick<TargetRow, 'period_from' | 'period_to'>,
): { low: string | null; high: string | null; path: TargetStepJson[] } {
  const figure = given.figure === undefined ? null : mustRead(given.figure, indicator.unit)
  const path = (given.path ?? []).map(({ by, figure: text }) => {
    const { low } = mustRead(text, indicator.unit)
    return { by, value: low, text }
  })
  const days = path.map(({ by }) => by)
  const outside = days.find((day) => day < row.period_from || day >= row.period_to)
  const twice = days.find((day, at) => days.indexOf(day) !== at)
  if (outside ?? twice) throw new Problem('pathOutside', { day: outside ?? twice })
  return {
    low: figure === null ? null : String(figure.low),
    high: figure === null ? null : String(figure.high),
    path,
  }
}

function mustRead(text: string, unit: string): { low: number; high: number } {
  const figure = typedFigure(text, unit)
  if (figure === 'unread') throw new Problem('figureUnread', { text })
  if (figure === 'unit') throw new Problem('figureUnit', { text, unit })
  return figure
}

/** A figure of this indicator in a document that the actor may read; `notFound` else. */
async function mustBeFigure(
  tx: Tx,
  actor: Actor,
  indicator: IndicatorRow,
  id: string,
): Promise<void> {
  const found = await tx
    .selectFrom('observation')
    .select('observation_id')
    .where('province_id', '=', actor.provinceId)
    .where('observation_id', '=', id)
    .where('indicator_id', '=', indicator.indicator_id)
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .executeTakeFirst()
  if (!found) throw new Problem('notFound')
}
