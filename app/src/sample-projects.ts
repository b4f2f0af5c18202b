// Projects of the sample province: their years and months stand to the day of loading, so that some are always under way.
import { dayFrom, todayInVietnam } from './calendar.ts'
import type { Tx } from './database/tables.ts'
import type { Actor } from './http/access.ts'
import type { Authority } from './registers/indicators/target.ts'
import { addObstacle } from './registers/projects/obstacle-store.ts'
import {
  monthDue,
  monthEnds,
  type PlanSource,
  type ProjectCategory,
  type ProjectKind,
  yearInHand,
} from './registers/projects/project.ts'
import { addMonth, addPlan, addProject } from './registers/projects/store.ts'
import type { ObstacleKind, ObstacleLevel } from './registers/projects/work.ts'
import type { NewClearance } from './registers/projects/work-contract.ts'
import {
  addClearance,
  addMilestone,
  addProgress,
  addSection,
  changeMilestone,
} from './registers/projects/work-store.ts'

/** Amounts in millions of đồng; years from the one in hand. */
export interface SampleProject {
  kind: ProjectKind
  name: string
  code: string | null
  category: ProjectCategory | null
  /** A body by its name. */
  owner: string
  place: string | null
  years: [number, number]
  total: number | null
  spentBefore: number | null
  /** What part of what was committed is disbursed; how many months behind the figures are. */
  pace: number
  lag: number
  plans: {
    source: PlanSource
    authority: Authority
    amount: number
    legalReference: string
    later?: { amount: number; legalReference: string; reason: string }
  }[]
  /** For the five years of the term of plans. */
  medium?: { source: PlanSource; authority: Authority; amount: number; legalReference: string }
  percent?: number
  /** Days are counted from the day of loading. */
  milestones?: { name: string; due: number; done?: number }[]
  sections?: (Omit<NewClearance, 'on' | 'seen'> & { name: string; due: number })[]
  obstacles?: {
    kind: ObstacleKind
    body: string
    since: number
    owner: string
    due: number
    level: ObstacleLevel
  }[]
}

/** What part of the year's plan is committed by the end of each of its thirteen months. */
const committedBy = [2, 5, 10, 16, 23, 31, 40, 50, 60, 71, 82, 93, 100]

const million = 1_000_000

export async function addSampleProjects(
  tx: Tx,
  office: Actor,
  projects: readonly SampleProject[],
  idOf: (name: string) => string,
): Promise<void> {
  const today = todayInVietnam()
  const year = yearInHand(today)
  for (const one of projects) {
    const [first, last] = one.years
    const inFull = (amount: number | null) => (amount === null ? null : amount * million)
    const { id } = await addProject(tx, office, {
      ...{ kind: one.kind, name: one.name, code: one.code, category: one.category },
      ...{ ownerId: idOf(one.owner), place: one.place },
      startsOn: `${year + first}-03-01`,
      endsOn: `${year + last}-12-31`,
      total: inFull(one.total),
      spentBefore: inFull(one.spentBefore),
    })
    for (const plan of one.plans) await give(tx, office, id, plan, year)
    if (one.medium) await giveMedium(tx, office, id, one.medium, year)
    await enterWork(tx, office, id, one, idOf)
    await enterMonths(tx, office, id, one, year, monthDue(year, today))
  }
}

async function give(
  tx: Tx,
  office: Actor,
  id: string,
  { source, authority, amount, legalReference, later }: SampleProject['plans'][number],
  year: number,
): Promise<void> {
  const place = { fromYear: year, toYear: year, source, authority }
  await addPlan(tx, office, id, {
    ...{ ...place, legalReference, amount: amount * million, seen: 0 },
    decidedOn: `${year - 1}-12-06`,
  })
  if (!later) return
  await addPlan(tx, office, id, {
    ...{ ...place, ...later, amount: later.amount * million, seen: 1 },
    decidedOn: `${year}-06-20`,
  })
}

async function giveMedium(
  tx: Tx,
  office: Actor,
  id: string,
  { amount, ...given }: NonNullable<SampleProject['medium']>,
  year: number,
): Promise<void> {
  const fromYear = Math.floor((year - 1) / 5) * 5 + 1
  await addPlan(tx, office, id, {
    ...{ ...given, amount: amount * million, seen: 0, fromYear, toYear: fromYear + 4 },
    decidedOn: `${fromYear}-02-21`,
  })
}

/** Progress, milestones, land and obstacles, as somebody of the owner would enter them. */
async function enterWork(
  tx: Tx,
  office: Actor,
  id: string,
  { percent, milestones = [], sections = [], obstacles = [] }: SampleProject,
  idOf: (name: string) => string,
): Promise<void> {
  const today = todayInVietnam()
  const day = (days: number) => dayFrom(today, days)
  if (percent !== undefined) {
    await addProgress(tx, office, id, { on: day(-10), percent, seen: 0 })
  }
  for (const { name, due, done } of milestones) {
    const { milestones: now } = await addMilestone(tx, office, id, { name, dueOn: day(due) })
    const one = now.find((each) => each.name === name)
    if (one && done !== undefined) {
      await changeMilestone(tx, office, one.id, one.version, { doneOn: day(done) })
    }
  }
  for (const { name, due, ...told } of sections) {
    const { sections: now } = await addSection(tx, office, id, { name, dueOn: day(due) })
    const one = now.find((each) => each.name === name)
    if (one) await addClearance(tx, office, one.id, { ...told, on: day(-10), seen: 0 })
  }
  for (const { owner, since, due, ...told } of obstacles) {
    const days = { since: day(since), dueOn: day(due) }
    await addObstacle(tx, office, id, { ...told, ...days, ownerId: idOf(owner) })
  }
}

/** What the council gave, committed in full and disbursed at the project's pace, to the month that is due. */
async function enterMonths(
  tx: Tx,
  office: Actor,
  id: string,
  { plans, pace, lag }: SampleProject,
  year: number,
  due: string | null,
): Promise<void> {
  const given = plans.filter(({ authority }) => authority === 'council')
  const whole = given.reduce((sum, { amount, later }) => sum + (later?.amount ?? amount), 0)
  const told = monthEnds(year).filter((until) => due !== null && until <= due).length - lag
  for (const [at, until] of monthEnds(year).entries()) {
    const part = (committedBy[at] ?? 0) / 100
    if (whole === 0) continue
    const amount = Math.round(whole * part) * million
    await addMonth(tx, office, id, { kind: 'committed', year, until, amount, seen: 0 })
    if (at >= told) continue
    for (const { source, amount, later } of given) {
      const reached = Math.round((later?.amount ?? amount) * part * pace) * million
      const month = { kind: 'disbursed', year, until, source, seen: 0 } as const
      await addMonth(tx, office, id, { ...month, amount: reached })
    }
  }
}
