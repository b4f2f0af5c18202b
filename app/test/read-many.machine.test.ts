// `giaoban read` over folders and streams: all of them, in order, in threads, whatever breaks in between.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '@giaoban/reader'
import { afterEach, expect, test } from 'vitest'
import { giaoban } from './command.ts'
import { newFolder, root, stopAll } from './machine.ts'

afterEach(stopAll)

const sentence = (value: number): string => `Thu ngân sách quý I/2024 đạt ${value} tỷ đồng.`

const named = (out: string): string[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Reading).name)

test('a folder is read whole, in order, also what stands deeper; what cannot be read is named', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'xa', 'A'), { recursive: true })
  for (let number = 10; number < 50; number++)
    writeFileSync(join(folder, `bc-${number}.txt`), sentence(number))
  writeFileSync(join(folder, 'xa', 'A', 'bc.txt'), sentence(7))
  writeFileSync(join(folder, 'bc-20.docx'), 'PK\u0003\u0004 half a file')
  writeFileSync(join(folder, 'photo.jpg'), 'left alone')
  writeFileSync(join(folder, '~$bc-10.docx'), 'a lock of the word processor')
  copyFileSync(join(root, 'samples', '2024-07-bao-cao-6-thang.docx'), join(folder, 'bc-50.docx'))
  const one = await giaoban(['read', folder, '--threads', '1'])
  const many = await giaoban(['read', folder, '--threads', '3', '--progress'])
  expect(many.code).toBe(1)
  expect(many.out).toBe(one.out)
  expect(many.err).toContain('bc-20.docx')
  expect(many.err.trimEnd().split('\r').at(-1)).toContain('42 read, 1 could not be')
  const names = named(many.out)
  expect(names).toHaveLength(42)
  expect(names).toEqual([...names].sort())
  expect(names).toContain('xa/A/bc.txt')
})

test('a stream of lines is one stage of a pipeline, whichever lines are wrong', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify({ name: `d${index}`, text: sentence(index + 1), date: '2024-04-02' }),
  )
  lines[700] = '{"name":'
  lines[1500] = ''
  lines[2100] = '{"name":"no text"}'
  const input = `\ufeff${lines.join('\r\n')}`
  const { code, out, err } = await giaoban(['read', '--input', 'jsonl', '-'], { input })
  expect(code).toBe(1)
  expect(named(out)).toEqual(
    lines.flatMap((_, index) => ([700, 1500, 2100].includes(index) ? [] : [`d${index}`])),
  )
  expect(err.trim().split('\n')).toEqual([
    expect.stringContaining('line 701'),
    expect.stringContaining('line 2101'),
  ])
})

test('a reader that has seen enough ends it quietly', () => {
  const program = join(root, 'app', 'bin', 'giaoban.mjs')
  const { stderr, stdout } = spawnSync(
    'sh',
    [
      '-c',
      `yes '${JSON.stringify({ text: sentence(5) })}' | "${process.execPath}" "${program}" read --input jsonl - | head -n 3`,
    ],
    { encoding: 'utf8' },
  )
  expect(stdout.trim().split('\n')).toHaveLength(3)
  expect(stderr).toBe('')
})

test('a lexicon of one’s own is used in every thread', async () => {
  const cwd = newFolder()
  writeFileSync(join(cwd, 'own.tsv'), 'unit\titem\tlồng bè\nbodies\t\tx\n')
  writeFileSync(join(cwd, 'right.tsv'), 'project\t\tĐường tránh Nà Lốc\n')
  const wrong = await giaoban(['read', '-', '--lexicon', 'own.tsv'], { cwd, input: 'x' })
  expect(wrong.code).toBe(1)
  expect(wrong.err).toContain('lexicon check own.tsv')
  const report =
    'Ban Thường vụ Tỉnh ủy họp. UBND tỉnh báo cáo tiến độ thi công Đường tránh Nà Lốc năm 2024.'
  for (let number = 10; number < 20; number++) writeFileSync(join(cwd, `bc-${number}.txt`), report)
  const { out } = await giaoban(['read', '.', '--lexicon', 'right.tsv', '--kinds', 'project'], {
    cwd,
  })
  const found = out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Reading).findings.map(({ quote }) => quote))
  expect(found).toEqual(Array.from({ length: 10 }, () => ['Đường tránh Nà Lốc']))
})
