// Why a project is late: rules over its facts, each with what it was held against. Pure.
import {
  lastMonth,
  type MonthFigure,
  monthDue,
  type PlanPlace,
  type ProjectKind,
  planOn,
  planSources,
  reachedBy,
} from './project.ts'

/** In the order in which the screen says them. */
export const lateRules = [
  'disbursement',
  'noReport',
  'clearance',
  'milestone',
  'obstacle',
  'ended',
] as const
export type LateRule = (typeof lateRules)[number]

/** Disbursed below this part of what was committed to be disbursed by then is late. */
export const committedShare = 0.85

export interface LateReason {
  rule: LateRule
  /** The day that passed, or the end of the month. */
  on: string
  /** The section, milestone, obstacle; null for the project as a whole. */
  what: string | null
  reached: number | null
  expected: number | null
}

/** What of a project the rules look at; dates `YYYY-MM-DD`, amounts in đồng. */
export interface ProjectFacts {
  kind: ProjectKind
  endsOn: string | null
  closedOn: string | null
  plans: readonly PlanPlace[]
  months: readonly MonthFigure[]
  sections: readonly {
    name: string
    dueOn: string | null
    needHa: number | null
    handedHa: number | null
  }[]
  milestones: readonly { name: string; dueOn: string; doneOn: string | null }[]
  obstacles: readonly { body: string; dueOn: string | null; resolvedOn: string | null }[]
}

export const projectStates = ['closed', 'late', 'onTrack', 'notJudged'] as const
export type ProjectState = (typeof projectStates)[number]

/** Everything that makes it late on a day, for a year of public investment; nothing once it is closed. */
export function lateBecause(facts: ProjectFacts, year: number, today: string): LateReason[] {
  if (facts.closedOn !== null && facts.closedOn <= today) return []
  const passed = (on: string | null): on is string => on !== null && on < today
  const reason = (rule: LateRule, on: string, what: string | null = null): LateReason => ({
    ...{ rule, on, what },
    ...{ reached: null, expected: null },
  })
  const reasons = facts.kind === 'investment' ? ofMoney(facts, year, today) : []
  for (const { name, dueOn, needHa, handedHa } of facts.sections)
    if (passed(dueOn) && needHa !== null && (handedHa ?? 0) < needHa)
      reasons.push({
        ...reason('clearance', dueOn, name),
        reached: handedHa ?? 0,
        expected: needHa,
      })
  for (const { name, dueOn, doneOn } of facts.milestones)
    if (passed(dueOn) && doneOn === null) reasons.push(reason('milestone', dueOn, name))
  for (const { body, dueOn, resolvedOn } of facts.obstacles)
    if (passed(dueOn) && resolvedOn === null) reasons.push(reason('obstacle', dueOn, body))
  if (passed(facts.endsOn)) reasons.push(reason('ended', facts.endsOn))
  return reasons
}

/** Disbursed too little of what was committed; no figure for a month that a source with a plan owes one for. */
function ofMoney({ plans, months }: ProjectFacts, year: number, today: string): LateReason[] {
  const due = monthDue(year, today)
  if (due === null) return []
  const reasons: LateReason[] = []
  // Of the newest month that has a figure: what is only carried on from it is no figure of the one that is due.
  const month = lastMonth(
    months.filter((one) => one.until <= due),
    'disbursed',
    year,
  )
  const committed = month === null ? null : reachedBy(months, 'committed', year, month)
  const reached = month === null ? null : reachedBy(months, 'disbursed', year, month)
  if (
    month !== null &&
    committed !== null &&
    committed > 0 &&
    reached !== null &&
    reached < committed * committedShare
  )
    reasons.push({ rule: 'disbursement', on: month, what: null, reached, expected: committed })
  const owing = planSources.filter((source) =>
    plans.some(
      (one) =>
        one.source === source &&
        one.fromYear === year &&
        one.toYear === year &&
        (planOn(one, due) ?? 0) > 0,
    ),
  )
  const told = months.filter(
    (one) =>
      one.kind === 'disbursed' && one.year === year && one.until >= due && one.amount !== null,
  )
  if (owing.some((source) => !told.some((one) => one.source === source)))
    reasons.push({ rule: 'noReport', on: due, what: null, reached: null, expected: null })
  return reasons
}

/** Where it stands; not judged where there is nothing yet that a rule could be asked about. */
export function projectState(facts: ProjectFacts, year: number, today: string): ProjectState {
  if (facts.closedOn !== null && facts.closedOn <= today) return 'closed'
  if (lateBecause(facts, year, today).length > 0) return 'late'
  const asked =
    facts.endsOn !== null ||
    facts.milestones.length > 0 ||
    facts.obstacles.some(({ dueOn }) => dueOn !== null) ||
    facts.sections.some(({ dueOn }) => dueOn !== null) ||
    facts.plans.some((one) => one.fromYear === year && one.toYear === year)
  return asked ? 'onTrack' : 'notJudged'
}
