// `giaoban figures`: a file of figures, all or nothing, with what is wrong by its line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { world } from '../../test/world.ts'
import { figuresOf } from '../registers/indicators/figure-store.ts'
import { allIndicators } from '../registers/indicators/store.ts'
import { figuresCommand } from './figures.ts'
import { cliTexts } from './texts.ts'

let here: Awaited<ReturnType<typeof world>>
let folder = ''
let code = ''
let as = ''

beforeAll(async () => {
  here = await world()
  await here.body('Xã Một')
  const actor = await here.actor('office')
  const all = await allIndicators(here.database.db, actor.provinceId)
  code = all.find((one) => one.unit === 'VND')?.code ?? ''
  const { address } = await here.database.db
    .selectFrom('account')
    .select('address')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', actor.accountId ?? '')
    .executeTakeFirstOrThrow()
  as = address
  folder = mkdtempSync(join(tmpdir(), 'giaoban-figures-'))
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await here.close()
})

async function run(text: string, sure = false) {
  const file = join(folder, 'so-lieu.csv')
  writeFileSync(file, text)
  const said = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(((
    part: string,
    ...rest: unknown[]
  ) => {
    said.out += part
    for (const one of rest) if (typeof one === 'function') one()
    return true
  }) as never)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(((part: string) => {
    said.err += part
    return true
  }) as never)
  try {
    const given = { province: here.east.slug, as, sure }
    const exit = await figuresCommand(here.database, file, given, cliTexts.en, 'en')
    return { exit, ...said }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

const stands = async () =>
  (await figuresOf(here.database.db, await here.actor('office'), {})).map(
    ({ value, cell, organisationId, accumulation }) => [
      ...[value, cell, organisationId === null, accumulation],
    ],
  )

test('brings a file in, each figure with its line, and says what it was', async () => {
  const text = `\uFEFFunit;indicator;from;to;value;told\r\n"Xã Một";${code};2025-01-01;2025-03-31;1500000000;cumulative\r\n;${code};2025-01-01;2025-01-31;-2.5;\r\n`
  const { exit, out } = await run(text)
  expect([exit, out]).toEqual([
    0,
    expect.stringMatching(/^2 figures.*\n.*SHA-256.*[0-9a-f]{64}\n$/s),
  ])
  expect(await stands()).toEqual([
    [-2.5, '3', true, 'period'],
    [1.5e9, '2', false, 'cumulative'],
  ])
  expect((await run(text)).out).toContain('0 figures')
})

test('names the line and the column that cannot be used, and writes nothing', async () => {
  const head = 'indicator,unit,from,to,value'
  const before = await stands()
  await expect(run(`${head}\nnone,,2025-01-01,2025-01-31,1\n`)).rejects.toThrow(
    'Line 2, column indicator',
  )
  await expect(run(`${head}\n${code},"Xã, Hai",2025-01-01,2025-01-31,1\n`)).rejects.toThrow(
    '"Xã, Hai"',
  )
  await expect(run(`${head}\n${code},,2025-02-30,2025-01-31,1\n`)).rejects.toThrow('column from')
  await expect(
    run(`${head}\n${code},,2025-04-01,2025-04-30,1.000,5\n${code},,2025-05-01,2025-05-31,1e3\n`),
  ).rejects.toThrow('Line 3')
  await expect(run(`${head},missing\n${code},,2025-04-01,2025-04-30,,\n`)).rejects.toThrow(
    'Line 2, column missing',
  )
  await expect(run('indicator,unit,from,value\n')).rejects.toThrow('missing: to')
  const twice = `${code},,2025-06-01,2025-06-30,1\n`
  expect(await run(`${head}\n${twice}${twice}`)).toMatchObject({
    ...{ exit: 1, err: expect.stringContaining('Line 3 of the file') },
  })
  expect(await stands()).toEqual(before)
})

test('asks before it takes what is strange, and takes it with --sure', async () => {
  const line = (month: string, value: number) =>
    `${code},,2024-01-01,2024-${month},${value},cumulative\n`
  const text = `indicator,unit,from,to,value,told\n${line('01-31', 5e9)}${line('02-29', 4e9)}`
  const asked = await run(text)
  expect(asked).toMatchObject({ exit: 1, out: '' })
  expect(asked.err).toContain(`V2  ${code}  2024-01-01 – 2024-02-29  3`)
  expect(asked.err).toContain('--sure')
  expect((await run(text, true)).out).toContain('V2: 1')
})
