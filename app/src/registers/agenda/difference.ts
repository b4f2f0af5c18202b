// What two states of an agenda differ in: added, taken out, moved, and which facts of an item changed.

/** An item as an approved agenda keeps it. */
export interface AgendaLine {
  id: string
  number: string | null
  groupTitle: string | null
  title: string
  minutes: number | null
  submitter: { id: string; name: string } | null
  asked: string
  level: string
  personnel: boolean
}

export const comparedFacts = [
  'number',
  'groupTitle',
  'title',
  'minutes',
  'submitter',
  'asked',
  'level',
  'personnel',
] as const

export type ComparedFact = (typeof comparedFacts)[number]

export interface FactChange {
  fact: ComparedFact
  before: string | number | boolean | null
  after: string | number | boolean | null
}

export interface Difference {
  added: AgendaLine[]
  removed: AgendaLine[]
  /** As few as can be: those that have to move for the old order to become the new one. */
  moved: AgendaLine[]
  changed: { line: AgendaLine; facts: FactChange[] }[]
}

/** From one agenda to another; lines are known by their ids and come out as they are in `after`. */
export function differenceOf(
  before: readonly AgendaLine[],
  after: readonly AgendaLine[],
): Difference {
  const old = new Map(before.map((line, index) => [line.id, { line, index }]))
  const now = new Set(after.map((line) => line.id))
  const kept = after.flatMap((line) => {
    const former = old.get(line.id)
    return former ? [{ line, former }] : []
  })
  const staying = longestRising(kept.map(({ former }) => former.index))
  return {
    added: after.filter((line) => !old.has(line.id)),
    removed: before.filter((line) => !now.has(line.id)),
    moved: kept.filter((_, index) => !staying.has(index)).map(({ line }) => line),
    changed: kept
      .map(({ line, former }) => ({ line, facts: factChanges(former.line, line) }))
      .filter(({ facts }) => facts.length > 0),
  }
}

/** Whether nothing differs. */
export const sameAgenda = ({ added, removed, moved, changed }: Difference): boolean =>
  added.length + removed.length + moved.length + changed.length === 0

function factChanges(before: AgendaLine, after: AgendaLine): FactChange[] {
  const value = (line: AgendaLine, fact: ComparedFact) =>
    fact === 'submitter' ? (line.submitter?.name ?? null) : line[fact]
  const differs = (fact: ComparedFact) =>
    fact === 'submitter'
      ? before.submitter?.id !== after.submitter?.id
      : before[fact] !== after[fact]
  return comparedFacts
    .filter(differs)
    .map((fact) => ({ fact, before: value(before, fact), after: value(after, fact) }))
}

/** The places of a longest rising run of numbers that are all different. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = []
  const from: (number | null)[] = []
  let last: number | null = null
  for (const [at, value] of numbers.entries()) {
    let best: number | null = null
    for (let other = 0; other < at; other++) {
      const longer = best === null || (length[other] ?? 0) > (length[best] ?? 0)
      if ((numbers[other] ?? 0) < value && longer) best = other
    }
    length[at] = best === null ? 1 : (length[best] ?? 0) + 1
    from[at] = best
    if (last === null || (length[at] ?? 0) > (length[last] ?? 0)) last = at
  }
  const run = new Set<number>()
  for (let at = last; at !== null; at = from[at] ?? null) run.add(at)
  return run
}
