// A new password of one's own: instead of the present one, or by a one-time code.
import { type Database, transaction } from '../../database/open.ts'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { useCodeUp } from './codes.ts'
import { hashPassword, ownPasswordMustFit } from './passwords.ts'
import { endSessionsOf, type OpenSession, stepOn, type Whence } from './sessions.ts'
import { knownOf } from './store.ts'
import { forgetAttempts } from './throttle.ts'

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
  const account = await database.db
    .selectFrom('account')
    .select(['account_id', 'password_hash', 'name', 'address'])
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .executeTakeFirstOrThrow()
  const attempts = await ownPasswordMustFit(database.db, account, current)
  const hash = await hashPassword(next, await knownOf(database.db, actor.provinceId, account))
  await forgetAttempts(database.db, attempts)
  await transaction(database, (tx) => putPassword(tx, actor, hash, tokenHash))
}

/**
 * The step of a sign-in by one-time code: the code is used up, the password chosen takes its place
 * (`passwordWeak`, `codeOver`, `nothingPending`), and the sign-in goes on.
 */
export async function choosePassword(
  database: Database,
  session: OpenSession | null,
  next: string,
  whence: Whence,
): Promise<{ cookie: string; session: OpenSession }> {
  if (session?.pending[0] !== 'password') throw new Problem('nothingPending')
  const { account, actor, pending, tokenHash } = session
  const hash = await hashPassword(next, await knownOf(database.db, account.province_id, account))
  return transaction(database, async (tx) => {
    await useCodeUp(tx, account)
    await putPassword(tx, actor, hash, tokenHash)
    return stepOn(tx, session, whence, pending.slice(1))
  })
}

/** The new hash of one's own account; all its sessions but one end. */
async function putPassword(tx: Tx, actor: Actor, hash: string, keep: Buffer): Promise<void> {
  const accountId = accountOf(actor)
  await tx
    .updateTable('account')
    .set((build) => ({ password_hash: hash, version: build('version', '+', 1) }))
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountId)
    .execute()
  await endSessionsOf(tx, actor.provinceId, accountId, keep)
  await writeRecord(tx, actor, {
    action: 'account.password',
    subjectKind: 'account',
    subjectId: accountId,
  })
}
