// The sample province: invented people, documents and figures, brought in through the same functions
// as everybody's. Three accounts; their passwords are made here and printed at every start.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Config } from './config.ts'
import { type Database, transaction } from './database/open.ts'
import type { AccountRole } from './database/tables.ts'
import { type Actor, systemActor } from './http/access.ts'
import { confirmMany } from './reading/confirm-many.ts'
import { entryKinds } from './reading/contract.ts'
import { importDocument } from './reading/import.ts'
import { listFindings } from './reading/store.ts'
import { newPassword } from './registers/people/passwords.ts'
import { addProvince, setUpNeeded } from './registers/people/provinces.ts'
import { actorByAddress, addAccount } from './registers/people/store.ts'

export interface SampleAccount {
  address: string
  password: string
  role: AccountRole
}

/** `samples/province.json`. */
interface SampleProvince {
  name: string
  accounts: { address: string; name: string; role: AccountRole }[]
  documents: { file: string; date: string; confirm: boolean }[]
}

/** Loads the sample into an empty database; later starts only return the accounts again. */
export async function loadSample(
  database: Database,
  config: Pick<Config, 'root' | 'dataFolder'>,
): Promise<SampleAccount[]> {
  const file = join(config.dataFolder, 'sample-accounts.json')
  if (!(await setUpNeeded(database.db))) {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  }
  const folder = join(config.root, 'samples')
  const sample = JSON.parse(readFileSync(join(folder, 'province.json'), 'utf8')) as SampleProvince
  const accounts = sample.accounts.map(({ address, role }) => ({
    address,
    role,
    password: newPassword(),
  }))
  const provinceId = await transaction(database, async (tx) => {
    const province = await addProvince(tx, sample.name)
    for (const [index, person] of sample.accounts.entries()) {
      const password = accounts[index]?.password ?? ''
      await addAccount(tx, systemActor(province.province_id), { ...person, password })
    }
    return province.province_id
  })
  writeFileSync(`${file}.new`, JSON.stringify(accounts), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  const clerk = sample.accounts.find(({ role }) => role === 'office')
  const office = clerk && (await actorByAddress(database.db, provinceId, clerk.address))
  if (!office) return accounts
  for (const document of sample.documents) {
    const id = await bringIn(database, office, join(folder, document.file), document.date)
    if (document.confirm) await confirmAll(database, office, id)
  }
  return accounts
}

async function bringIn(
  database: Database,
  actor: Actor,
  path: string,
  date: string,
): Promise<string> {
  const ready = await importDocument(database.db, actor, {
    bytes: readFileSync(path),
    fileName: basename(path),
    date,
  })
  return (await transaction(database, ready)).id
}

/** Confirms what becomes an entry, as the office would after looking at it. */
async function confirmAll(database: Database, actor: Actor, documentId: string): Promise<void> {
  const { findings } = await listFindings(database.db, actor, documentId)
  const wanted = findings.filter(
    (finding) =>
      (entryKinds as readonly string[]).includes(finding.kind) && finding.certainty !== 'possible',
  )
  if (wanted.length === 0) return
  await transaction(database, (tx) => confirmMany(tx, actor, documentId, wanted))
}
