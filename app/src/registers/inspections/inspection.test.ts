// Where a subject of the inspection programme stands, and where words stand in a text.
import { expect, test } from 'vitest'
import { type InspectionFacts, inspectionState, isTold, placeOfWords } from './inspection.ts'

const facts = (more: Partial<InspectionFacts> = {}): InspectionFacts => ({
  ...{ year: 2026, quarter: 2, startedOn: null, endedOn: null, dropped: false },
  ...more,
})

test.each<[InspectionFacts, string, string]>([
  [facts(), '2026-06-30', 'planned'],
  [facts(), '2026-07-01', 'late'],
  [facts({ quarter: null }), '2026-12-31', 'planned'],
  [facts({ startedOn: '2026-05-05' }), '2026-05-04', 'planned'],
  [facts({ startedOn: '2026-05-05' }), '2026-05-05', 'underWay'],
  [facts({ startedOn: '2026-05-05' }), '2026-07-01', 'late'],
  [facts({ startedOn: '2026-05-05', endedOn: '2026-07-10' }), '2026-07-10', 'done'],
  [facts({ dropped: true }), '2027-01-01', 'dropped'],
])('%j on %s: %s', (given, today, state) => {
  expect(inspectionState(given, today)).toBe(state)
})

test('a body is told from the day on', () => {
  expect(isTold(null, '2026-05-05')).toBe(false)
  expect(isTold('2026-05-06', '2026-05-05')).toBe(false)
  expect(isTold('2026-05-05', '2026-05-05')).toBe(true)
})

test.each([
  ['Còn chậm (20%).\nChưa  công khai.', 'còn chậm', null],
  ['Còn chậm (20%).\nChưa  công khai.', 'Còn chậm (20%). Chưa công khai', [0, 31]],
  ['Còn chậm (20%).', '   ', null],
])('%j has %j at %j', (text, words, place) => {
  const found = placeOfWords(text, words)
  expect(found && [found.start, found.end]).toEqual(place)
})
