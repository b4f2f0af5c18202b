// giaoban-verify on a record that the real server wrote: every kind of tampering is found, what is whole
// passes, and what cannot be found is said. GIAOBAN_TRIAL=200 (npm run trial:record) draws more often.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishHead } from '../src/record/heads.ts'
import { signingKey } from '../src/record/signing-key.ts'
import { fileForm, world } from '../test/world.ts'
import { fingerprintOf, type Head, headsIn, verify } from './giaoban-verify.mjs'
import { type Draw, putTogether, rechained, takeApart, tamperings } from './tampering.ts'

const times = Number(process.env.GIAOBAN_TRIAL ?? 8)
const seed = Number(process.env.GIAOBAN_SEED ?? 1)

let here: Awaited<ReturnType<typeof world>>
let folder: string
let lines: string[]
let heads: Head[]
let key: string
const told: string[] = []

/** A small generator with a seed, so that what failed can be drawn again (mulberry32). */
function drawing(from: number): Draw {
  let state = from >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n)
  }
}

beforeAll(async () => {
  here = await world()
  folder = mkdtempSync(join(tmpdir(), 'giaoban-verify-'))
  const office = await here.client('office')
  const { body } = await office.ask('POST', '/api/documents', {
    form: fileForm('Sở Tài chính báo cáo trước ngày 30/10/2024. Thu đạt 12 tỷ đồng.', 'a.txt'),
  })
  const at = `/api/documents/${body.document.id}`
  let { version } = body.document
  for (let head = 1; head <= 4; head++) {
    for (let change = 0; change < Math.max(8, times / 4); change++) {
      const json = { title: `Báo cáo “${head}.${change}” \u2028 \\ "` }
      const answer = await office.ask('PATCH', at, { json, version })
      version = answer.body.document.version
    }
    const day = new Date(`2026-11-2${head}T10:00:00Z`)
    await publishHead(here.database, here.east, signingKey(folder), day)
  }
  // What comes after the last head is not proven by it.
  await office.ask('PATCH', at, { json: { title: 'sau' }, version })
  const inspector = await here.grantee('inspector')
  const exported = await inspector.client.ask('GET', '/api/record/export')
  lines = exported.body.split('\n').slice(0, -1)
  const feed = await here.anonymous.ask('GET', `/api/record/heads?province=${here.east.slug}`)
  heads = headsIn(JSON.stringify(feed.body))
  key = heads[0]?.statement.key ?? ''
})

afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`${told.join('\n')}\n`)
})

const lastCount = () => heads.reduce((most, one) => Math.max(most, one.statement.count), 0)

test('a record as it was exported is proven up to its last head, and no further', async () => {
  expect(heads).toHaveLength(4)
  const report = await verify({ lines, heads, keys: [key] })
  expect(report).toMatchObject({ verdict: 'proven', proven: lastCount(), findings: [] })
  expect(report.notes).toEqual(['tail'])
  expect(report.links).toBeGreaterThan(lastCount())
})

test('any single head kept elsewhere is enough, and one copied from paper too', async () => {
  for (const head of heads) {
    const { count, hash } = head.statement
    expect(await verify({ lines, heads: [head], keys: [key] })).toMatchObject({
      verdict: 'proven',
      proven: count,
    })
    const anchors = [{ count, hash: hash.slice(0, 16), day: null }]
    expect(await verify({ lines, anchors })).toMatchObject({ verdict: 'proven', proven: count })
  }
})

describe('tampering', () => {
  test.each(tamperings.map((one) => [one.name, one] as const))('%s is found', async (name, one) => {
    const taken = takeApart(lines)
    const original = lines.join('\n')
    let tried = 0
    const missed: number[] = []
    for (let at = 0; tried < times && at < 10 * times; at++) {
      const made = one.make(takeApart(lines), lastCount(), drawing(seed * 100_003 + at))
      // A draw that changes nothing is none.
      if (made.join('\n') === original) continue
      tried++
      const { verdict } = await verify({ lines: made, heads, keys: [key] })
      if (verdict !== 'altered' && verdict !== 'unreadable') missed.push(at)
    }
    expect(taken.links.length).toBeGreaterThan(20)
    expect(tried).toBe(times)
    expect(missed).toEqual([])
    told.push(`${name}: ${tried} of ${tried} found (missed < ${((3 / tried) * 100).toFixed(1)} %)`)
  })

  test('without anything from elsewhere a whole rewriting fits itself, and that is said', async () => {
    const taken = takeApart(lines)
    const links = rechained(taken.links.map((link) => ({ ...link, actor_name: 'x' })))
    const report = await verify({ lines: putTogether({ ...taken, heads: [], links }) })
    expect(report).toMatchObject({ verdict: 'consistent', proven: 0 })
    expect(report.notes).toContain('nothingFromElsewhere')
  })

  test('what follows the last head can be rewritten unseen, and that is said', async () => {
    const taken = takeApart(lines)
    const from = lastCount()
    const links = rechained(
      taken.links.map((link) => (link.seq > from ? { ...link, action: 'x' } : link)),
      from,
    )
    const report = await verify({ lines: putTogether({ ...taken, links }), heads, keys: [key] })
    expect(report).toMatchObject({ verdict: 'proven', proven: from, notes: ['tail'] })
  })
})

describe('as a command', () => {
  const program = join(import.meta.dirname, 'giaoban-verify.mjs')
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: '/',
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  test('exit codes and words, Vietnamese and English', () => {
    const record = file('record.jsonl', `${lines.join('\n')}\n`)
    const kept = file('heads.jsonl', heads.map((head) => JSON.stringify(head)).join('\n'))
    const pem = `-----BEGIN PUBLIC KEY-----\n${heads[0]?.publicKey}\n-----END PUBLIC KEY-----\n`
    expect(fingerprintOf(pem)).toBe(key)
    const proof = ['--heads', kept, '--key', file('key.pem', pem)]
    const good = run(record, ...proof)
    expect(good.stderr).toBe('')
    expect(good.status).toBe(0)
    expect(good.stdout).toContain('NGUYÊN VẸN')
    expect(good.stdout).toContain('Không phát hiện được')
    const alone = run(record, '--lang', 'en')
    expect([alone.status, alone.stdout]).toEqual([3, expect.stringContaining('NOT PROVEN')])
    const false_ = lines.map((line) => line.replace('"document.change"', '"document.read"'))
    const bad = run(file('false.jsonl', false_.join('\n')), ...proof, '--lang', 'en')
    expect(bad.status).toBe(1)
    expect(bad.stdout).toContain('link whose content was edited: ')
    const json = run(record, ...proof, '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({ verdict: 'proven', findings: [] })
    for (const wrong of [
      [],
      ['/nowhere.jsonl'],
      [kept],
      [record, '--key', 'x'],
      [record, '--heads', record, '--frist'],
      [record, '--head', '12:abc'],
    ]) {
      const answer = run(...wrong)
      expect(answer.status, wrong.join(' ')).toBe(2)
      expect(answer.stderr.length, wrong.join(' ')).toBeGreaterThan(20)
      expect(answer.stderr, wrong.join(' ')).not.toContain('at file:')
    }
  })
})
