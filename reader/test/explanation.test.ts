// Why: every finding has its trace, every rule its sentence, and what is inherited its place.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Finding, read, ruleText } from '../src/index.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const texts = ['', 'evaluation']
  .map((folder) => join(samples, folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  )

const traced = (text: string): Finding[] => read(text, { trace: true }).findings

const find = (text: string, kind: Finding['kind'], quote: string): Finding => {
  const found = traced(text).find((one) => one.kind === kind && one.quote.includes(quote))
  if (!found) throw new Error(`no ${kind} “${quote}”`)
  return found
}

describe.each(texts)('%s', (_name, text) => {
  const findings = traced(text)

  it('gives every finding a trace whose spans are in the text', () => {
    for (const { id, trace } of findings) {
      expect(trace, id).toBeDefined()
      for (const { start, end } of trace?.anchors ?? []) {
        expect(start, id).toBeGreaterThanOrEqual(0)
        expect(end, id).toBeLessThanOrEqual(text.normalize('NFC').length)
        expect(end, id).toBeGreaterThan(start)
      }
      for (const { from } of trace?.inherited ?? [])
        if (from) expect(text.normalize('NFC').slice(from.start, from.end), id).toBe(from.quote)
    }
  })

  it('has a sentence in both languages for every rule that fired', () => {
    for (const { rule } of findings) {
      expect(ruleText(rule)?.vi, rule).toBeTruthy()
      expect(ruleText(rule)?.en, rule).toBeTruthy()
    }
  })

  it('finds the same with and without a trace', () => {
    const bare = findings.map(({ trace: _trace, ...finding }) => finding)
    expect(bare).toEqual(read(text).findings)
  })
})

const report =
  'Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 12 đánh giá kết quả 9 tháng năm 2024.\n\nThu ngân sách đạt trên 9.500 tỷ đồng, tỷ lệ giải ngân đạt 45%. Sở Tài chính được yêu cầu báo cáo trong tháng 10.'

it('names the words that fired, the bound in front of the number among them', () => {
  const { trace } = find(report, 'quantity', '9.500 tỷ đồng')
  const fired = trace?.anchors.map(({ start, end, class: name }) => [
    report.slice(start, end),
    name,
  ])
  expect(fired).toContainEqual(['trên', 'bound'])
  expect(fired).toContainEqual(['đồng', 'unit'])
  expect(trace?.steps).toContain('“đồng” = VND')
})

it('names where the period was taken from, and how far away that is', () => {
  const { trace } = find(report, 'statement', 'Thu ngân sách')
  expect(trace?.inherited).toContainEqual(
    expect.objectContaining({
      field: 'period',
      from: expect.objectContaining({ quote: '9 tháng năm 2024' }),
      rule: 'above',
    }),
  )
})

it('names a reading that a longer word beat', () => {
  const { trace } = find(report, 'statement', 'tỷ lệ giải ngân')
  expect(trace?.refused).toContainEqual({ reading: 'tỷ: scale', why: '“tỷ lệ giải ngân”' })
})

it('names the year that a month was given', () => {
  const { trace } = find(report, 'period', 'tháng 10')
  expect(trace?.inherited).toContainEqual(
    expect.objectContaining({
      field: 'year',
      from: expect.objectContaining({ quote: '9 tháng năm 2024' }),
    }),
  )
})
