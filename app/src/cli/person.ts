// `giaoban person export`: what is held on somebody, as the law lets them ask.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Database } from '../database/open.ts'
import { systemActor } from '../http/access.ts'
import { uuid } from '../http/parts.ts'
import { noteAccess } from '../registers/accesslog/store.ts'
import { listAccounts } from '../registers/people/store.ts'
import { personalDataOf } from '../registers/personal/store.ts'
import { print } from './output.ts'
import { provinceMeant } from './people.ts'
import { CommandProblem, writeProblem } from './problem.ts'
import type { CliTexts } from './texts.ts'

/** `who`: the address of an account, or the id of a person. JSON to standard output, or to `--out`. */
export async function personExportCommand(
  database: Database,
  who: string,
  given: { province?: string; out?: string },
  t: CliTexts,
): Promise<void> {
  const province = await provinceMeant(database, given.province, t)
  const actor = systemActor(province.province_id)
  const wanted = who.trim().toLowerCase()
  const account = (await listAccounts(database.db, actor)).find((one) => one.address === wanted)
  if (!account && !uuid.safeParse(wanted).success)
    throw new CommandProblem(t.noSuchAccount(who, province.slug))
  const subject = account ? { accountId: account.id } : { personId: wanted }
  const data = await personalDataOf(database.db, actor, subject)
  await noteAccess(database.db, actor, {
    action: 'export',
    kind: account ? 'account' : 'person',
    id: account?.id ?? wanted,
    detail: 'giaoban person export',
  })
  const text = `${JSON.stringify(data, null, 2)}\n`
  if (given.out === undefined) return print(text)
  const path = resolve(given.out)
  try {
    await writeFile(path, text, { mode: 0o600 })
  } catch (error) {
    throw writeProblem(error, path, t)
  }
  const rows = data.sections.reduce((sum, one) => sum + one.total, 0)
  await print(`${t.personExported(data.subject.name, rows, path)}\n`)
}
