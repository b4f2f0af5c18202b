// B10: two transactions that change the same two entries in crossed order. GIAOBAN_TRIAL=500 (npm run
// trial:deadlocks) tries as many.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileForm, world } from '../../test/world.ts'
import { changeDocument } from '../registers/documents/store.ts'
import { transaction } from './open.ts'

interface Steps {
  /** Between the first and the second change, when tried for the first time. */
  between?(): Promise<void>
  /** Before it is tried again: it is to meet what the other has left, as a request would. */
  again(): Promise<unknown> | null
}

const pairs = Number(process.env.GIAOBAN_TRIAL ?? 2)

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

test('crossed changes end in one after the other, and none is lost', async () => {
  const office = await here.client('office')
  const actor = await here.actor('office')
  const [first = '', second = ''] = await Promise.all(
    ['một', 'hai'].map(async (word) => {
      const form = fileForm(`Thu đạt ${word} tỷ đồng.`, `${word}.txt`)
      const { body } = await office.ask('POST', '/api/documents', { form })
      return body.document.id as string
    }),
  )
  const versionOf = async (id: string): Promise<number> =>
    (await office.ask('GET', `/api/documents/${id}`)).body.document.version
  const before = await deadlocks()
  for (let pair = 0; pair < pairs; pair++) {
    const versions = { [first]: await versionOf(first), [second]: await versionOf(second) }
    const change = (order: readonly string[], title: string, steps: Steps) => {
      let tries = 0
      return transaction(here.database, async (tx) => {
        tries++
        if (tries > 1) await steps.again()
        for (const [place, id] of order.entries()) {
          const expected = (versions[id] ?? 0) + (tries === 1 ? 0 : 1)
          await changeDocument(tx, actor, id, expected, { title })
          if (place === 0 && tries === 1) await steps.between?.()
        }
        return tries
      })
    }
    let other: Promise<number> | null = null
    const one: Promise<number> = change([first, second], `xuôi ${pair}`, {
      async between() {
        other = change([second, first], `ngược ${pair}`, { again: () => one })
        // Only when the other holds the second entry, and waits for the first.
        await expect.poll(waiting, { interval: 20, timeout: 10_000 }).toBe(1)
      },
      again: () => other,
    })
    expect([await one, await other].toSorted()).toEqual([1, 2])
    for (const id of [first, second]) expect(await versionOf(id)).toBe((versions[id] ?? 0) + 2)
  }
  await expect.poll(deadlocks, { timeout: 10_000 }).toBe(before + pairs)
})

/** Those that PostgreSQL has resolved in this database. */
async function deadlocks(): Promise<number> {
  const { rows } = await here.database.pool.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  return rows[0].deadlocks
}

/** Connections to this database that wait for another one. */
async function waiting(): Promise<number> {
  const { rows } = await here.database.pool.query(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].count
}
