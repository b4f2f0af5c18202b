import { describe, expect, it } from 'vitest'
import { lateBecause, type ProjectFacts, projectState } from './late.ts'
import {
  countingOn,
  disbursedIn,
  disbursedInAll,
  fallsAt,
  givenWithin,
  lastMonth,
  type MonthFigure,
  monthDue,
  monthEnds,
  type PlanPlace,
  plannedOn,
  planOn,
  reachedBy,
  yearInHand,
} from './project.ts'
import { vi } from './texts.ts'
import { figuresIn, treasuryColumns } from './treasury.ts'

const version = (number: number, amount: number | null, decidedOn: string) => ({
  ...{ number, amount, decidedOn },
})

const plan = (amount: number, more: Partial<PlanPlace> = {}): PlanPlace => ({
  ...{ fromYear: 2026, toYear: 2026, source: 'local', authority: 'council' },
  versions: [version(1, amount, '2025-12-10')],
  ...more,
})

const month = (until: string, amount: number | null, more: Partial<MonthFigure> = {}) => ({
  ...{ kind: 'disbursed' as const, year: 2026, until, source: 'local' as const, amount },
  ...more,
})

describe('the year of public investment', () => {
  it('has thirteen months, the last of them January of the next year', () => {
    expect(monthEnds(2027)).toHaveLength(13)
    expect(monthEnds(2027).slice(0, 2)).toEqual(['2027-01-31', '2027-02-28'])
    expect(monthEnds(2028)[1]).toBe('2028-02-29')
    expect(monthEnds(2027).slice(-2)).toEqual(['2027-12-31', '2028-01-31'])
  })

  it.each([
    ['2027-01-31', 2026],
    ['2027-02-01', 2027],
    ['2026-12-31', 2026],
  ])('on %s is %i', (today, year) => expect(yearInHand(today)).toBe(year))

  it.each([
    ['2026-02-15', null],
    ['2026-02-16', '2026-01-31'],
    ['2027-02-16', '2027-01-31'],
    ['2029-01-01', '2027-01-31'],
  ])('owes, on %s, the figure to %s', (today, until) => expect(monthDue(2026, today)).toBe(until))
})

describe('a plan', () => {
  it('is what was decided last, and of one day what was entered last', () => {
    const versions = [
      version(1, 100, '2025-12-10'),
      version(2, 80, '2026-06-30'),
      version(3, 90, '2026-06-30'),
      version(4, null, '2026-09-01'),
    ]
    expect(planOn({ versions }, '2025-12-09')).toBeNull()
    expect(planOn({ versions }, '2026-06-29')).toBe(100)
    expect(planOn({ versions }, '2026-06-30')).toBe(90)
    expect(planOn({ versions }, '2026-09-01')).toBeNull()
    // Entered later, decided earlier: it does not count, nor is it what stands behind the amount.
    const late = [version(1, 80, '2026-06-30'), version(2, 100, '2025-12-10')]
    expect(countingOn(late, '2026-07-01')?.number).toBe(1)
  })

  it('is added up over the sources of one authority, without those of several years', () => {
    const plans = [
      plan(100),
      plan(50, { source: 'lottery' }),
      plan(70, { authority: 'primeMinister' }),
      plan(900, { toYear: 2030 }),
      plan(5, { fromYear: 2025, toYear: 2025 }),
    ]
    expect(plannedOn(plans, 2026, '2026-01-01')).toEqual({
      ...{ primeMinister: 70, council: 150, committee: null },
    })
  })
})

it('tells what single years took of a plan of several', () => {
  const own = (fromYear: number, toYear: number, amount: number | null, more = {}) => ({
    ...{ fromYear, toYear, standing: amount, authority: 'council' as const, ...more },
  })
  expect(
    givenWithin([
      own(2026, 2030, 800),
      own(2026, 2030, 200),
      own(2026, 2026, 150),
      own(2027, 2027, 100),
      own(2031, 2031, 999),
      own(2026, 2026, 50, { authority: 'primeMinister' }),
      own(2021, 2025, null),
    ]),
  ).toEqual([{ fromYear: 2026, toYear: 2030, authority: 'council', whole: 1000, given: 250 }])
})

