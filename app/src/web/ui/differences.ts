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
  const now = flat(current)
  return [...flat(yours)].flatMap(([field, after]) => {
    const before = now.get(field)
    if (before === undefined) return []
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }]
  })
}

/** What can be shown of a value, by name; `a.b` inside of a part. */
function flat(value: unknown, prefix = ''): Map<string, Shown> {
  const found = new Map<string, Shown>()
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return found
  for (const [name, item] of Object.entries(value)) {
    if (isShown(item)) found.set(`${prefix}${name}`, item)
    else for (const [inner, shown] of flat(item, `${prefix}${name}.`)) found.set(inner, shown)
  }
  return found
}

const isShown = (value: unknown): value is Shown =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))
