import { describe, expect, test } from 'vitest'
import { assumedDefinition } from '../indicators/definition.ts'
import {
  addends,
  allTogether,
  byStates,
  cellsOn,
  changeOf,
  plansOn,
  ranking,
  type UnitCell,
  type UnitFigure,
  type UnitPlan,
  type UnitSeries,
  type UnitState,
  versionOn,
} from './units.ts'

const figure = (from: string, to: string, value: number | null): UnitFigure => ({
  periodFrom: from,
  periodTo: to,
  accumulation: 'cumulative',
  value,
  missingReason: value === null ? 'notYet' : null,
  stage: 'estimate',
})

const version = (decidedOn: string, value: number, number = 1) => ({
  ...{ number, low: value, high: value, words: null, path: [], withdrawn: false, decidedOn },
})

const plan = (value: number, more: Partial<UnitPlan> = {}): UnitPlan => ({
  ...{ from: '2026-01-01', to: '2026-12-31', authority: null },
  ...{ versions: [version('2025-12-10', value)], ...more },
})

const series = (
  reported: UnitFigure[],
  plans: UnitPlan[],
  kind: 'C' | 'P' | 'R' = 'C',
): UnitSeries => ({
  indicator: { kind, unit: 'ha', direction: 'up' },
  ...{ reported, plans, breaks: [] },
  rulesOn: () => assumedDefinition({ kind, unit: 'ha', priceBasis: '' }),
})

const days = ['2026-06-30', '2026-09-30']
const at = { newest: '2026-09-30', today: '2026-11-27' }
const statesOf = (cells: UnitCell[]) => cells.map(({ state }) => state)

describe('what a unit has on a day', () => {
  const reported = [figure('2026-01-01', '2026-06-30', 49), figure('2026-01-01', '2026-09-30', 60)]

  test('is held against what its plan expects by then', () => {
    const [june, september] = cellsOn(series(reported, [plan(100)]), days, at)
    expect(june).toMatchObject({ value: 49, state: 'onTrack', ofTarget: 0.49 })
    expect(september).toMatchObject({ value: 60, state: 'late', target: { low: 100, high: 100 } })
    expect(september?.share).toBeCloseTo(60 / ((100 * 273) / 365))
  })

  test('is not judged without a plan, and missing where nothing came, with the reason', () => {
    expect(statesOf(cellsOn(series(reported, []), days, at))).toEqual(['notJudged', 'notJudged'])
    const gone = [reported[0] as UnitFigure, figure('2026-01-01', '2026-09-30', null)]
    const cells = cellsOn(series(gone, [plan(100)]), days, at)
    expect(cells[1]).toMatchObject({ value: null, state: 'missing', missing: 'notYet' })
    expect(statesOf(cellsOn(series([], [plan(100)]), days, at))).toEqual(['missing', 'missing'])
    expect(statesOf(cellsOn(series([], []), days, at))).toEqual(['notAsked', 'notAsked'])
  })

  test('goes by the plan as it counted then, on the newest day as it counts today', () => {
    const raised = plan(100, {
      versions: [version('2025-12-10', 100), version('2026-10-15', 60, 2)],
    })
    const cells = cellsOn(series(reported, [raised]), days, at)
    expect(cells.map(({ target }) => target?.low)).toEqual([100, 60])
    expect(statesOf(cells)).toEqual(['onTrack', 'onTrack'])
    // Told of an older day, it was not known yet.
    const before = cellsOn(series(reported, [raised]), days, { ...at, newest: null })
    expect(statesOf(before)).toEqual(['onTrack', 'late'])
  })

  test('stands alone where only a plan of a term is there and nothing is told since that began', () => {
    const term = plan(500, { from: '2025-01-01', to: '2029-12-31' })
    const cells = cellsOn(series(reported, [term]), days, at)
    expect(cells.map(({ value, state }) => [value, state])).toEqual([
      [49, 'notJudged'],
      [60, 'notJudged'],
    ])
    const since = [...reported, figure('2025-01-01', '2026-09-30', 200)]
    expect(statesOf(cellsOn(series(since, [term]), days, at))).toEqual(['notJudged', 'onTrack'])
  })

  test('is worked out of months where no total was reported, and never out of some of them', () => {
    const month = (number: number, value: number): UnitFigure => ({
      ...figure(`2026-0${number}-01`, `2026-0${number}-${number === 2 ? 28 : 31}`, value),
      accumulation: 'period',
    })
    const whole = [month(1, 1), month(2, 2), month(3, 3)]
    const on = (given: UnitFigure[]) => cellsOn(series(given, []), ['2026-03-31'], at)[0]?.value
    expect(on(whole)).toBe(6)
    expect(on([month(1, 1), month(3, 3)])).toBeNull()
  })
})

