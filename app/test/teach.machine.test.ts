// `giaoban lexicon check` and `giaoban evaluate` as an office uses them: what they say and how they end.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { giaoban } from './command.ts'
import { newFolder, start, stopAll } from './machine.ts'

afterEach(stopAll)

const folderWith = (files: Record<string, string | Uint8Array>): string => {
  const folder = newFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

describe('lexicon check', () => {
  test('a right file is told its size', async () => {
    const cwd = folderWith({ 'own.tsv': 'actor\t\tTổ công tác 27 | Tổ 27\n' })
    const { code, out } = await giaoban(['lexicon', 'check', 'own.tsv'], { cwd })
    expect({ code, out }).toEqual({
      code: 0,
      out: 'own.tsv: no fault, 1 lines, 2 ways of writing.\n',
    })
  })

  test('every fault has its line, and what to do', async () => {
    const cwd = folderWith({
      'own.tsv': 'actor\t\tTổ công tác 27\nbodies\t\tx\nactor Tổ\n',
      'utf16.tsv': Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('actor\t\tTổ công tác\r\n', 'utf16le'),
      ]),
      'tcvn.tsv': Buffer.from('actor\t\tT\xe6 c\xabng t\xb8c\n', 'latin1'),
    })
    const { code, out, err } = await giaoban(
      ['lexicon', 'check', 'own.tsv', 'utf16.tsv', 'tcvn.tsv', 'none.tsv'],
      { cwd },
    )
    expect(code).toBe(1)
    expect(out).toContain('own.tsv:2 (column 1) fault: there is no class “bodies”')
    expect(out).toContain('own.tsv:3 (column 1) fault: not three columns with tabs')
    expect(out).toContain('utf16.tsv: no fault')
    expect(err).toContain('tcvn.tsv: is not UTF-8')
    expect(err).toContain('none.tsv: ')
  })
})

const set = (topic: string): string =>
  [
    { format: 'giaoban-evaluation', version: 1, lexicon: '' },
    {
      name: 'a.txt',
      date: null,
      text: 'Hội nghị giao ban tháng 9 của Tỉnh ủy. Tuy nhiên, giải phóng mặt bằng còn chậm.',
      complete: false,
      judgements: [
        { kind: 'shortcoming', start: 50, end: 78, state: 'confirmed', fields: { topic } },
      ],
    },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

describe('evaluate', () => {
  test('measures a set, keeps the result, and ends with 1 where a kind got worse', async () => {
    const cwd = folderWith({
      'set.jsonl': set('site_clearance'),
      'other.jsonl': set('planning'),
      'broken.jsonl': `${set('planning')}{"name":`,
    })
    const first = await giaoban(['evaluate', 'set.jsonl', '--save', 'before.json'], { cwd })
    expect(first.code).toBe(0)
    expect(first.out).toMatch(/^shortcoming +1 +1 +0 +1\.000 +1\.000 +1\.000 /m)
    const same = await giaoban(['evaluate', 'set.jsonl', '--against', 'before.json'], { cwd })
    expect(same).toMatchObject({ code: 0, err: 'No kind is worse than before.\n' })
    const worse = await giaoban(['evaluate', 'other.jsonl', '--against', 'before.json'], { cwd })
    expect(worse).toMatchObject({ code: 1, err: 'Worse than before: shortcoming.\n' })
    const json = await giaoban(['evaluate', 'set.jsonl', '--json'], { cwd })
    expect(JSON.parse(json.out)).toEqual(JSON.parse(readFileSync(join(cwd, 'before.json'), 'utf8')))
    const broken = await giaoban(['evaluate', 'broken.jsonl'], { cwd })
    expect(broken).toMatchObject({ code: 1, out: '' })
    expect(broken.err).toContain('line 3')
    const none = await giaoban(['evaluate', 'none.jsonl'], { cwd })
    expect(none.code).toBe(1)
    const both = await giaoban(['evaluate', 'set.jsonl', '--export', 'x.jsonl'], { cwd })
    expect(both.code).toBe(2)
  })

  test('makes the set from what people decided in the sample province', async () => {
    const cwd = newFolder()
    const data = ['--data', join(cwd, 'data'), '--sample']
    await start(data).address()
    const made = await giaoban(['evaluate', ...data, '--export', 'set.jsonl'], { cwd })
    expect(made.err).toBe('')
    expect(made.out).toMatch(/Wrote set\.jsonl: \d+ documents, \d+ decisions/)
    const direct = await giaoban(['evaluate', ...data, '--json'], { cwd })
    const fromFile = await giaoban(['evaluate', 'set.jsonl', '--json'], { cwd })
    expect(JSON.parse(fromFile.out)).toEqual(JSON.parse(direct.out))
    expect(JSON.parse(direct.out).kinds.shortcoming.confirmed).toBeGreaterThan(10)
  })
})
