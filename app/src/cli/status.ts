// `giaoban status`: is the system healthy, in one look. Exit 1 where something is wrong.
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { lastBackupKey } from '../backup/backup.ts'
import type { Database } from '../database/open.ts'
import type { Role } from '../database/role.ts'
import { lastHead, type ProvinceOfRecord } from '../record/heads.ts'
import { verifyChain } from '../record/store.ts'
import type { Connected } from './connect.ts'
import { padded, print } from './output.ts'
import { sizeText } from './safety.ts'
import type { CliTexts } from './texts.ts'

export interface Status {
  version: string
  dataFolder: string | null
  /** Process id of the running server, or null. */
  server: number | null
  postgresql: string
  /** Whom the application works as in the database. */
  role: Role
  databaseBytes: number
  /** null with a database of one's own. */
  freeBytes: number | null
  provinces: {
    slug: string
    name: string
    documents: number
    waiting: number
    record: { intact: boolean; links: number; brokenAt: number | null; head: string }
    /** The newest signed head, or null; `late` where it is older than a day and the server runs. */
    signed: { number: number; at: string; count: number; late: boolean } | null
  }[]
  lastBackup: { at: string; file: string; rows: number } | null
}

/** Less than this free is too little for a day's documents and a backup. */
const leastFree = 500e6

/** Gathers and prints. Resolves to the exit code. */
export async function statusCommand(
  connected: Connected,
  version: string,
  json: boolean,
  t: CliTexts,
): Promise<number> {
  const status = await gather(connected, version)
  const low = status.freeBytes !== null && status.freeBytes < leastFree
  if (json) await print(`${JSON.stringify(status, null, 2)}\n`)
  else await print(shown(status, low, t))
  const wrong = status.provinces.some((one) => !one.record.intact || one.signed?.late)
  return low || wrong ? 1 : 0
}

async function gather(connected: Connected, version: string): Promise<Status> {
  const { database, config, server } = connected
  const own = config.databaseUrl === null
  const { rows } = await sql<{ version: string; size: string }>`
    select current_setting('server_version') as version,
      pg_database_size(current_database()) as size`.execute(database.db)
  const disk = own ? await statfs(config.dataFolder) : null
  return {
    version,
    dataFolder: own ? config.dataFolder : null,
    server,
    postgresql: rows[0]?.version ?? '',
    role: connected.role,
    databaseBytes: Number(rows[0]?.size ?? 0),
    freeBytes: disk && disk.bavail * disk.bsize,
    provinces: await provincesOf(database, server !== null),
    lastBackup: await lastBackup(database),
  }
}

/** A running server signs once a day; more hours than this without a head, and something is wrong. */
const lateAfterHours = 26

async function signedOf(database: Database, province: ProvinceOfRecord, running: boolean) {
  const head = await lastHead(database.db, province)
  if (!head) return null
  const { number, at, count } = head.statement
  const hours = (Date.now() - Date.parse(at)) / 3_600_000
  return { number, at, count, late: running && hours > lateAfterHours }
}

async function provincesOf(database: Database, running: boolean): Promise<Status['provinces']> {
  const provinces = await database.db.selectFrom('province').selectAll().orderBy('name').execute()
  const found: Status['provinces'] = []
  for (const { province_id, slug, name } of provinces) {
    const { rows } = await sql<{ documents: string; waiting: string }>`
      select (select count(*) from document where province_id = ${province_id} and status = 'read') as documents,
        (select count(*) from finding where province_id = ${province_id} and state = 'proposed'
          and kind not in ('quantity', 'period', 'organisation', 'person', 'project', 'check')) as waiting`.execute(
      database.db,
    )
    found.push({
      slug,
      name,
      documents: Number(rows[0]?.documents ?? 0),
      waiting: Number(rows[0]?.waiting ?? 0),
      record: await verifyChain(database.db, province_id),
      signed: await signedOf(database, { province_id, slug, name }, running),
    })
  }
  return found
}

async function lastBackup(database: Database): Promise<Status['lastBackup']> {
  const row = await database.db
    .selectFrom('server_setting')
    .select('value')
    .where('key', '=', lastBackupKey)
    .executeTakeFirst()
  return (row?.value as Status['lastBackup'] | undefined) ?? null
}

function shown(status: Status, low: boolean, t: CliTexts): string {
  const w = t.status
  const backup = status.lastBackup
  const server = status.server === null ? w.stopped : w.running(status.server)
  const lines: [string, string][] = [
    [w.product, status.version],
    [w.data, status.dataFolder ?? w.external],
    ...(status.dataFolder ? [[w.server, server] as [string, string]] : []),
    [w.database, status.postgresql],
    [w.role, status.role.kind === 'owner' ? w.roleOwner(status.role.why) : status.role.name],
    [w.size, sizeText(status.databaseBytes)],
    ...(status.freeBytes === null
      ? []
      : [[w.free, sizeText(status.freeBytes)] as [string, string]]),
    [w.backup, backup ? `${backup.at}  ${backup.file}` : w.never],
  ]
  const width = Math.max(...lines.map(([name]) => name.length)) + 2
  const provinces = status.provinces.flatMap(
    ({ name, slug, documents, waiting, record, signed }) => {
      const words = record.intact
        ? w.province(documents, waiting, record.links)
        : w.broken(record.brokenAt ?? 0)
      const head = signed ? w.signed(signed.number, signed.at, signed.count) : w.notSigned
      return [
        `${record.intact ? '✓' : '✗'} ${name} (${slug}): ${words}`,
        `${signed?.late ? '✗' : ' '} ${head}`,
      ]
    },
  )
  return [
    ...lines.map(([name, value]) => `${padded(name, width)}${value}`),
    '',
    ...(provinces.length > 0 ? provinces : [w.noProvince]),
    ...(low ? ['', `✗ ${w.diskLow}`] : []),
    '',
  ].join('\n')
}
