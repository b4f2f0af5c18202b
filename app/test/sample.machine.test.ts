// `--sample`: a living province at the first start, whole even when the load was killed half way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { kill, newFolder, postgresIn, root, start, stopAll } from './machine.ts'

afterEach(stopAll)

const province = JSON.parse(readFileSync(join(root, 'samples/province.json'), 'utf8')) as {
  documents: { file: string; conference: string; confirm: boolean }[]
}

/** Counts in the database of a data folder, by its socket. */
async function documentsIn(data: string): Promise<number> {
  const client = new pg.Client({
    host: join(data, 'socket'),
    port: 54320,
    user: 'giaoban',
    password: readFileSync(join(data, 'keys', 'database-password'), 'utf8'),
    database: 'giaoban',
  })
  try {
    await client.connect()
    const { rows } = await client.query('select count(*)::int as documents from document')
    return rows[0].documents
  } catch {
    // Not there yet: neither the server nor the table.
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

test('a load killed half way is finished by the next start, and the province lives', async () => {
  const data = join(newFolder(), 'data')
  const first = start(['--sample', '--data', data])
  await first.says('Loading the sample province')
  while ((await documentsIn(data)) < 3) await wait(20)
  first.process.kill('SIGKILL')
  await first.ended
  for (const pid of postgresIn(data)) kill(pid, 'SIGKILL')
  expect(first.said()).not.toContain('Giao Ban: http')

  const second = start(['--sample', '--data', data])
  const address = await second.address()
  const accounts = [...second.said().matchAll(/^(\S+@sonha) {2}(\S+) {2}\((\w+)\)$/gm)]
  expect(accounts.map(([, , , role]) => role)).toEqual([
    ...['administrator', 'office', 'officeHead', 'reader', 'communeOfficer'],
    ...Array(5).fill('communeHead'),
  ])
  expect(second.said()).toMatch(/Giao Ban: http:\/\/127\.0\.0\.1:\d+\n/)
  const cookies = await Promise.all(
    accounts.map(async ([, name = '', password = '']) => {
      const response = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ address: name, password }),
      })
      expect(response.status).toBe(200)
      return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    }),
  )
  const [administrator = '', office = ''] = cookies
  const get = async (path: string, cookie = office) =>
    (await fetch(address + path, { headers: { cookie } })).json()

  const { documents } = await get('/api/documents')
  expect(documents).toHaveLength(province.documents.length)
  // One is left to be reviewed by the visitor.
  const open = documents.filter((one: { counts: { proposed: number } }) => one.counts.proposed > 0)
  expect(open).toHaveLength(1)
  expect(open[0].counts.confirmed).toBe(0)

  const { conferences } = await get('/api/conferences')
  const known = new Set(province.documents.map((one) => one.conference))
  expect(conferences.length).toBeGreaterThanOrEqual(10)
  expect(conferences.filter((one: { heldOn: string }) => !known.has(one.heldOn))).toEqual([])

  const { topics } = await get('/api/shortcomings')
  expect(
    topics.filter((one: { documents: number }) => one.documents >= 2).length,
  ).toBeGreaterThanOrEqual(3)

  const { counts } = await get('/api/assignments')
  for (const state of ['done', 'overdue', 'dueSoon', 'noOwner', 'noDate'] as const) {
    expect(counts[state], state).toBeGreaterThan(0)
  }

  const { rows } = await get('/api/indicators/board')
  const periods = (row: { series: { period: { label: string } | null }[] }) =>
    new Set(row.series.map((one) => one.period?.label)).size
  expect(rows.filter((row: never) => periods(row) >= 3).length).toBeGreaterThanOrEqual(3)
  expect((await get('/api/record/verify', administrator)).intact).toBe(true)

  // Later starts load nothing and print the same passwords.
  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  const third = start(['--sample', '--data', data])
  await third.address()
  expect(third.said()).not.toContain('Loading the sample province')
  expect(third.said()).toContain(accounts[1]?.[2] ?? 'no password')
})
