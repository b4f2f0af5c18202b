// From the text of a decision to the tasks it gives: what the reader found, with each body looked up among
// the province's own. What is unknown or could be two bodies is asked, never guessed.
import type { Assignment, Finding } from '@giaoban/reader'
import type { TaskView } from './contract.ts'

/** A body as it is matched by its names. */
export interface KnownBody {
  id: string
  name: string
  also: readonly string[]
}

/** What a name in a text means: one body, several that could be meant, or none that we know. */
export interface Matched {
  text: string
  id: string | null
  /** Ids of the bodies that could be meant; empty where none is known. */
  among: string[]
}

/** A task that the reader proposes; offsets are UTF-16 code units of the text. */
export interface ProposedTask {
  start: number
  end: number
  action: string
  lead: Matched | null
  cooperating: Matched[]
  deadline: string | null
  deadlineText: string | null
  deadlineFuzzy: boolean
  deliverable: string | null
}

/** A name as it is compared: its letters, without case, spaces and punctuation, with all diacritics. */
const key = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/^(uỷ ban|ủy ban) nhân dân\b/, 'ubnd')
    .replaceAll('uỷ', 'ủy')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Finds bodies by official name, other name or abbreviation. */
export function matcherOf(bodies: readonly KnownBody[]): (text: string) => Matched {
  const byName = new Map<string, Set<string>>()
  for (const { id, name, also } of bodies) {
    for (const one of [name, ...also]) {
      const found = byName.get(key(one)) ?? new Set()
      byName.set(key(one), found.add(id))
    }
  }
  return (text) => {
    const among = [...(byName.get(key(text)) ?? [])]
    return { text, id: among.length === 1 ? (among[0] ?? null) : null, among }
  }
}

/**
 * What is read before the text of a decision, and never shown. The reader takes "giao X …" for an order only
 * where somebody decides; a clerk types the decision alone, without who decides.
 */
export const opening = 'Ban Thường vụ Tỉnh ủy kết luận như sau:\n\n'

/** The tasks among the findings of `opening` and a decision's text, in its order; offsets of the text alone. */
export function proposedTasks(
  findings: readonly Finding[],
  match: (text: string) => Matched,
): ProposedTask[] {
  return findings
    .filter((one): one is Assignment => one.kind === 'assignment' && one.start >= opening.length)
    .map((one) => ({
      start: Math.min(one.start, one.lead?.span.start ?? one.start) - opening.length,
      end: one.end - opening.length,
      action: one.action.quote,
      lead: one.lead && match(one.lead.text),
      cooperating: one.cooperating.map(({ text }) => match(text)),
      deadline: one.deadline?.iso ?? null,
      deadlineText: one.deadline?.span.quote ?? null,
      deadlineFuzzy: one.deadline?.fuzzy ?? false,
      deliverable: one.deliverable?.quote ?? null,
    }))
}

/** What still has to be asked about a proposed task before it can be confirmed. */
export function questionsOf(task: ProposedTask): ('lead' | 'cooperating' | 'deadline')[] {
  return [
    ...(task.lead?.id ? [] : ['lead' as const]),
    ...(task.cooperating.every(({ id }) => id) ? [] : ['cooperating' as const]),
    ...(task.deadline ? [] : ['deadline' as const]),
  ]
}

/** A confirmed task of what was proposed; `id` is new, or the one it had before. */
export const confirmedTask = (task: ProposedTask, id: string): TaskView => ({
  id,
  start: task.start,
  end: task.end,
  action: task.action,
  leadId: task.lead?.id ?? null,
  leadText: task.lead?.text ?? null,
  cooperating: task.cooperating.map(({ id: body, text }) => ({ id: body, text })),
  deadline: task.deadline,
  deadlineText: task.deadlineText,
  deadlineFuzzy: task.deadlineFuzzy,
  deliverable: task.deliverable,
})

/** Which proposals are confirmed already: those that overlap a confirmed task. */
export const openProposals = (
  proposed: readonly ProposedTask[],
  confirmed: readonly { start: number; end: number }[],
): ProposedTask[] =>
  proposed.filter((one) => !confirmed.some((task) => task.start < one.end && one.start < task.end))

/** What one edit replaced: `from` to `to` of the text before, longer `by` so many units after. */
function editOf(before: string, after: string): { from: number; to: number; by: number } {
  let from = 0
  const shorter = Math.min(before.length, after.length)
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from, to: before.length - tail, by: after.length - before.length }
}

