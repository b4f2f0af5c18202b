// `giaoban backup`, `restore` and `destructions`.
import { mkdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { checkArchive, DamagedBackup, readArchive } from '../backup/archive.ts'
import { backUp } from '../backup/backup.ts'
import { destructionsIn } from '../backup/destructions.ts'
import { RestoreRefused, restore } from '../backup/restore.ts'
import type { Database } from '../database/open.ts'
import { type Destruction, listDestructions } from '../registers/documents/destruction.ts'
import type { Connected } from './connect.ts'
import { print, tableText } from './output.ts'
import { CommandProblem, fileTrouble, writeProblem } from './problem.ts'
import type { CliTexts } from './texts.ts'

/** Bytes for people: kB, MB, GB. */
export function sizeText(bytes: number): string {
  const [unit, scale] =
    bytes < 1e6
      ? (['kB', 1e3] as const)
      : bytes < 1e9
        ? (['MB', 1e6] as const)
        : (['GB', 1e9] as const)
  return `${(bytes / scale).toFixed(1)} ${unit}`
}

export async function backupCommand(
  { database }: Connected,
  file: string,
  version: string,
  t: CliTexts,
): Promise<void> {
  const path = resolve(file)
  const { tables } = await writeBackup(database, path, version, t)
  const rows = [...tables.values()].reduce((sum, one) => sum + one.rows, 0)
  await print(`${t.backedUp(path, rows, sizeText((await stat(path)).size))}\n`)
}

/** `backUp`, with a place that cannot be written named in words. */
async function writeBackup(database: Database, path: string, version: string, t: CliTexts) {
  try {
    return await backUp(database, path, version)
  } catch (error) {
    throw writeProblem(error, path, t)
  }
}

/** The server must be down: what it holds in memory would be of another time. */
export async function restoreCommand(
  connected: Connected,
  file: string,
  given: { replace?: boolean; destructions?: string },
  version: string,
  t: CliTexts,
): Promise<void> {
  if (connected.server !== null) throw new CommandProblem(t.serverRuns(connected.server))
  const path = resolve(file)
  await checkBefore(path, t)
  const later = given.destructions ? await destructionsFrom(resolve(given.destructions), t) : []
  try {
    if (given.replace) await safetyCopy(connected, version, t)
    const done = await restore(connected.owner(), path, {
      replace: given.replace === true,
      destructions: later,
    })
    await print(`${t.restored(path, done.header.product, done.header.madeAt)}\n`)
    const rows = done.tables.map(({ name, rows: count }) => [name, String(count)])
    await print(tableText([t.columns.table, t.columns.rows], rows))
    for (const one of done.provinces) {
      await print(`✓ ${t.recordIntact(one.name, one.links, one.head)}\n`)
    }
    if (done.mailsInDoubt > 0) await print(`${t.mailsInDoubt(done.mailsInDoubt)}\n`)
    if (done.quarantinedAgain > 0) {
      await print(`${t.quarantinedAgain(done.quarantinedAgain)}\n`)
    }
    if (done.destroyedAgain > 0) await print(`${t.destroyedAgain(done.destroyedAgain)}\n`)
    await print(`${t.signInAgain}\n`)
  } catch (error) {
    if (error instanceof DamagedBackup) throw new CommandProblem(t.damaged(path, error.message))
    if (error instanceof RestoreRefused)
      throw new CommandProblem(t.refused[error.why](error.message))
    throw error
  }
}

/** A file that is missing or damaged ends the command before a safety copy is made. */
async function checkBefore(path: string, t: CliTexts): Promise<void> {
  try {
    await checkArchive(path)
  } catch (error) {
    if (error instanceof DamagedBackup) throw new CommandProblem(t.damaged(path, error.message))
    throw new CommandProblem(`${path}: ${fileTrouble(error, t)}`)
  }
}

/** Where there is something to lose, a backup of it comes first, into the data folder. */
async function safetyCopy(connected: Connected, version: string, t: CliTexts): Promise<void> {
  const { database, config } = connected
  const one = await database.db.selectFrom('province').select('name').limit(1).executeTakeFirst()
  if (!one) return
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const path = join(config.dataFolder, 'backups', `before-restore-${stamp}.backup`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  await writeBackup(database, path, version, t)
  await print(`${t.safetyCopy(path)}\n`)
}

/** Prints the destructions as JSON, one a line. */
export async function destructionsCommand(database: Database): Promise<void> {
  for (const row of await listDestructions(database.db)) await print(`${JSON.stringify(row)}\n`)
}

/** Destructions from what `giaoban destructions` printed, or from a newer backup. */
async function destructionsFrom(file: string, t: CliTexts): Promise<Destruction[]> {
  try {
    return await destructionsIn(readArchive(file))
  } catch (error) {
    if (!(error instanceof DamagedBackup)) {
      throw new CommandProblem(`${file}: ${fileTrouble(error, t)}`)
    }
  }
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => {
      const one = JSON.parse(line) as Destruction
      if (!Number.isInteger(one.province_id) || typeof one.document_id !== 'string') throw one
      return one
    })
  } catch {
    throw new CommandProblem(t.badDestructions(file))
  }
}
