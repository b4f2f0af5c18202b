// How instruments' numbers are read, and when two of them are one.
import { expect, test } from 'vitest'
import { coverageOf, type DutyFacts, dutyState } from './duty.ts'
import { type Identity, kindsOf, plainTerm, readSymbol, sameness } from './symbol.ts'

test.each([
  '01-NQ/TU',
  '01/NQ-TU',
  '1-NQ/TU',
  'số 01-NQ/TU',
  'Số: 01 - NQ / TU',
  '01–NQ/TU',
  '01\u2011NQ/TU',
  'NQ số 01-NQ/TU',
  'nghị quyết số 01-nq/tu ngày 05/3/2023',
  '01\u00a0-\u00a0NQ/TU',
])('%s is 01-NQ/TU', (typed) => {
  expect(readSymbol(typed)).toMatchObject({ key: '1 NQ TU', written: '01-NQ/TU', runs: 'term' })
})

test.each([
  ['15/2022/NQ-HĐND', '15 2022 NQ HDND', '15/2022/NQ-HĐND', 'once', ['resolution'], 'own'],
  ['222/QĐ-TTg', '222 QD TTG', '222/QĐ-TTg', 'year', ['decision'], 'central'],
  ['222/QD-TTg', '222 QD TTG', '222/QD-TTg', 'year', ['decision'], 'central'],
  ['30/2020/NĐ-CP', '30 2020 ND CP', '30/2020/NĐ-CP', 'once', ['decree'], 'central'],
  ['116-QĐ/TW', '116 QD TW', '116-QĐ/TW', 'term', ['decision', 'regulation'], 'central'],
  ['55-QĐi/TW', '55 QD TW', '55-QĐi/TW', 'term', ['regulation'], 'central'],
  ['1742-CV/BTCTU', '1742 CV BTCTU', '1742-CV/BTCTU', 'term', ['letter'], 'own'],
  ['12/UBND-VX', '12 UBND VX', '12/UBND-VX', 'year', [], 'own'],
  ['số 07', '7', '07', 'year', [], null],
] as const)('%s', (typed, key, written, runs, kinds, side) => {
  expect(readSymbol(typed)).toEqual({ key, written, bare: key === '7', kinds, side, runs })
})

test.each(['', 'nghị quyết', 'ngày 05/3/2023', '110/128 xã', 'QH15'])(
  '%j has no number',
  (typed) => {
    expect(readSymbol(typed)).toBeNull()
  },
)

test.each([
  ['Quyết định số 116-QĐ/TW', 'quyết định', '116-QĐ/TW', ['decision']],
  ['Quy định số 116-QĐ/TW', 'quy định', '116-QĐ/TW', ['regulation']],
  ['QĐ số 116-QĐ/TW', 'quyết định', '116-QĐ/TW', ['decision', 'regulation']],
  ['QĐ 116', 'quyết định', null, ['decision', 'regulation']],
  ['QĐ số 222/QĐ-TTg', 'quyết định', '222/QĐ-TTg', ['decision']],
  ['NQ số 01-NQ/TU', 'nghị quyết', '01-NQ/TU', ['resolution']],
  ['Văn bản số 05', 'văn bản', null, []],
] as const)('%s can be %j', (quote, type, symbol, kinds) => {
  expect(kindsOf(quote, type, symbol)).toEqual(kinds)
})

const one = (key: string, more: Partial<Identity> = {}): Identity => ({
  ...{ kind: 'resolution', key, issuedOn: null, term: null },
  ...more,
})

