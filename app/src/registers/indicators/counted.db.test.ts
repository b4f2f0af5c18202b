// A province that was made before gets what is counted of the reports as a new one has it.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'
import { countedCodes, houseFormula, houseIndicators } from './counted.ts'
import { parseFormula } from './formula.ts'
import { allIndicators } from './store.ts'

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

test('an upgrade brings the same indicators as a province that is made now, once, after the national list', async () => {
  const provinces = [here.east.province_id, here.west.province_id]
  const listed = async () =>
    Promise.all(
      provinces.map(async (id) =>
        (await allIndicators(here.database.db, id)).map(
          ({ province_id: _, indicator_id: __, created_at: ___, ...one }) => one,
        ),
      ),
    )
  const made = await listed()
  const { pool } = here.owner()
  await pool.query('delete from indicator where code = any($1)', [
    houseIndicators.map((one) => one.code),
  ])
  const file = new URL('../../database/migrations/0041-counted-indicators.sql', import.meta.url)
  const text = await readFile(file, 'utf8')
  for (const _ of [1, 2]) await pool.query(text)
  const upgraded = await listed()
  expect(upgraded).toEqual(made)
  expect(made[0]?.slice(-houseIndicators.length).map((one) => one.code)).toEqual(
    houseIndicators.map((one) => one.code),
  )
  const { rows } = await pool.query<{ id: string }>(
    'select indicator_id as id from indicator where code = any($1)',
    [houseIndicators.map((one) => one.code)],
  )
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(houseIndicators.length * provinces.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-/)
})

test('each share of the house is made of what is counted', () => {
  const formulas = houseIndicators.flatMap(({ code }) => houseFormula(code) ?? [])
  expect(formulas).toHaveLength(houseIndicators.length - countedCodes.length)
  for (const formula of formulas) expect(parseFormula(formula)).not.toHaveProperty('faultAt')
})
