// What people said of two entries: that they belong together, or do not.
import type { ExpressionBuilder } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tables, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleMatter } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import type { Linkable, LinkEnd, LinkGiven } from './contract.ts'

/** The column of each kind; in this order two ends are one link, whichever was named first. */
const columns = {
  shortcoming: 'shortcoming_id',
  assignment: 'assignment_id',
  matter: 'matter_id',
  indicator: 'indicator_id',
} as const satisfies Record<Linkable, string>

const kinds = Object.keys(columns) as Linkable[]

export interface Link {
  ends: [LinkEnd, LinkEnd]
  verdict: 'confirmed' | 'refused'
  version: number
}

/** All that was said of any of these entries. */
export async function linksOf(
  db: Reads,
  provinceId: number,
  ids: Readonly<Record<Linkable, readonly string[]>>,
): Promise<Link[]> {
  const named = kinds.filter((kind) => ids[kind].length > 0)
  if (named.length === 0) return []
  const rows = await db
    .selectFrom('chain_link')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where((build) => build.or(named.map((kind) => build(columns[kind], 'in', [...ids[kind]]))))
    .execute()
  return rows.map(shown)
}

function shown(row: Row<'chain_link'>): Link {
  const [one, other] = kinds.flatMap((kind): LinkEnd[] => {
    const id = row[columns[kind]]
    return id === null ? [] : [{ kind, id }]
  })
  if (!one || !other) throw new RangeError(`link ${row.link_id} has no two ends`)
  return { ends: [one, other], verdict: row.verdict, version: row.version }
}

/**
 * Says it, for the first time (version 0) or anew. `notFound` where one of them is closed to the actor,
 * `versionOld` where somebody said something meanwhile.
 */
export async function setLink(
  tx: Tx,
  actor: Actor,
  version: number,
  { from, to, verdict }: LinkGiven,
): Promise<number> {
  authorise(actor, 'register.edit', actor.provinceId)
  if (from.kind === to.kind) throw new Problem('invalidInput', { where: 'to', issues: [] })
  for (const end of [from, to]) await mustKnow(tx, actor, end)
  const of = (kind: Linkable) => [from, to].find((end) => end.kind === kind)?.id ?? null
  const same = (build: ExpressionBuilder<Tables, 'chain_link'>) =>
    build.and(kinds.map((kind) => build(columns[kind], 'is not distinct from', of(kind))))
  const before = await tx
    .selectFrom('chain_link')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(same)
    .forUpdate()
    .executeTakeFirst()
  if ((before?.version ?? 0) !== version) {
    throw new Problem('versionOld', { current: before ? shown(before) : null })
  }
  const row = await tx
    .insertInto('chain_link')
    .values({
      province_id: actor.provinceId,
      link_id: before?.link_id ?? uuidv7(),
      shortcoming_id: of('shortcoming'),
      assignment_id: of('assignment'),
      matter_id: of('matter'),
      indicator_id: of('indicator'),
      verdict,
      decided_by: accountOf(actor),
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'link_id']).doUpdateSet({
        verdict,
        decided_by: accountOf(actor),
        decided_at: new Date().toISOString(),
        version: version + 1,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeRecord(tx, actor, {
    action: 'chain.link',
    subjectKind: 'chainLink',
    subjectId: row.link_id,
    ...(before ? { before: shown(before) } : {}),
    after: shown(row),
  })
  return row.version
}

async function mustKnow(db: Reads, actor: Actor, { kind, id }: LinkEnd): Promise<void> {
  const known = await knownOf(db, actor, kind, [id])
  if (!known.has(id)) throw new Problem('notFound')
}

/** Which of these entries the actor may know of. */
export async function knownOf(
  db: Reads,
  actor: Actor,
  kind: Linkable,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  if (kind === 'shortcoming') {
    return new Set((await listShortcomings(db, actor, { ids: [...ids] })).map(({ id }) => id))
  }
  if (kind === 'assignment') {
    return new Set((await taskRows(db, actor, ids)).map((row) => row.assignment_id))
  }
  if (kind === 'matter') {
    const rows = await db
      .selectFrom('matter')
      .select('matter_id')
      .where('province_id', '=', actor.provinceId)
      .where('matter_id', 'in', [...ids])
      .where(visibleMatter(actor))
      .execute()
    return new Set(rows.map((row) => row.matter_id))
  }
  const rows = await db
    .selectFrom('indicator')
    .select('indicator_id')
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', 'in', [...ids])
    .where('quarantined', '=', false)
    .execute()
  return new Set(rows.map((row) => row.indicator_id))
}