test.each<[string, Identity, Identity, string]>([
  [
    'the same day',
    one('1 NQ TU', { issuedOn: '2026-01-05' }),
    one('1 NQ TU', { issuedOn: '2026-01-05' }),
    'same',
  ],
  [
    'the same term, one without its day',
    one('1 NQ TU', { term: '2025-2030' }),
    one('1 NQ TU', { term: '2025-2030', issuedOn: '2026-01-05' }),
    'same',
  ],
  [
    'another term',
    one('1 CT TW', { kind: 'directive', term: '2021-2026' }),
    one('1 CT TW', { kind: 'directive', term: '2026-2031' }),
    'other',
  ],
  [
    'a party number, two days, no term',
    one('1 NQ TU', { issuedOn: '2021-01-05' }),
    one('1 NQ TU', { issuedOn: '2026-01-05' }),
    'maybe',
  ],
  [
    'a party number, one without its day',
    one('1 NQ TU'),
    one('1 NQ TU', { issuedOn: '2026-01-05' }),
    'maybe',
  ],
  [
    'another year of a State number',
    one('11 NQ HDND', { issuedOn: '2022-01-05' }),
    one('11 NQ HDND', { issuedOn: '2023-01-05' }),
    'other',
  ],
  [
    'two days within its year',
    one('11 NQ HDND', { issuedOn: '2023-01-15' }),
    one('11 NQ HDND', { issuedOn: '2023-01-05' }),
    'maybe',
  ],
  [
    'a number that carries its year',
    one('15 2022 NQ HDND'),
    one('15 2022 NQ HDND', { issuedOn: '2022-07-01' }),
    'same',
  ],
  ['a bare number', one('1'), one('1 NQ TU', { issuedOn: '2026-01-05' }), 'maybe'],
  ['a bare number of another kind', one('1', { kind: 'directive' }), one('1 NQ TU'), 'other'],
  [
    'QĐ taken for the other QĐ',
    one('116 QD TW', { kind: 'decision', issuedOn: '2026-01-05' }),
    one('116 QD TW', { kind: 'regulation', issuedOn: '2026-01-05' }),
    'maybe',
  ],
  [
    'a kind that nobody said',
    one('116 QD TW', { kind: null, issuedOn: '2026-01-05' }),
    one('116 QD TW', { kind: 'regulation', issuedOn: '2026-01-05' }),
    'maybe',
  ],
  ['another number', one('1 NQ TU'), one('2 NQ TU'), 'other'],
])('%s', (_name, left, right, outcome) => {
  expect(sameness(left, right)).toBe(outcome)
  expect(sameness(right, left)).toBe(outcome)
})

test('a term is compared without its spaces and dashes', () => {
  expect(plainTerm('2025 – 2030')).toBe('2025-2030')
  expect(plainTerm('XXI - mở rộng')).toBe('XXI - mở rộng')
})

const duty = (more: Partial<DutyFacts> = {}): DutyFacts => ({
  ...{ studyBy: '2026-03-31', implementBy: '2026-12-31', studiedOn: null, planSymbol: null },
  ...{ progress: null, doneOn: null, confirmed: false },
  ...more,
})

test.each<[DutyFacts, string, string]>([
  [duty(), '2026-03-31', 'toStudy'],
  [duty(), '2026-04-01', 'late'],
  [duty({ studyBy: null, implementBy: null }), '2030-01-01', 'notBegun'],
  [duty({ studiedOn: '2026-03-30' }), '2026-06-01', 'studied'],
  [duty({ studiedOn: '2026-03-30', planSymbol: '12-KH/ĐU' }), '2026-06-01', 'underWay'],
  [duty({ studiedOn: '2026-03-30', planSymbol: '12-KH/ĐU' }), '2027-01-01', 'late'],
  [duty({ doneOn: '2026-12-30' }), '2027-01-01', 'reported'],
  [duty({ doneOn: '2026-12-30', confirmed: true }), '2027-01-01', 'confirmed'],
])('%j on %s: %s', (facts, today, state) => {
  expect(dutyState(facts, today)).toBe(state)
})

test('what is covered is counted from what was reported and confirmed', () => {
  const duties = [
    duty({ studiedOn: '2026-03-01', planSymbol: 'x', doneOn: '2026-05-01', confirmed: true }),
    duty({ studiedOn: '2026-03-01' }),
    duty(),
  ]
  expect(coverageOf(duties, '2026-06-01')).toEqual({
    ...{ all: 3, studied: 2, planned: 1, done: 1, confirmed: 1, late: 1 },
  })
})
