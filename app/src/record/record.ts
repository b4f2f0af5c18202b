// The record of changes: one chain a province, written in the same transaction as the change itself.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Row, Tx } from '../database/tables.ts'
import type { Actor } from '../http/access.ts'

/**
 * One change. `before` and `after` are hashed with the subject's salt. For the kinds that a history is told of
 * (`contentKinds`) they are also kept beside the record, until the document they come from is destroyed.
 */
export interface Change {
  action: string
  subjectKind: string
  subjectId: string
  before?: unknown
  after?: unknown
  reason?: string | undefined
}

/**
 * Subjects whose contents are kept for their history. What is not named is never kept: accounts, sessions
 * and people may carry secrets and personal data.
 */
export const contentKinds: ReadonlySet<string> = new Set([
  'document',
  'finding',
  'assignment',
  'shortcoming',
  'observation',
  'agendaItem',
  'opinion',
  'decision',
  'citation',
  'conference',
  'sessionItem',
  'itemDecision',
  'itemOpinion',
  'itemVote',
  'conferenceAssessment',
  'invitation',
  // Of all invitations of a conference at once: sent, the roll called.
  'invitations',
  // Of a member on an item, before the meeting: told with the invitation.
  'position',
  'notice',
  'opinionRound',
  'programme',
  'instrument',
  'inspection',
  'project',
  'indicator',
  'lexicon',
])

/** Hash a chain starts from. */
export const genesis = '0'.repeat(64)

/** JSON with sorted keys, so that the same content has the same bytes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

export interface Link {
  province_id: number
  seq: number
  at: string
  actor_id: string | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string
  before_hash: string | null
  after_hash: string | null
  reason: string | null
  previous_hash: string
}

/** The hash of a link: over all its fields and the hash of the one before. */
export function linkHash(link: Link): string {
  return createHash('sha256')
    .update(
      canonical([
        link.province_id,
        link.seq,
        link.at,
        link.actor_id,
        link.actor_name,
        link.action,
        link.subject_kind,
        link.subject_id,
        link.before_hash,
        link.after_hash,
        link.reason,
        link.previous_hash,
      ]),
    )
    .digest('hex')
}

/** The newest link; whoever writes or signs takes this lock, so that the record stands still until the end. */
export async function lockedTip(
  tx: Tx,
  provinceId: number,
): Promise<Pick<Row<'record_head'>, 'seq' | 'hash'>> {
  return tx
    .selectFrom('record_head')
    .select(['seq', 'hash'])
    .where('province_id', '=', provinceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/**
 * Appends one change to the province's chain. The head row is locked until the transaction ends, so
 * writers of one province queue here and numbers have no gaps.
 */
export async function writeRecord(tx: Tx, actor: Actor, change: Change): Promise<void> {
  const provinceId = actor.provinceId
  const head = await lockedTip(tx, provinceId)
  const salt = await saltOf(tx, provinceId, change.subjectKind, change.subjectId)
  const link: Link = {
    province_id: provinceId,
    seq: head.seq + 1,
    at: new Date().toISOString(),
    actor_id: actor.accountId,
    actor_name: actor.name,
    action: change.action,
    subject_kind: change.subjectKind,
    subject_id: change.subjectId,
    before_hash: change.before === undefined ? null : contentHash(salt, change.before),
    after_hash: change.after === undefined ? null : contentHash(salt, change.after),
    reason: change.reason ?? null,
    previous_hash: head.hash,
  }
  const hash = linkHash(link)
  await tx
    .insertInto('audit_record')
    .values({ ...link, hash })
    .execute()
  if (contentKinds.has(change.subjectKind)) await keepContent(tx, provinceId, link.seq, change)
  await tx
    .updateTable('record_head')
    .set({ seq: link.seq, hash })
    .where('province_id', '=', provinceId)
    .execute()
}

async function keepContent(
  tx: Tx,
  provinceId: number,
  seq: number,
  { subjectKind, subjectId, before, after }: Change,
): Promise<void> {
  if (before === undefined && after === undefined) return
  await tx
    .insertInto('record_content')
    .values({
      province_id: provinceId,
      seq,
      subject_kind: subjectKind,
      subject_id: subjectId,
      before: before === undefined ? null : canonical(before),
      after: after === undefined ? null : canonical(after),
    })
    .execute()
}

/** Hash of a content under its subject's salt. */
export const contentHash = (salt: string, content: unknown): string =>
  createHmac('sha256', salt).update(canonical(content)).digest('hex')

async function saltOf(tx: Tx, provinceId: number, kind: string, id: string): Promise<string> {
  const found = await tx
    .selectFrom('record_salt')
    .select('salt')
    .where('province_id', '=', provinceId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  if (found) return found.salt
  const salt = randomBytes(16).toString('hex')
  await tx
    .insertInto('record_salt')
    .values({ province_id: provinceId, subject_kind: kind, subject_id: id, salt })
    .execute()
  return salt
}

/** Starts a province's chain; once, when the province is added. */
export async function startRecord(tx: Tx, provinceId: number): Promise<void> {
  await tx
    .insertInto('record_head')
    .values({ province_id: provinceId, seq: 0, hash: genesis })
    .execute()
}