describe('months', () => {
  const months = [
    month('2026-01-31', 10),
    month('2026-03-31', 30),
    month('2026-02-28', 5, { source: 'lottery' }),
    month('2026-04-30', null),
    month('2026-01-31', 7, { year: 2025 }),
    month('2026-03-31', 40, { kind: 'committed', source: 'all' }),
  ]

  it('are never added up: of each source the newest counts', () => {
    expect(reachedBy(months, 'disbursed', 2026, '2026-01-31')).toBe(10)
    expect(reachedBy(months, 'disbursed', 2026, '2026-02-28')).toBe(15)
    expect(reachedBy(months, 'disbursed', 2026, '2026-12-31')).toBe(35)
    expect(reachedBy(months, 'committed', 2026, '2026-02-28')).toBeNull()
    expect(lastMonth(months, 'disbursed', 2026)).toBe('2026-03-31')
    expect(disbursedInAll(months, null)).toBe(42)
    expect(disbursedInAll(months, 100)).toBe(142)
    expect(disbursedInAll([], null)).toBeNull()
    // What was disbursed before the first year of these is not known: no total is told.
    expect(disbursedInAll(months, null, '2024-05-01')).toBeNull()
    expect(disbursedInAll(months, 0, '2024-05-01')).toBe(42)
    expect(disbursedInAll(months, null, '2025-05-01')).toBe(42)
  })

  it('tell what came in one only where every source has it and the one before', () => {
    const lottery = (until: string, amount: number) => month(until, amount, { source: 'lottery' })
    const those = [
      ...[month('2026-01-31', 10), month('2026-02-28', 12), month('2026-03-31', 15)],
      ...[lottery('2026-02-28', 50), lottery('2026-03-31', 57), lottery('2026-04-30', 60)],
    ]
    const inEach = monthEnds(2026).map((until) => disbursedIn(those, 2026, until))
    expect(inEach.slice(0, 5)).toEqual([10, null, 10, null, null])
  })

  it('do not fall, before or after', () => {
    expect(fallsAt(months, month('2026-02-28', 9))).toBe(true)
    expect(fallsAt(months, month('2026-02-28', 31))).toBe(true)
    expect(fallsAt(months, month('2026-02-28', 20))).toBe(false)
    expect(fallsAt(months, month('2026-02-28', 1, { source: 'central' }))).toBe(false)
  })
})

describe('late', () => {
  const facts: ProjectFacts = {
    ...{ kind: 'investment', endsOn: null, closedOn: null, plans: [], months: [] },
    ...{ sections: [], milestones: [], obstacles: [] },
  }
  const rules = (more: Partial<ProjectFacts>, today = '2026-07-16') =>
    lateBecause({ ...facts, ...more }, 2026, today).map(({ rule }) => rule)
  const committed = month('2026-06-30', 100, { kind: 'committed', source: 'all' })

  it('is below 85 % of what was committed to by the same month', () => {
    expect(rules({ months: [committed, month('2026-06-30', 85)] })).toEqual([])
    const late = [committed, month('2026-06-30', 84.9)]
    expect(rules({ months: late })).toEqual(['disbursement'])
    // Until its figure is expected, June is not asked for.
    expect(rules({ months: late }, '2026-07-15')).toEqual([])
    expect(rules({ kind: 'milestones', months: late })).toEqual([])
    // A month that nobody has reported yet is not told as one that fell short.
    const behind = [committed, month('2026-05-31', 50, { kind: 'committed', source: 'all' })]
    expect(rules({ months: [...behind, month('2026-05-31', 45)] })).toEqual([])
    expect(rules({ months: [...behind, month('2026-05-31', 40)] })).toEqual(['disbursement'])
  })

  it('is a source with a plan that has no figure to the end of the month', () => {
    const plans = [plan(100), plan(50, { source: 'lottery' })]
    const told = [month('2026-06-30', 0), month('2026-05-31', 3, { source: 'lottery' })]
    expect(rules({ plans, months: told })).toEqual(['noReport'])
    const all = [...told, month('2026-06-30', 3, { source: 'lottery' })]
    expect(rules({ plans, months: all })).toEqual([])
    expect(rules({ plans: [plan(0)] })).toEqual([])
  })

  it('is a day that passed: of a section, a milestone, an obstacle, the project', () => {
    const on = '2026-07-15'
    const section = { name: 'Đoạn 1', dueOn: on, needHa: 3, handedHa: 2.9 }
    expect(rules({ sections: [section] })).toEqual(['clearance'])
    expect(rules({ sections: [{ ...section, handedHa: 3 }] })).toEqual([])
    expect(rules({ sections: [section] }, on)).toEqual([])
    expect(rules({ milestones: [{ name: 'x', dueOn: on, doneOn: null }] })).toEqual(['milestone'])
    expect(rules({ milestones: [{ name: 'x', dueOn: on, doneOn: on }] })).toEqual([])
    expect(rules({ obstacles: [{ body: 'x', dueOn: on, resolvedOn: null }] })).toEqual(['obstacle'])
    expect(rules({ endsOn: on })).toEqual(['ended'])
    expect(rules({ endsOn: on, closedOn: on })).toEqual([])
  })

  it('is told apart from what nobody can judge', () => {
    const state = (more: Partial<ProjectFacts>) =>
      projectState({ ...facts, ...more }, 2026, '2026-07-16')
    expect(state({})).toBe('notJudged')
    expect(state({ endsOn: '2027-01-01' })).toBe('onTrack')
    expect(state({ endsOn: '2026-01-01' })).toBe('late')
    expect(state({ endsOn: '2026-01-01', closedOn: '2026-01-01' })).toBe('closed')
  })
})

it.each([
  ['1990', 5000, []],
  ['1989', 5000, ['notAYear']],
  // Parts of a đồng: millions were meant, perhaps.
  ['2025', 12.5, ['notANumber']],
  ['2025', 12, []],
])('the treasury’s file of %s with %d is read or named, not rounded', (year, amount, codes) => {
  const head = treasuryColumns.map((column) => vi.treasury.columns[column])
  const row = ['7', '', vi.sources.local, year, `${year}-03-31`, amount]
  const known = new Map([['7', { id: 'p', kind: 'investment' as const, closed: false }]])
  const { problems } = figuresIn([head, row], known, 'vi', '2026-07-16')
  expect(problems.map(({ code }) => code)).toEqual(codes)
})
