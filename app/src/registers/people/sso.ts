// Which account somebody is whom an identity provider vouches for. Accounts are never made here: an
// administrator assigns a subject or an e-mail address to an account that is there.
import type { Database } from '../../database/open.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { ambiguous, idsOf, listProvinces } from './provinces.ts'

/** What the provider says. */
export interface Vouched {
  subject: string
  /** Only where the provider says that it has verified it. */
  email: string | null
}

/**
 * The open account that is assigned to them: by the subject it was first used with; before that by the
 * assigned subject or address, which binds the subject. `ssoUnknown` for nobody, `provinceAmbiguous`
 * with the provinces where there are several.
 */
export async function accountOfVouched(
  { db }: Database,
  vouched: Vouched,
  provinceId?: number,
): Promise<Row<'account'>> {
  const provinces = await listProvinces(db)
  const wanted = idsOf(provinces, provinceId)
  const found = wanted.length ? await assigned(db, wanted, vouched) : []
  const [account] = found
  if (!account) throw new Problem('ssoUnknown')
  if (found.length > 1) throw ambiguous(provinces, found)
  return account.sso_subject === null ? bind(db, account, vouched.subject) : account
}

function assigned(
  db: Reads,
  provinces: readonly number[],
  { subject, email }: Vouched,
): Promise<Row<'account'>[]> {
  const names = email === null ? [subject] : [subject, email.toLowerCase()]
  return db
    .selectFrom('account')
    .selectAll()
    .where('province_id', 'in', provinces)
    .where('disabled_at', 'is', null)
    .where((build) =>
      build.or([
        build('sso_subject', '=', subject).and('sso_name', 'is not', null),
        build('sso_subject', 'is', null).and('sso_name', 'in', names),
      ]),
    )
    .orderBy('province_id')
    .execute()
}

/** From now on it is this subject's; another who was faster keeps it. */
async function bind(db: Reads, account: Row<'account'>, subject: string): Promise<Row<'account'>> {
  const bound = await db
    .updateTable('account')
    .set({ sso_subject: subject })
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('sso_subject', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!bound) throw new Problem('ssoUnknown')
  return bound
}
