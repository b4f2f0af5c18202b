// The second factor of an account: set up, asked for at sign-in, taken away by an administrator.
import { type Database, transaction } from '../../database/open.ts'
import type { Reads, Row, SignInStep, Tx } from '../../database/tables.ts'
import { type Actor, authorise, needsSecondFactor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { Owner } from './devices.ts'
import { forTheApp, newSecret, sealed, stepOfCode, unsealed } from './factorsecret.ts'
import { actorOf } from './grants.ts'
import { ownPasswordMustFit } from './passwords.ts'
import { dropRecoveryCodes, putRecoveryCodes, takeRecoveryCode } from './recovery.ts'
import { endSessionsOf, type OpenSession, openSession, stepOn, type Whence } from './sessions.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

const day = 86_400_000

/** Whose second factor it is, with the key that its secrets are sealed with. */
export interface FactorSettings {
  factorKey: Buffer
  /** Days from the grant of a role that needs it; null: nobody has to. */
  graceDays: number | null
}

function factorOf(
  db: Reads,
  { province_id, account_id }: Owner,
): Promise<Row<'account_factor'> | undefined> {
  return db
    .selectFrom('account_factor')
    .selectAll()
    .where('province_id', '=', province_id)
    .where('account_id', '=', account_id)
    .executeTakeFirst()
}

export interface FactorState {
  on: boolean
  /** From when on it is needed to sign in; null where it is not. */
  dueOn: string | null
}

/** Whether the account has a second factor, and from when on it needs one. */
export async function factorState(
  db: Reads,
  { account, actor }: Pick<OpenSession, 'account' | 'actor'>,
  { graceDays }: FactorSettings,
): Promise<FactorState> {
  const factor = await factorOf(db, account)
  return {
    on: factor?.secret != null,
    dueOn: graceDays === null ? null : await dueOn(db, actor, graceDays),
  }
}

/** The end of the grace: counted from the first grant in force of a role that needs the factor. */
async function dueOn(db: Reads, actor: Actor, graceDays: number): Promise<string | null> {
  const ids = actor.grants.filter(({ role }) => needsSecondFactor.has(role)).map(({ id }) => id)
  if (ids.length === 0) return null
  const first = await db
    .selectFrom('role_grant')
    .select((build) => build.fn.min('granted_at').as('at'))
    .where('province_id', '=', actor.provinceId)
    .where('grant_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return new Date(Date.parse(first.at) + graceDays * day).toISOString()
}

/** How the first step of a sign-in was done. */
interface FirstStep {
  byCode?: boolean
  factorDone?: boolean
}

/** The first step of a sign-in is done: opens its session, which waits for the steps that are left. */
export async function beginSession(
  database: Database,
  account: Row<'account'>,
  whence: Whence,
  settings: FactorSettings,
  how: FirstStep,
): Promise<{ cookie: string; session: OpenSession }> {
  const actor = await actorOf(database.db, account)
  const steps = await stepsAfter(database.db, { account, actor }, settings, how)
  return transaction(database, (tx) => openSession(tx, account, whence, steps))
}

/** What a sign-in still has to do after its first step, in order. */
async function stepsAfter(
  db: Reads,
  session: Pick<OpenSession, 'account' | 'actor'>,
  settings: FactorSettings,
  { byCode = false, factorDone = false }: FirstStep,
): Promise<SignInStep[]> {
  const { on, dueOn } = await factorState(db, session, settings)
  const steps: SignInStep[] = []
  if (on && !factorDone) steps.push('factor')
  if (byCode) steps.push('password')
  if (!on && !factorDone && dueOn !== null && Date.parse(dueOn) <= Date.now()) steps.push('enrol')
  return steps
}

/**
 * Begins to set a factor up: a new secret, shown once; the one in use stays until the new one is
 * confirmed. An open session is asked for its password first (`passwordWrong`), where it has one.
 */
export async function beginFactor(
  database: Database,
  session: OpenSession | null,
  settings: FactorSettings,
  password: string,
): Promise<{ uri: string; secret: string }> {
  if (!session) throw new Problem('signInNeeded')
  const { account, pending } = session
  if (pending.length > 0 && pending[0] !== 'enrol') throw new Problem('nothingPending')
  if (pending.length === 0 && account.password_hash !== null) {
    const attempts = await ownPasswordMustFit(database.db, account, password)
    await forgetAttempts(database.db, attempts)
  }
  const secret = newSecret()
  const stored = sealed(settings.factorKey, account.account_id, secret)
  await transaction(database, (tx) => putNextSecret(tx, account, stored))
  return forTheApp(secret, account.address)
}

async function putNextSecret(
  tx: Tx,
  { province_id, account_id }: Owner,
  next_secret: Buffer,
): Promise<void> {
  await tx
    .insertInto('account_factor')
    .values({ province_id, account_id, next_secret, secret: null, confirmed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'account_id']).doUpdateSet({ next_secret }),
    )
    .execute()
}

/** The secret that was shown takes the place of the former one; the code that confirmed it is taken. */
async function useNextSecret(
  tx: Tx,
  { province_id, account_id }: Owner,
  secret: Buffer,
  last_step: number,
): Promise<void> {
  const confirmed_at = new Date().toISOString()
  await tx
    .updateTable('account_factor')
    .set({ secret, next_secret: null, last_step, confirmed_at })
    .where('province_id', '=', province_id)
    .where('account_id', '=', account_id)
    .execute()
}

/**
 * The first code of the new secret: from now on it is asked for. Gives the recovery codes, which are
 * kept nowhere; the former ones stop working. A session that waited for it goes on.
 */
export async function confirmFactor(
  database: Database,
  session: OpenSession | null,
  settings: FactorSettings,
  code: string,
  whence: Whence,
): Promise<{ recoveryCodes: string[]; opened: { cookie: string; session: OpenSession } | null }> {
  if (!session) throw new Problem('signInNeeded')
  const { account, actor, pending } = session
  if (pending.length > 0 && pending[0] !== 'enrol') throw new Problem('nothingPending')
  const attempts = `factor:${account.account_id}`
  await countAttempt(database.db, attempts)
  const factor = await factorOf(database.db, account)
  const next = factor?.next_secret
  if (!next) throw new Problem('nothingPending')
  const secret = unsealed(settings.factorKey, account.account_id, next)
  const step = stepOfCode(secret, code)
  if (step === null) throw new Problem('factorWrong')
  await forgetAttempts(database.db, [attempts])
  return transaction(database, async (tx) => {
    await useNextSecret(tx, account, next, step)
    const codes = await putRecoveryCodes(tx, account)
    await endSessionsOf(tx, account.province_id, account.account_id, session.tokenHash)
    await writeRecord(tx, actor, {
      action: 'account.factor',
      subjectKind: 'account',
      subjectId: account.account_id,
    })
    const opened = pending.length ? await stepOn(tx, session, whence, pending.slice(1)) : null
    return { recoveryCodes: codes, opened }
  })
}

/**
 * The step of a sign-in that asks for the factor: a code of the app, once, or a recovery code, once
 * (`factorWrong`, `tooManyAttempts`, `nothingPending`).
 */
export async function passFactor(
  database: Database,
  session: OpenSession | null,
  settings: FactorSettings,
  code: string,
  whence: Whence,
): Promise<{ cookie: string; session: OpenSession }> {
  if (session?.pending[0] !== 'factor') throw new Problem('nothingPending')
  const { account, pending } = session
  const attempts = `factor:${account.account_id}`
  await countAttempt(database.db, attempts)
  const opened = await transaction(database, async (tx) => {
    const by = (await takeStep(tx, account, settings, code))
      ? 'code'
      : (await takeRecoveryCode(tx, account, code))
        ? 'recovery'
        : null
    if (!by) throw new Problem('factorWrong')
    if (by === 'recovery') {
      await writeRecord(tx, session.actor, {
        action: 'account.recoveryCode',
        subjectKind: 'account',
        subjectId: account.account_id,
      })
    }
    return stepOn(tx, session, whence, pending.slice(1))
  })
  await forgetAttempts(database.db, [attempts])
  return opened
}

/** Whether it is a code of the app that was not taken before; it is from now on. */
async function takeStep(
  tx: Tx,
  account: Owner,
  settings: FactorSettings,
  code: string,
): Promise<boolean> {
  const factor = await factorOf(tx, account)
  if (!factor?.secret) return false
  const step = stepOfCode(unsealed(settings.factorKey, account.account_id, factor.secret), code)
  if (step === null) return false
  const taken = await tx
    .updateTable('account_factor')
    .set({ last_step: step })
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('last_step', '<', step)
    .returning('last_step')
    .execute()
  return taken.length > 0
}

/**
 * Takes the factor of somebody who lost telephone and codes away; their sessions end. Not one's own
 * (`notForOneself`): who has stolen a session must not get rid of it.
 */
export async function resetFactor(
  tx: Tx,
  actor: Actor,
  accountId: string,
  reason: string,
): Promise<void> {
  authorise(actor, 'account.manage', actor.provinceId)
  if (actor.accountId === accountId) throw new Problem('notForOneself')
  const own = { province_id: actor.provinceId, account_id: accountId }
  await tx
    .deleteFrom('account_factor')
    .where('province_id', '=', own.province_id)
    .where('account_id', '=', own.account_id)
    .execute()
  await dropRecoveryCodes(tx, own)
  await endSessionsOf(tx, own.province_id, own.account_id)
  await writeRecord(tx, actor, {
    action: 'account.factorReset',
    subjectKind: 'account',
    subjectId: accountId,
    reason,
  })
}

/** Which of the accounts have a factor in use. */
export async function withFactor(
  db: Reads,
  provinceId: number,
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set()
  const rows = await db
    .selectFrom('account_factor')
    .select('account_id')
    .where('province_id', '=', provinceId)
    .where('account_id', 'in', accounts)
    .where('secret', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}
