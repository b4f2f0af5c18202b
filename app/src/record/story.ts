// What a change changed, field by field, for people to read. Pure.

/** A value as it is shown: a text, a number, yes or no, nothing, or several texts. */
export type Shown = string | number | boolean | null | string[]

export interface FieldChange {
  /** Name of the field; `a.b` inside of a part. */
  field: string
  /** Absent for what was entered anew. */
  before?: Shown
  after?: Shown
}

/** Where an entry comes from is shown as its sentence, not as fields. */
const hidden = new Set(['at', 'textSha256', 'sha256'])

/**
 * The fields that differ. Of a change that says only some fields, the others stayed. Of something new every
 * field that says anything; of something taken away what it said.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const old = flat(before)
  const next = flat(after)
  if (after === undefined || after === null) {
    return [...old]
      .filter(([, value]) => says(value))
      .map(([field, value]) => ({ field, before: value }))
  }
  if (before === undefined || before === null) {
    return [...next]
      .filter(([, value]) => says(value))
      .map(([field, value]) => ({ field, after: value }))
  }
  return [...next]
    .filter(([field, value]) => !same(old.get(field) ?? null, value))
    .map(([field, value]) => ({ field, before: old.get(field) ?? null, after: value }))
}

const says = (value: Shown): boolean =>
  value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)

const same = (a: Shown, b: Shown): boolean =>
  JSON.stringify(says(a) ? a : null) === JSON.stringify(says(b) ? b : null)

function flat(value: unknown, prefix = ''): Map<string, Shown> {
  const found = new Map<string, Shown>()
  if (value === null || typeof value !== 'object') return found
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || (prefix === '' && hidden.has(name))) continue
    const field = `${prefix}${name}`
    if (Array.isArray(item)) found.set(field, item.map(words))
    else if (item !== null && typeof item === 'object') {
      for (const [inner, shown] of flat(item, `${field}.`)) found.set(inner, shown)
    } else found.set(field, item as Shown)
  }
  return found
}

/** A member of a list in one text: `{name: 'A', titles: ['B']}` is "A, B". */
function words(item: unknown): string {
  if (item === null || typeof item !== 'object') return String(item)
  if ('action' in item) return taskWords(item as TaskShown)
  return Object.values(item)
    .flat()
    .filter((one) => one !== null && one !== '')
    .map(words)
    .join(', ')
}

interface TaskShown {
  action: string
  leadText?: string | null
  deadline?: string | null
  deadlineText?: string | null
}

/** A task that a decision gives: what, by whom, by when. */
const taskWords = ({ action, leadText, deadline, deadlineText }: TaskShown): string =>
  [action, leadText, deadline ?? deadlineText].filter(Boolean).join(', ')
