// Reading the record of changes and proving that nobody altered it.
import { sql } from 'kysely'
import type { Reads } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { visibleSubject } from '../http/visible.ts'
import { tipOf, walk } from './chain.ts'
import type { RecordRowView } from './contract.ts'
import { firstLostHead } from './heads.ts'
import { genesis } from './record.ts'

/** Changes in one answer. */
const most = 500

/**
 * The changes of one subject, or of the province, the newest first, at most 500: those before a number, and whether
 * there are more. Whoever does not read all documents gets the changes of accounts, bodies and words, and of the
 * documents they may read.
 */
export async function listRecord(
  db: Reads,
  actor: Actor,
  subject: { kind: string; id: string } | null,
  before: number | null = null,
): Promise<{ changes: RecordRowView[]; more: boolean }> {
  authorise(actor, 'record.read', actor.provinceId)
  let query = db
    .selectFrom('audit_record')
    .select(['seq', 'at', 'actor_name', 'action', 'subject_kind', 'subject_id', 'reason', 'hash'])
    .where('province_id', '=', actor.provinceId)
    .where(openTo(actor))
  if (subject) {
    query = query.where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id)
  }
  if (before !== null) query = query.where('seq', '<', before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(most + 1)
    .execute()
  const changes = rows.slice(0, most).map((row) => ({
    seq: row.seq,
    at: row.at,
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
    hash: row.hash,
  }))
  return { changes, more: rows.length > most }
}

/** Subjects that no document stands behind. */
const withoutDocument = [
  'account',
  'indicator',
  'lexicon',
  'organisation',
  'person',
  'province',
  'term',
  'upload',
]

const openTo = (actor: Actor) =>
  visibleSubject(actor, sql<boolean>`subject_kind = any(${withoutDocument})`)

export interface Verification {
  intact: boolean
  links: number
  /** The first link that does not fit, or null. */
  brokenAt: number | null
  head: string
}

/** Walks the province's chain from its start: numbers without gaps, each hash right, the head the last. */
export async function verifyRecord(db: Reads, actor: Actor): Promise<Verification> {
  authorise(actor, 'record.verify', actor.provinceId)
  return verifyChain(db, actor.provinceId)
}

/** The walk itself, for `giaoban status` and restore as well; every signed head must still be in it. */
export async function verifyChain(db: Reads, provinceId: number): Promise<Verification> {
  const tip = await tipOf(db, provinceId)
  const { end, brokenAt } = await walk(db, provinceId, { seq: 0, hash: genesis }, tip.seq)
  const broken = (at: number) => ({
    intact: false,
    links: end.seq,
    brokenAt: at,
    head: tip.hash,
  })
  if (brokenAt !== null) return broken(brokenAt)
  const lost = await firstLostHead(db, provinceId)
  if (lost !== null) return broken(lost)
  // Others may have written since; a link beyond the tip that is then read was not made by them.
  const last = await db
    .selectFrom('audit_record')
    .select((build) => build.fn.max('seq').as('seq'))
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
  const now = await tipOf(db, provinceId)
  const beyond = Number(last?.seq ?? 0) > now.seq
  const whole = end.seq === tip.seq && end.hash === tip.hash && !beyond
  return whole
    ? { intact: true, links: end.seq, brokenAt: null, head: tip.hash }
    : broken(end.seq + 1)
}
