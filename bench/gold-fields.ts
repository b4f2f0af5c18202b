// Which fields of a matched finding are as the gold has them: counted by `kind.field`. A field that the
// gold does not say is not asked.
import type { Finding } from '../reader/src/index.ts'

type Fields = Record<string, unknown>

/** How many were asked and how many were right, by `kind.field`. */
export class FieldScores {
  private readonly counts = new Map<string, { asked: number; right: number }>()
  /** What is not as the gold has it, a line each. */
  readonly differences: string[] = []

  /** Compares one matched pair; `wanted` is a finding of a gold in the contract's shape. */
  add(wanted: object, found: Finding, all: readonly Finding[]): void {
    const expected = fieldsOf(wanted as Fields)
    const quantity = found.kind === 'statement' ? all.find(({ id }) => id === found.quantity) : null
    const given = fieldsOf({ ...(found as unknown as Fields), quantity })
    for (const [field, value] of Object.entries(expected)) {
      if (value === undefined) continue
      const name = `${found.kind}.${field}`
      const count = this.counts.get(name) ?? { asked: 0, right: 0 }
      count.asked++
      const [want, have] = [JSON.stringify(value), JSON.stringify(given[field] ?? null)]
      if (want === have) count.right++
      else this.differences.push(`${name} ${have} for ${want}: ${found.quote.slice(0, 110)}`)
      this.counts.set(name, count)
    }
  }

  /** One line a field; empty where no gold says fields. */
  lines(): string[] {
    return [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { asked, right }]) => {
        const share = (right / asked).toFixed(3)
        return `${name.padEnd(24)} ${String(right).padStart(4)} of ${String(asked).padStart(4)}  ${share}`
      })
  }
}

/** The fields that are scored, in a form that can be compared; undefined where nothing is said. */
function fieldsOf(finding: Fields): Fields {
  const part = (name: string): Fields | null => (finding[name] as Fields | null) ?? null
  switch (finding.kind) {
    case 'quantity':
      return pick(finding, ['value', 'max', 'of', 'unit', 'bound', 'modality'])
    case 'statement':
      return {
        code: part('indicator')?.code,
        value: part('quantity')?.quote,
        comparisons: (finding.comparisons as Fields[] | undefined)?.map((comparison) =>
          pick(comparison, ['direction', 'amount', 'versus']),
        ),
        period: part('period') ? pick(part('period') ?? {}, ['from', 'to']) : undefined,
        modality: finding.modality,
      }
    case 'assignment':
      return {
        lead: said(finding, 'lead', (part('lead')?.span as Fields | undefined)?.quote),
        deadline: said(finding, 'deadline', part('deadline')?.iso),
        specific: finding.specific,
      }
    case 'period':
      return pick(finding, ['from', 'to', 'grain'])
    case 'decision':
      return pick(finding, ['outcome'])
    case 'citation':
      return pick(finding, ['symbol', 'date'])
    case 'meeting':
      return {
        ...pick(finding, ['type', 'number', 'term', 'itemCount']),
        body: said(finding, 'body', part('body')?.quote),
        date: said(finding, 'date', part('date')?.iso),
        place: said(finding, 'place', part('place')?.quote),
        chair: (finding.chair as { name?: Fields }[] | undefined)?.map(({ name }) => name?.quote),
      }
    default:
      return {}
  }
}

/** null where the gold says that there is none, undefined where it is silent. */
function said(finding: Fields, name: string, value: unknown): unknown {
  return name in finding ? (value ?? null) : undefined
}

function pick(finding: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, finding[name]]))
}
