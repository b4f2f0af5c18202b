// Provinces: the tenants. Adding one brings its catalogue, its record and its first account.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { plain } from '@giaoban/reader'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { startRecord, writeRecord } from '../../record/record.ts'
import { fillCatalogue } from '../indicators/catalogue.ts'
import { setUpFromReference } from '../organisations/founding.ts'
import { bareName, referenceByName } from '../organisations/reference.ts'
import { hashOfToken } from './passwords.ts'

export type Province = Pick<Row<'province'>, 'province_id' | 'slug' | 'name'>

/** "Tỉnh Thái Nguyên" → "thai-nguyen". */
export function slugOf(name: string): string {
  const words = plain(name).replace(/^(tinh|thanh pho|tp\.?)\s+/, '')
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'tinh'
}

/** All provinces, by name. */
export function listProvinces(db: Reads): Promise<Province[]> {
  return db.selectFrom('province').select(['province_id', 'slug', 'name']).orderBy('name').execute()
}

/** One province, or undefined. */
export function provinceById(db: Reads, provinceId: number): Promise<Province | undefined> {
  return db
    .selectFrom('province')
    .select(['province_id', 'slug', 'name'])
    .where('province_id', '=', provinceId)
    .executeTakeFirst()
}

/** Their numbers; with one chosen, that one alone, or none where it is not among them. */
export function idsOf(provinces: readonly Province[], chosen?: number): number[] {
  const ids = provinces.map((one) => one.province_id)
  return chosen === undefined ? ids : ids.filter((id) => id === chosen)
}

/** Somebody has an account in several provinces: `provinceAmbiguous` names them, for one to be chosen. */
export function ambiguous(
  provinces: readonly Province[],
  accounts: readonly Pick<Row<'account'>, 'province_id'>[],
): Problem {
  const theirs = new Set(accounts.map((one) => one.province_id))
  return new Problem('provinceAmbiguous', {
    provinces: provinces
      .filter((one) => theirs.has(one.province_id))
      .map((one) => ({ id: one.province_id, name: one.name })),
  })
}

/**
 * Adds a province with its indicator catalogue and a new record; `nameTaken` for the same slug. The name
 * or code of one of the 34 brings that one's units and bodies as well (`referenceByName`), and its full
 * name where only a code or a bare name was given.
 */
export async function addProvince(tx: Tx, given: string): Promise<Province> {
  const known = referenceByName(given)
  const name = known && bareName(given) === given ? known.name : given
  const slug = slugOf(name)
  await sql`lock table province in share row exclusive mode`.execute(tx)
  const same = await tx
    .selectFrom('province')
    .select('province_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (same) throw new Problem('nameTaken', { name })
  const last = await tx
    .selectFrom('province')
    .select((build) => build.fn.max('province_id').as('id'))
    .executeTakeFirst()
  const province = { province_id: (last?.id ?? 0) + 1, slug, name }
  await tx.insertInto('province').values(province).execute()
  await startRecord(tx, province.province_id)
  await addRoot(tx, province)
  await fillCatalogue(tx, province.province_id)
  await writeRecord(tx, systemActor(province.province_id), {
    action: 'province.add',
    subjectKind: 'province',
    subjectId: String(province.province_id),
    after: province,
  })
  if (known) {
    const actor = systemActor(province.province_id)
    await setUpFromReference(tx, actor, province.province_id, known.code)
  }
  return province
}

/** The province itself as a body: grants in the whole province are granted in it. */
async function addRoot(tx: Tx, province: Pick<Province, 'province_id' | 'name'>): Promise<void> {
  const root = { province_id: province.province_id, organisation_id: uuidv7() }
  await tx
    .insertInto('organisation')
    .values({ ...root, kind: 'province', code: null, valid_from: null, valid_to: null })
    .execute()
  await tx
    .insertInto('organisation_name')
    .values({
      ...root,
      name_id: uuidv7(),
      name: province.name,
      role: 'official',
      valid_from: null,
      valid_to: null,
    })
    .execute()
}

const tokenKey = 'setup_token'

/** True as long as no province exists. */
export async function setUpNeeded(db: Reads): Promise<boolean> {
  const one = await db.selectFrom('province').select('province_id').limit(1).executeTakeFirst()
  return one === undefined
}

/** A new one-time token for the set-up page; the former one stops working. Null when set up. */
export async function createSetupToken(db: Reads): Promise<string | null> {
  if (!(await setUpNeeded(db))) return null
  const token = randomBytes(24).toString('base64url')
  const value = JSON.stringify(hashOfToken(token).toString('hex'))
  await db
    .insertInto('server_setting')
    .values({ key: tokenKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return token
}

/** Uses the token up; `setUpToken` where it is wrong, `setUpDone` where a province exists. */
export async function takeSetupToken(tx: Tx, token: string): Promise<void> {
  const kept = await tx
    .selectFrom('server_setting')
    .select('value')
    .where('key', '=', tokenKey)
    .forUpdate()
    .executeTakeFirst()
  if (!(await setUpNeeded(tx))) throw new Problem('setUpDone')
  const expected = Buffer.from(typeof kept?.value === 'string' ? kept.value : '', 'hex')
  const given = hashOfToken(token)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new Problem('setUpToken')
  }
  await tx.deleteFrom('server_setting').where('key', '=', tokenKey).execute()
}
