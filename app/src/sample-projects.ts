// Projects of the sample province: their years and months stand to the day of loading, so that some are always under way.
import { todayInVietnam } from './calendar.ts'
import type { Tx } from './database/tables.ts'
import type { Actor } from './http/access.ts'
import type { Authority } from './registers/indicators/target.ts'
import {
  monthDue,
  monthEnds,
  type PlanSource,
  type ProjectCategory,
  type ProjectKind,
  yearInHand,
} from './registers/projects/project.ts'
import { addMonth, addPlan, addProject } from './registers/projects/store.ts'

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
