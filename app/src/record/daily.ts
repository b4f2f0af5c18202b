// The daily head: signed on every day that the server runs, also written as a file that can be copied.
import type { KeyObject } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { todayInVietnam } from '../calendar.ts'
import type { Database } from '../database/open.ts'
import { type Head, headLine } from './head.ts'
import {
  lastHead,
  listHeads,
  type ProvinceOfRecord,
  publishHead,
  recordProvinces,
} from './heads.ts'

/** How often the job looks whether a day has its head, in milliseconds. */
export const signEvery = 10 * 60_000

/** Where the heads of a province lie as a file, one JSON a line. */
export const headsFile = (dataFolder: string, slug: string): string =>
  join(dataFolder, 'record-heads', `${slug}.jsonl`)

/** Writes all heads of a province into its file; whoever copies it gets a whole one. */
export async function writeHeadsFile(
  database: Database,
  dataFolder: string,
  province: ProvinceOfRecord,
): Promise<string> {
  const file = headsFile(dataFolder, province.slug)
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o755 })
  const heads = await listHeads(database.db, province)
  writeFileSync(`${file}.new`, heads.map((head) => `${headLine(head)}\n`).join(''), {
    mode: 0o644,
    flush: true,
  })
  renameSync(`${file}.new`, file)
  return file
}

export interface Signing {
  database: Database
  dataFolder: string
  key: KeyObject
}

/**
 * Signs a head for every province that has none for the day of `now`. One province's trouble is told to
 * `failed` and keeps no other from its head. Returns what was signed.
 */
export async function signDue(
  { database, dataFolder, key }: Signing,
  now: Date,
  failed: (province: string, error: Error) => void,
): Promise<Head[]> {
  const signed: Head[] = []
  for (const province of await recordProvinces(database.db)) {
    try {
      const last = await lastHead(database.db, province)
      if (last && last.statement.day >= todayInVietnam(now)) continue
      signed.push(await publishHead(database, province, key, now))
      await writeHeadsFile(database, dataFolder, province)
    } catch (error) {
      failed(province.slug, error as Error)
    }
  }
  return signed
}
