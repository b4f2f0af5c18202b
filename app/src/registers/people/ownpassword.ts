// A new password of one's own.
import { type Database, transaction } from '../../database/open.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'
import { knownOf } from './store.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

/**
 * A new password of one's own: the present one is asked for, with the same brake as sign-in
 * (`passwordWrong`, `tooManyAttempts`). This session goes on, all others of the account end.
 */
export async function changeOwnPassword(
  database: Database,
  actor: Actor,
  tokenHash: Buffer,
  current: string,
  next: string,
): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  const accountId = accountOf(actor)
  const own = { province_id: actor.provinceId, account_id: accountId }
  const key = `both:own password of ${accountId}`
  await countAttempt(database.db, key)
  const account = await database.db
    .selectFrom('account')
    .select(['password_hash', 'name', 'address'])
    .where('province_id', '=', own.province_id)
    .where('account_id', '=', own.account_id)
    .executeTakeFirstOrThrow()
  if (!(await passwordFits(account.password_hash, current))) throw new Problem('passwordWrong')
  const hash = await hashPassword(next, await knownOf(database.db, actor.provinceId, account))
  await forgetAttempts(database.db, [key])
  await transaction(database, async (tx) => {
    await tx
      .updateTable('account')
      .set((build) => ({ password_hash: hash, version: build('version', '+', 1) }))
      .where('province_id', '=', own.province_id)
      .where('account_id', '=', own.account_id)
      .execute()
    await endSessionsOf(tx, own.province_id, own.account_id, tokenHash)
    await writeRecord(tx, actor, {
      action: 'account.password',
      subjectKind: 'account',
      subjectId: accountId,
    })
  })
}
