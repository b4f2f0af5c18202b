// `giaoban province …`, `giaoban account …`, `giaoban import …`: done on the server itself, in the
// same store functions and on the same record as through HTTP.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Database, transaction } from '../database/open.ts'
import type { AccountRole } from '../database/tables.ts'
import { type Actor, roles, systemActor } from '../http/access.ts'
import { isoDate } from '../http/parts.ts'
import { Problem } from '../problem.ts'
import { importDocument } from '../reading/import.ts'
import { getDocument } from '../registers/documents/store.ts'
import { issueCodes } from '../registers/people/codes.ts'
import { resetFactor } from '../registers/people/factors.ts'
import { newPassword } from '../registers/people/passwords.ts'
import { addProvince, listProvinces, type Province } from '../registers/people/provinces.ts'
import {
  actorByAddress,
  addAccount,
  changeAccount,
  listAccounts,
} from '../registers/people/store.ts'
import { print, say, tableText } from './output.ts'
import { CommandProblem, fileTrouble } from './problem.ts'
import { reasonOf } from './reason.ts'
import type { CliTexts, Language } from './texts.ts'
import { jobsOf } from './walk.ts'

/** The province meant: by its code, or the only one. */
export async function provinceMeant(
  database: Database,
  slug: string | undefined,
  t: CliTexts,
): Promise<Province> {
  const provinces = await listProvinces(database.db)
  const known = provinces.map((one) => one.slug).join(', ')
  const [first, ...others] = provinces
  if (!first) throw new CommandProblem(t.noProvinceYet)
  if (slug === undefined) {
    if (others.length > 0) throw new CommandProblem(t.whichProvince(known), 2)
    return first
  }
  const meant = provinces.find((one) => one.slug === slug)
  if (!meant) throw new CommandProblem(t.noSuchProvince(slug, known))
  return meant
}

/** Adds a province with its first administrator, in one transaction. */
export async function addProvinceCommand(
  database: Database,
  name: string,
  given: { account: string; name?: string },
  t: CliTexts,
): Promise<void> {
  const password = newPassword()
  const province = await transaction(database, async (tx) => {
    const added = await addProvince(tx, name.trim())
    await addAccount(tx, systemActor(added.province_id), {
      address: given.account,
      name: given.name ?? given.account,
      role: 'administrator',
      password,
    })
    return added
  })
  await print(`${t.provinceAdded(province.name, province.slug)}\n`)
  await print(`${t.passwordOnce(given.account.trim().toLowerCase(), password)}\n`)
}

export async function listProvincesCommand(database: Database, t: CliTexts): Promise<void> {
  const rows = (await listProvinces(database.db)).map((one) => [one.slug, one.name])
  await print(tableText([t.columns.slug, t.columns.name], rows))
}

export async function addAccountCommand(
  database: Database,
  address: string,
  given: { province?: string; name: string; role: string },
  t: CliTexts,
): Promise<void> {
  if (!(roles as readonly string[]).includes(given.role)) {
    throw new CommandProblem(t.badRole(given.role), 2)
  }
  const province = await provinceMeant(database, given.province, t)
  const password = newPassword()
  const account = await transaction(database, (tx) =>
    addAccount(tx, systemActor(province.province_id), {
      address,
      name: given.name,
      role: given.role as AccountRole,
      password,
    }),
  )
  await print(`${t.passwordOnce(account.address, password)}\n`)
}

export async function listAccountsCommand(
  database: Database,
  given: { province?: string },
  t: CliTexts,
): Promise<void> {
  const province = await provinceMeant(database, given.province, t)
  const accounts = await listAccounts(database.db, systemActor(province.province_id))
  const head = [t.columns.address, t.columns.role, t.columns.state, t.columns.name]
  const rows = accounts.map((one) => [
    one.address,
    one.grants
      .filter((grant) => grant.inForce)
      .map((grant) =>
        grant.organisation.everywhere ? grant.role : `${grant.role} (${grant.organisation.name})`,
      )
      .join(', '),
    one.disabled ? t.closed : t.open,
    one.name,
  ])
  await print(tableText(head, rows))
}

/**
 * The way back in for whoever has no administrator to ask: the account is opened again where it was
 * closed, its password, second factor and sessions end, a one-time code is printed.
 */
export async function resetCommand(
  database: Database,
  address: string,
  given: { province?: string },
  t: CliTexts,
): Promise<void> {
  const province = await provinceMeant(database, given.province, t)
  const system = systemActor(province.province_id)
  const wanted = address.trim().toLowerCase()
  const issued = await transaction(database, async (tx) => {
    const account = (await listAccounts(tx, system)).find((one) => one.address === wanted)
    if (!account) throw new CommandProblem(t.noSuchAccount(wanted, province.slug))
    if (account.disabled) {
      await changeAccount(tx, system, account.id, account.version, { disabled: false })
    }
    await resetFactor(tx, system, account.id, t.resetReason)
    return issueCodes(tx, system, { accounts: [account.id], days: 1, reason: t.resetReason })
  })
  for (const { code } of issued) await print(`${t.codeOnce(wanted, code)}\n`)
}

/** Brings files in, each in a transaction of its own. Resolves to the exit code. */
export async function importCommand(
  database: Database,
  files: readonly string[],
  given: { province?: string; as?: string; date?: string; declareNoSecrets?: boolean },
  t: CliTexts,
  language: Language,
): Promise<number> {
  if (given.date !== undefined && !isoDate.safeParse(given.date).success) {
    throw new CommandProblem(t.badDate(given.date), 2)
  }
  if (!given.declareNoSecrets) throw new CommandProblem(t.notDeclared, 2)
  const province = await provinceMeant(database, given.province, t)
  const actor = await accountMeant(database, province, given.as, t)
  let failed = false
  for await (const { path: file } of jobsOf(files)) {
    try {
      const bytes = await readFile(resolve(file))
      const ready = await importDocument(database, actor, {
        bytes,
        fileName: basename(file),
        date: given.date ?? null,
      })
      const { id, already } = await transaction(database, ready)
      const { counts } = await getDocument(database.db, actor, id)
      await print(`${file}: ${already ? t.already : t.imported(counts.proposed)}\n`)
    } catch (error) {
      failed = true
      say(
        `${file}: ${error instanceof Problem ? reasonOf(error, language) : fileTrouble(error, t)}`,
      )
    }
  }
  return failed ? 1 : 0
}

/** The account that stands behind a command: `--as ADDRESS`. */
export async function accountMeant(
  database: Database,
  province: Province,
  address: string | undefined,
  t: CliTexts,
): Promise<Actor> {
  if (address === undefined) throw new CommandProblem(t.whichAccount, 2)
  const actor = await actorByAddress(database.db, province.province_id, address)
  if (!actor) throw new CommandProblem(t.noSuchAccount(address, province.slug))
  return actor
}
