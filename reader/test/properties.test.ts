// What holds for every text: nothing throws, spans slice to their quotes, the same input gives the same bytes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, originalOffset, read } from '../src/index.ts'

const pieces = [
  'Ngày 13/7/2021, Ban Thường vụ Tỉnh ủy tổ chức hội nghị giao ban quý II/2022. ',
  'Thu ngân sách đạt 5.738,9%, tăng 9% so với cùng kỳ; ',
  'tỷ lệ giải ngân còn chậm (đạt 21,5% kế hoạch), ',
  'Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành báo cáo trước ngày 30/6. ',
  'Kết luận số 61-KL/TW ngày 08/5/2023 của Ban Bí thư ',
  'một trăm linh năm hộ ',
  '\n',
  '\r\n\r\n',
  '“',
  ')',
  '\u00a0',
  '\u200b',
  '\ud83d\ude00',
  '\ud800',
  'tỷ ',
  '1/',
  '...',
]
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...pieces), { maxLength: 12 })
    .map((parts) => parts.join('').normalize('NFD')),
)
const options = { numRuns: 400, seed: 20_261_125 }

describe('every text', () => {
  it('has findings that slice to their quotes, sorted, with ids of their own', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { text } = normalise(given)
        const { findings } = read(given)
        let last = 0
        for (const { start, end, quote } of findings) {
          expect(quote).toBe(text.slice(start, end))
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
        }
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      }),
      options,
    )
  })

  it('gives the same bytes twice', () => {
    fc.assert(
      fc.property(texts, (given) => {
        expect(JSON.stringify(read(given))).toBe(JSON.stringify(read(given)))
      }),
      options,
    )
  })

  it('maps offsets back to the string that was given', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const normal = normalise(given)
        for (const { start, end, quote } of read(given).findings) {
          const original = given.slice(originalOffset(normal, start), originalOffset(normal, end))
          expect(original.normalize('NFC')).toBe(quote)
        }
      }),
      options,
    )
  })

  it('says the same of composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
        const text = parts.join('').normalize('NFC')
        expect(read(text.normalize('NFD')).findings).toEqual(read(text).findings)
      }),
      options,
    )
  })
})

describe('hostile texts', () => {
  const long = 1_000_000
  it.each([
    ['digits', '7'.repeat(long)],
    ['digits and dots', '1.'.repeat(long / 2)],
    ['open brackets', '('.repeat(long)],
    ['slashes', '1/'.repeat(long / 2)],
    ['multipliers', 'tỷ '.repeat(long / 3)],
    ['one word', 'a'.repeat(long)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
    ['line ends', '\n'.repeat(long)],
    ['titles', 'các Chủ tịch '.repeat(long / 13)],
    ['heads of heads', 'các thủ trưởng '.repeat(long / 15)],
  ])('reads a megabyte of %s', (_name, text) => {
    expect(() => read(text)).not.toThrow()
  })

  it('refuses a date that is none', () => {
    expect(() => read('', { date: '5/2023' })).toThrow(RangeError)
  })
})
