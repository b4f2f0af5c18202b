// What differs between what somebody else saved and what one was about to save. Pure.

type Shown = string | number | boolean | null | string[]

/** One field in both: `before` is what stands there now, `after` what one sends. */
export interface Difference {
  field: string
  before: Shown
  after: Shown
}

/** The fields that one sends and that stand there otherwise; what cannot be held side by side is left out. */
export function differencesOf(current: Record<string, unknown>, yours: unknown): Difference[] {
  if (yours === null || typeof yours !== 'object') return []
  return Object.entries(yours).flatMap(([field, after]) => {
    const before = current[field]
    if (!isShown(before) || !isShown(after)) return []
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }]
  })
}

const isShown = (value: unknown): value is Shown =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))