/**
 * Moves confirmed tasks along when the text around them changes: those before and after the change keep
 * their words, one whose own words were changed is dropped, to be confirmed anew.
 */
export function movedTasks(tasks: readonly TaskView[], before: string, after: string): TaskView[] {
  const { from, to, by } = editOf(before, after)
  return tasks.flatMap((task) => {
    if (task.end <= from) return [task]
    if (task.start >= to) return [{ ...task, start: task.start + by, end: task.end + by }]
    return []
  })
}

/** A task that was given before, with the words it stood on; its place is empty where they are all gone. */
export interface FormerTask {
  id: string
  start: number
  end: number
  words: string
  action: string
  leadId: string | null
  leadText: string | null
}

/** A task of a decision as one that may be gone later. */
export const formerTask = (task: TaskView, body: string): FormerTask => ({
  ...{ id: task.id, start: task.start, end: task.end, words: body.slice(task.start, task.end) },
  ...{ action: task.action, leadId: task.leadId, leadText: task.leadText },
})

/** Where tasks that were dropped stood, after one more edit: what is left of their words and what came between. */
export function movedFormer(
  tasks: readonly FormerTask[],
  before: string,
  after: string,
): FormerTask[] {
  const { from, to, by } = editOf(before, after)
  return tasks.map((task) => {
    if (task.end <= from) return task
    if (task.start >= to) return { ...task, start: task.start + by, end: task.end + by }
    if (from <= task.start && task.end <= to) return { ...task, start: 0, end: 0 }
    return { ...task, start: Math.min(task.start, from), end: Math.max(task.end, to) + by }
  })
}

type SameTask = (one: FormerTask, former: FormerTask) => boolean

const overlaps: SameTask = (one, former) => former.start < one.end && one.start < former.end
const sameLead: SameTask = (one, former) =>
  one.leadId !== null || former.leadId !== null
    ? one.leadId === former.leadId
    : one.leadText !== null && one.leadText === former.leadText
const sameAction: SameTask = (one, former) => key(one.action) === key(former.action)
const sameWords: SameTask = (one, former) => key(one.words) === key(former.words)

/**
 * Which of the tasks given before each task is: by its words, its action (of the same lead first), or by its lead
 * at the same place. `placed`: the former ones stand by offsets of the present text, so that the place alone
 * says it. Only where one fits and fits one; what is unsure is a new task. Ids of former tasks by ids of tasks.
 */
export function sameTasks(
  tasks: readonly FormerTask[],
  former: readonly FormerTask[],
  placed: boolean,
): Map<string, string> {
  const rules: SameTask[] = [
    (one, other) => sameWords(one, other) && sameLead(one, other),
    sameWords,
    (one, other) => sameAction(one, other) && sameLead(one, other),
    ...(placed ? [overlaps] : []),
    sameAction,
    (one, other) => sameLead(one, other) && overlaps(one, other),
  ]
  const found = new Map<string, string>()
  for (const rule of rules) {
    const taken = new Set(found.values())
    const open = tasks.filter((one) => !found.has(one.id))
    const free = former.filter((one) => !taken.has(one.id))
    for (const one of open) {
      const [other, more] = free.filter((each) => rule(one, each))
      if (!other || more || open.filter((each) => rule(each, other)).length > 1) continue
      found.set(one.id, other.id)
    }
  }
  return found
}

/** A task that is confirmed anew, with the id of the dropped one that it is; else with its own. */
export function keptTask(
  task: TaskView,
  given: { body: string; tasks: readonly TaskView[] },
  dropped: readonly FormerTask[],
): TaskView {
  const free = dropped.filter(({ id }) => !given.tasks.some((one) => one.id === id))
  const id = sameTasks([formerTask(task, given.body)], free, true).get(task.id)
  return id === undefined ? task : { ...task, id }
}

/**
 * Tasks in a text that was written elsewhere in between: each goes where its words stand, where they stand
 * once. One whose words are gone, or stand twice, is to be confirmed again.
 */
export const foundTasks = (tasks: readonly TaskView[], before: string, after: string): TaskView[] =>
  tasks.flatMap((task) => {
    const words = before.slice(task.start, task.end)
    const start = after.indexOf(words)
    if (start < 0 || after.indexOf(words, start + 1) >= 0) return []
    return [{ ...task, start, end: start + words.length }]
  })
