import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf, layMarks, linesOf, segmentsOf } from './segments.ts'

const mark = (id: string, start: number, end: number) => ({
  id,
  start,
  end,
  kind: 'statement',
  state: 'proposed',
})

test('lines leave out what is empty and know their block', () => {
  const text = 'Tiêu đề\n\nMột đoạn.\n- mục'
  const lines = linesOf(text, [
    { kind: 'title', start: 0, end: 7 },
    { kind: 'paragraph', start: 9, end: 18 },
    { kind: 'listItem', start: 19, end: 24 },
  ])
  expect(lines.map((line) => [text.slice(line.start, line.end), line.kind])).toEqual([
    ['Tiêu đề', 'title'],
    ['Một đoạn.', 'paragraph'],
    ['- mục', 'listItem'],
  ])
})

test('a line without end is cut, and nothing of it is lost', () => {
  const text = 'chữ '.repeat(10_000)
  const lines = linesOf(text, [])
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(text)
  expect(chunksOf(lines).flatMap((chunk) => chunk.lines)).toEqual(lines)
})

test('overlapping marks get lanes of their own, and a lane is used again when free', () => {
  const laid = layMarks([mark('inner', 2, 5), mark('outer', 0, 10), mark('next', 10, 12)])
  expect(laid.map(({ id, lane }) => [id, lane])).toEqual([
    ['outer', 0],
    ['inner', 1],
    ['next', 0],
  ])
})

test('segments carry their marks, outermost first', () => {
  const marks = layMarks([mark('a', 0, 8), mark('b', 4, 12)])
  expect(
    segmentsOf({ start: 2, end: 10 }, marks).map((one) => [
      one.start,
      one.end,
      one.marks.map(({ id }) => id).join(),
    ]),
  ).toEqual([
    [2, 4, 'a'],
    [4, 8, 'a,b'],
    [8, 10, 'b'],
  ])
})

test('segments of any line join to the line, and each knows exactly what covers it', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
  fc.assert(
    fc.property(spans, fc.nat(40), fc.integer({ min: 1, max: 30 }), (raw, start, length) => {
      const marks = layMarks(raw.map(([from, size], index) => mark(`${index}`, from, from + size)))
      const line = { start, end: start + length }
      const segments = segmentsOf(line, marks)
      expect(segments[0]?.start).toBe(line.start)
      expect(segments.at(-1)?.end).toBe(line.end)
      segments.forEach((segment, index) => {
        if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end)
        for (const one of marks) {
          const covers = one.start <= segment.start && one.end >= segment.end
          expect(segment.marks.includes(one)).toBe(covers)
        }
      })
    }),
  )
})
