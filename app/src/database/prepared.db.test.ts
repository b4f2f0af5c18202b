import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { eachRequest } from './prepared.ts'

describe('statements of each request', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it('are kept by the connection, and no others', async () => {
    await database.db.connection().execute(async (one) => {
      for (const n of [1, 2, 3]) {
        const kept = await sql<{ n: number }>`select ${n}::int as n ${eachRequest}`.execute(one)
        const other = await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(one)
        expect([kept.rows, other.rows]).toEqual([[{ n }], [{ n: n + 1 }]])
      }
      const { rows } = await sql<{ statement: string; used: number }>`
        select statement, generic_plans + custom_plans as used from pg_prepared_statements`.execute(
        one,
      )
      expect(rows).toEqual([{ statement: 'select $1::int as n /* each request */', used: 3 }])
    })
  })

  it('are kept anew where a table has got another column meanwhile', async () => {
    await database.db.connection().execute(async (one) => {
      await sql`create temporary table kept as select 1 as a`.execute(one)
      const ask = async () =>
        (await sql`select * from kept where a = ${1} ${eachRequest}`.execute(one)).rows
      expect(await ask()).toEqual([{ a: 1 }])
      await sql`alter table kept add column b integer`.execute(one)
      expect(await ask()).toEqual([{ a: 1, b: null }])
      // In a transaction too, once the connection knows.
      await sql`begin`.execute(one)
      expect(await ask()).toEqual([{ a: 1, b: null }])
      await sql`rollback`.execute(one)
    })
  })
})
