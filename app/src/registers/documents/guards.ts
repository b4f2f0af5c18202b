// Whose a document is and who was named for it: what the level rule looks at.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import type { Actor, Guarded } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { sittingsOf } from '../dossiers/sittings-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { accountNames } from './source.ts'

type Guardable = Pick<Row<'document'>, 'document_id' | 'level' | 'organisation_id' | 'matter_id'>

/** Participants, names and conferences of the dossier for some documents, in five queries at most. */
export async function guardsOf(
  db: Reads,
  provinceId: number,
  documents: readonly Pick<Row<'document'>, 'document_id' | 'organisation_id' | 'matter_id'>[],
) {
  const ids = documents.map((one) => one.document_id)
  const named = ids.length
    ? await db
        .selectFrom('document_participant')
        .select(['document_id', 'organisation_id', 'account_id'])
        .where('province_id', '=', provinceId)
        .where('document_id', 'in', ids)
        .orderBy('participant_id')
        .execute()
    : []
  const bodies = await organisationNames(db, provinceId, [
    ...documents.map((one) => one.organisation_id),
    ...named.map((one) => one.organisation_id),
  ])
  const people = await accountNames(
    db,
    provinceId,
    named.map((one) => one.account_id),
  )
  const sittings = await sittingsOf(
    db,
    provinceId,
    documents.flatMap((one) => (one.matter_id === null ? [] : one.document_id)),
  )
  const list = (id: string | null, names: ReadonlyMap<string, string>) =>
    id === null ? [] : [{ id, name: names.get(id) ?? '' }]
  const byDocument = Map.groupBy(named, (one) => one.document_id)
  const participants = (id: string) => {
    const own = byDocument.get(id) ?? []
    return {
      organisations: own.flatMap((one) => list(one.organisation_id, bodies)),
      accounts: own.flatMap((one) => list(one.account_id, people)),
    }
  }
  return {
    shown: (row: Guardable) => ({
      organisation: list(row.organisation_id, bodies)[0] ?? null,
      participants: participants(row.document_id),
    }),
    guard(row: Guardable): Guarded {
      const { organisations, accounts } = participants(row.document_id)
      return {
        level: row.level,
        organisationId: row.organisation_id,
        participants: {
          organisations: organisations.map((one) => one.id),
          accounts: accounts.map((one) => one.id),
        },
        ...(row.matter_id ? { sittings: sittings.get(row.document_id) ?? [] } : {}),
      }
    },
  }
}

/**
 * The body a document belongs to, null for the province's office, and the matter whose dossier it is in;
 * `notFound` where it is none.
 */
export async function placeOf(
  db: Reads,
  actor: Actor,
  documentId: string,
): Promise<{ organisationId: string | null; matterId: string | null }> {
  const row = await db
    .selectFrom('document')
    .select(['organisation_id', 'matter_id'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return { organisationId: row.organisation_id, matterId: row.matter_id }
}

/** Names exactly these for a document; `notFound` for a body or an account that is not of the province. */
export async function putParticipants(
  tx: Tx,
  provinceId: number,
  documentId: string,
  wanted: { organisations: readonly string[]; accounts: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom('document_participant')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .execute()
  const bodies = new Set(wanted.organisations)
  const people = new Set(wanted.accounts)
  const known = await organisationNames(tx, provinceId, [...bodies])
  const accounts = await accountNames(tx, provinceId, [...people])
  if (known.size !== bodies.size || accounts.size !== people.size) throw new Problem('notFound')
  const row = (organisation: string | null, account: string | null) => ({
    province_id: provinceId,
    document_id: documentId,
    participant_id: uuidv7(),
    organisation_id: organisation,
    account_id: account,
  })
  const rows = [
    ...[...bodies].map((id) => row(id, null)),
    ...[...people].map((id) => row(null, id)),
  ]
  if (rows.length > 0) await tx.insertInto('document_participant').values(rows).execute()
}
