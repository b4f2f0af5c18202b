// The short form of the trial, and what the trial cannot see: that no pattern can run away.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read } from '../src/index.ts'
import { faultOf, inputOf } from '../tools/trial.ts'
import { cannotExplode, patternsIn } from './patterns.ts'

it('reads three thousand strange texts without a fault', () => {
  for (let number = 0; number < 3000; number++) {
    const fault = faultOf(inputOf(20261125, number))
    expect(fault, `seed 20261125, input ${number}`).toBeNull()
  }
})

/** Repetitions inside repetitions with a separator between them: a text has one way to match each. */
const separated = new Set([
  String.raw`^\d{1,3}(\.\d{3})+(,\d+)?$`,
  String.raw`^\d{1,3}(,\d{3})+(\.\d+)?$`,
  String.raw`^\d{1,2}(\.\d{1,2}){0,3}$`,
  String.raw`^[+-]?\d{1,12}(?:[.,]\d{1,12}){0,4}$`,
])

it('has no pattern that can backtrack without end', () => {
  const folder = join(import.meta.dirname, '..', 'src')
  const all = patternsIn(folder).filter(({ pattern }) => !separated.has(pattern))
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((one) => !cannotExplode(one))).toEqual([])
})

const report =
  'Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 12 đánh giá kết quả 9 tháng năm 2024. Thu ngân sách đạt 9.500 tỷ đồng, tăng 8% so với cùng kỳ. Yêu cầu Sở Tài chính báo cáo trước ngày 30/10/2024 theo Nghị quyết số 12-NQ/TU.\n\n'
const neutral = 'Trời trong xanh và gió nhẹ.\n\n'

it('moves with neutral text in front, and is otherwise the same', () => {
  const shift = neutral.length
  const moved = read(neutral + report).findings.map(({ kind, start, quote }) => [
    kind,
    start - shift,
    quote,
  ])
  expect(moved).toEqual(read(report).findings.map(({ kind, start, quote }) => [kind, start, quote]))
})

it('finds in two documents together what it finds in each', () => {
  const other = 'Diện tích gieo trồng đạt 1.250 ha trong quý I/2023.\n'
  const local = new Set(['quantity', 'citation', 'period', 'statement'])
  const quotes = (text: string) =>
    read(text)
      .findings.filter(({ kind }) => local.has(kind))
      .map(({ kind, quote }) => `${kind} ${quote}`)
  const both = quotes(report + other)
  for (const one of [...quotes(report), ...quotes(other)]) expect(both).toContain(one)
})