test('the plan of the shortest period counts, then the council’s', () => {
  const term = plan(500, { from: '2025-01-01', to: '2030-12-31' })
  const given = plan(90)
  const councils = plan(100, { authority: 'council' })
  expect(plansOn([term, given, councils], '2026-06-30')).toEqual([councils, given, term])
  expect(plansOn([given], '2027-01-31')).toEqual([])
})

test('before the first version was decided that one counts; what was taken back does not', () => {
  const first = version('2026-02-01', 1)
  const gone = { ...version('2026-05-01', 1, 2), withdrawn: true }
  expect(versionOn([first, gone], '2026-01-31')).toBe(first)
  expect(versionOn([first, gone], '2026-06-30')).toBeNull()
  expect(versionOn([], '2026-06-30')).toBeNull()
})

const cell = (state: UnitState, value: number | null, share: number | null): UnitCell => ({
  ...{ state, value, share, ofTarget: null, expected: null, target: null, missing: null },
})
const unit = (name: string, value: number | null, share: number | null) => ({
  name,
  cell: cell('notJudged', value, share),
})

describe('the ranking', () => {
  const order = ({ ranked, others }: ReturnType<typeof ranking>) => [
    ...ranked.map(({ rank, name }) => `${rank} ${name}`),
    ...others.map(({ name }) => `- ${name}`),
  ]

  test('goes by the part of what is expected; equals share a rank, what has none stands behind', () => {
    const units = [unit('B', 1, 0.9), unit('A', 9, 0.5), unit('D', 3, null), unit('C', 2, 0.9)]
    expect(order(ranking(units, 'up'))).toEqual(['1 B', '1 C', '3 A', '- D'])
  })

  test('without plans goes by the figure, the better first, and by nothing where nothing is better', () => {
    const units = [unit('A', 1, null), unit('B', 3, null), unit('C', null, null)]
    expect(order(ranking(units, 'up'))).toEqual(['1 B', '2 A', '- C'])
    expect(order(ranking(units, 'down'))).toEqual(['1 A', '2 B', '- C'])
    expect(order(ranking(units, 'band'))).toEqual(['- A', '- B', '- C'])
  })
})

test('sums are added, means weighed and rates left alone; who counts in another is left out', () => {
  const units = [
    { id: 'a', value: 10, weight: 1 },
    { id: 'b', value: 40, weight: 2 },
    { id: 'in a', value: 5, weight: 9 },
    { id: 'c', value: null, weight: 3 },
  ]
  const below = new Map([['a', new Set(['a', 'in a'])]])
  expect(allTogether(units, below, 'sum')).toEqual({ value: 50, parts: 2, of: 3 })
  expect(allTogether(units, below, 'weightedMean').value).toBe(30)
  expect(allTogether(units, below, 'none').value).toBeNull()
  // Of an indicator that the one above has nothing to do with it counts by itself.
  expect(allTogether(units.slice(1), below, 'sum')).toEqual({ value: 45, parts: 2, of: 3 })
})

test('units whose plans begin on different days add what came since the year began', () => {
  const reported = [figure('2026-01-01', '2026-06-30', 40), figure('2026-01-01', '2026-09-30', 60)]
  const day = '2026-09-30'
  const unitOf = (one: UnitSeries) => ({
    series: one,
    cell: cellsOn(one, [day], at)[0] as UnitCell,
  })
  const yearly = unitOf(series(reported, [plan(100)]))
  const third = unitOf(series(reported, [plan(30, { from: '2026-07-01', to: day })]))
  expect(third.cell.value).toBe(20)
  expect(addends([yearly, third], day)).toEqual([60, 60])
  // All of the same term are added as they are told, without one that is told of the year alone.
  const term = plan(500, { from: '2025-01-01', to: '2029-12-31' })
  const since = unitOf(series([...reported, figure('2025-01-01', day, 200)], [term]))
  expect(addends([since, unitOf(series(reported, [term]))], day)).toEqual([200, null])
  expect(addends([since, yearly], day)).toEqual([60, 60])
})

test('rows with most that is late come first, then to be watched, then missing', () => {
  const row = (name: string, ...states: UnitState[]) => ({
    name,
    cells: states.map((state) => ({ state })),
  })
  const rows = [
    row('A', 'onTrack', 'onTrack'),
    row('B', 'missing', 'onTrack'),
    row('C', 'late', 'onTrack'),
    row('D', 'late', 'watch'),
    row('E', 'onTrack', 'onTrack'),
  ]
  expect(byStates(rows).map(({ name }) => name)).toEqual(['D', 'C', 'B', 'A', 'E'])
})

test('rates change in points, others in percent, and not over zero', () => {
  const change = (before: number | null, after: number, rate: boolean) =>
    changeOf(cell('notJudged', before, null), cell('notJudged', after, null), rate)
  expect(change(50, 60, true)).toEqual({ amount: 10, unit: 'point' })
  expect(change(50, 60, false)?.amount).toBeCloseTo(20)
  expect(change(0, 60, false)).toBeNull()
  expect(change(null, 60, false)).toBeNull()
})
