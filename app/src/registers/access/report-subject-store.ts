// What is reported and aimed at, and the words of the reader, as the policy looks at it.
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import type { RecordKind, Subject } from '../../http/explain.ts'
import { visibleSlot } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { indicatorById } from '../indicators/store.ts'
import { mustRead, regimesOf } from '../reporting/regime-store.ts'
import { nothing } from './openings.ts'

/** A report: its unit's and the office's; who acts for the unit, sent it or entered a figure does not take it. */
async function slotSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  mustRead(actor)
  const row = await db
    .selectFrom('report_slot')
    .select(['organisation_id', 'submitted_by'])
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', '=', id)
    .where(visibleSlot(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const values = await db
    .selectFrom('report_value')
    .select('entered_by')
    .distinct()
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', '=', id)
    .execute()
  return {
    ...nothing,
    organisationId: row.organisation_id,
    leads: [row.organisation_id],
    doers: [row.submitted_by, ...values.map((one) => one.entered_by)].filter((who) => who !== null),
  }
}

/** What is to be reported: for who reads the reports of one of its units. */
async function regimeSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  mustRead(actor)
  const [regime] = await regimesOf(db, actor, id)
  if (!regime) throw new Problem('notFound')
  const units = await db
    .selectFrom('report_unit')
    .select('organisation_id')
    .distinct()
    .where('province_id', '=', actor.provinceId)
    .where('regime_id', '=', id)
    .execute()
  const bodies = [null, ...units.map((one) => one.organisation_id)]
  const also = bodies.map((organisationId) => ({ doing: 'report.read' as const, organisationId }))
  return { ...nothing, also }
}

/** A target, with its indicator; the office sets it, whose ever it is. */
async function targetSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const row = await db
    .selectFrom('target')
    .select(['indicator_id', 'organisation_id'])
    .where('province_id', '=', actor.provinceId)
    .where('target_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  // `notFound` where it is in quarantine.
  await indicatorById(db, actor.provinceId, row.indicator_id)
  return { ...nothing, organisationId: row.organisation_id }
}

/** An explanation that a unit was asked for: whoever acts for the unit gives it. */
async function explanationSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const row = await db
    .selectFrom('explanation_request')
    .select(['indicator_id', 'organisation_id'])
    .where('province_id', '=', actor.provinceId)
    .where('request_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  await indicatorById(db, actor.provinceId, row.indicator_id)
  return {
    ...nothing,
    organisationId: row.organisation_id,
    addressed: { organisations: [row.organisation_id], accounts: [] },
  }
}

export const reportSubjects: Partial<
  Record<RecordKind, (db: Reads, actor: Actor, id: string) => Promise<Subject>>
> = {
  reportSlot: slotSubject,
  reportRegime: regimeSubject,
  target: targetSubject,
  explanation: explanationSubject,
}
