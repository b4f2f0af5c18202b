// Rules of a conference while it sits: what keeps it from being closed, how a tally counts, what a screen
// that everybody in the room looks at may show.
import type { Level } from '../../http/access.ts'
import type { Outcome } from '../conferences/plan.ts'
import type { Stance } from './contract.ts'

/** What the gate looks at in an item. */
export interface GateItem {
  id: string
  status: 'on' | 'postponed' | 'withdrawn'
  decision: {
    outcome: Outcome | null
    noTask: boolean
    tasks: readonly unknown[]
    body: string
    conditions: string | null
  } | null
  opinions: readonly { answer: string | null }[]
}

/**
 * `outcome`: nothing was decided; `text`: it says nothing without words; `task`: neither a task nor the word that
 * there is none.
 */
export const missingParts = ['outcome', 'text', 'task'] as const
export type Missing = { itemId: string; what: (typeof missingParts)[number] }

/**
 * Outcomes that say nothing by themselves: what the other thing is, why it goes back, what is to be changed, what
 * opinion was given, who was elected or dismissed.
 */
const needsText: ReadonlySet<Outcome> = new Set([
  'other',
  'returned',
  'agreedWithChanges',
  'opinionGiven',
  'elected',
  'dismissed',
])

const isMute = (decision: NonNullable<GateItem['decision']>): boolean =>
  decision.outcome !== null &&
  needsText.has(decision.outcome) &&
  decision.body.trim() === '' &&
  !decision.conditions?.trim()

/** Opinions that nobody answered yet; they keep nothing from closing. */
export type Unanswered = { itemId: string; opinions: number }

/**
 * What is missing before a conference can be closed, in the order of its items. Items that were put off or
 * taken off the agenda need nothing.
 */
export function stillMissing(items: readonly GateItem[]): Missing[] {
  return items.flatMap(({ id, status, decision }): Missing[] => {
    if (status !== 'on') return []
    const missing: Missing[] = []
    if (!decision?.outcome) missing.push({ itemId: id, what: 'outcome' })
    if (decision && isMute(decision)) missing.push({ itemId: id, what: 'text' })
    if (!decision || (!decision.noTask && decision.tasks.length === 0)) {
      missing.push({ itemId: id, what: 'task' })
    }
    return missing
  })
}

/** Items with opinions that are not answered: a warning, since the answers may follow in writing. */
export function notAnswered(items: readonly GateItem[]): Unanswered[] {
  return items.flatMap(({ id, status, opinions }): Unanswered[] => {
    const open = opinions.filter(({ answer }) => answer === null).length
    return status === 'on' && open > 0 ? [{ itemId: id, opinions: open }] : []
  })
}

interface Tally {
  agree: number
  disagree: number
  abstain: number
}

/** Whether a tally counts more votes than there are voters. */
export const tooManyVotes = (tally: Tally, base: number): boolean =>
  tally.agree + tally.disagree + tally.abstain > base

/** The share of the base that agreed, in percent with one digit; null where nobody votes. */
export function shareOf({ agree }: Tally, base: number): number | null {
  return base === 0 ? null : Math.round((agree / base) * 1000) / 10
}

/**
 * Whether the wall may show an item's title and speaker. Everybody in the room sees the wall, also who was
 * called in for another item: nothing about personnel, nothing that is the office's alone.
 */
export const shownOnWall = (item: { level: Level; personnel: boolean }): boolean =>
  !item.personnel && item.level !== 'office'

/** Whole seconds that an item has been on; 0 where its beginning lies ahead of the clock. */
export const secondsOn = (startedAt: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000))

/** `65` → `1:05`, `3700` → `1:01:40`. */
export function clockText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${rest}`
}

/** Opinions as they are listed: the ones that object first. */
export const stanceOrder: readonly Stance[] = ['disagree', 'agreeWithChanges', 'other', 'agree']
