// The reader against gold: the five reports where they are there, the project's own samples always.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Finding, type FindingKind, read } from '../src/index.ts'

const root = join(import.meta.dirname, '..', '..')
const seeds = process.env.GIAOBAN_REPORTS ?? join(root, '..', 'shared', 'seeds')
const values = join(seeds, '..', 'gold', 'values-and-traps.json')

interface Entry {
  id: string
  doc: string
  start: number
  end: number
  text: string
  kind: string
  value: unknown
  unit?: string
  approx?: string
}
type Place = { doc: string; start: number; end: number; why?: string; text: string }

const bounds: Record<string, string> = {
  gần: 'almost',
  'xấp xỉ': 'almost',
  trên: 'over',
  hơn: 'over',
  khoảng: 'about',
  dưới: 'under',
}

describe.skipIf(!existsSync(values))('the five reports (left out where they are not there)', () => {
  const gold = existsSync(values)
    ? (JSON.parse(readFileSync(values, 'utf8')) as { entries: Entry[]; traps: Place[] })
    : { entries: [], traps: [] }
  const readings = new Map<string, Finding[]>()
  const findingsIn = (doc: string): Finding[] => {
    const known = readings.get(doc)
    if (known) return known
    const { findings } = read(readFileSync(join(seeds, doc), 'utf8'))
    readings.set(doc, findings)
    return findings
  }
  const overlapping = (place: Place, kind: FindingKind) =>
    findingsIn(place.doc).filter(
      (finding) => finding.kind === kind && finding.start < place.end && finding.end > place.start,
    )

  it('walks into none of the traps', () => {
    const caught = gold.traps.filter(
      (trap) => overlapping(trap, 'quantity').length + overlapping(trap, 'period').length > 0,
    )
    expect(caught.map(({ text, why }) => `${text}: ${why}`)).toEqual([])
    expect(gold.traps.length).toBe(40)
  })

  it('understands every amount as written: value, bound, parts of a whole', () => {
    const wrong: string[] = []
    let asked = 0
    for (const entry of gold.entries) {
      if (entry.kind !== 'quantity' && entry.kind !== 'ratio') continue
      asked++
      const [found] = overlapping(entry, 'quantity')
      if (found?.kind !== 'quantity') {
        wrong.push(`${entry.id} not found: ${entry.text}`)
        continue
      }
      const ratio =
        typeof entry.value === 'object' ? (entry.value as { n: number; of: number }) : null
      if (found.value !== (ratio ? ratio.n : entry.value)) wrong.push(`${entry.id} ${found.value}`)
      if (ratio && found.of !== ratio.of) wrong.push(`${entry.id} of ${found.of}`)
      const bound = entry.approx ? bounds[entry.approx] : undefined
      if (bound && found.bound !== bound) wrong.push(`${entry.id} ${found.bound}`)
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(10)
  })

  it('finds every comparison with its percentage', () => {
    const missed = gold.entries.filter((entry) => {
      if (entry.kind !== 'comparison' || !/\d/.test(entry.text)) return false
      return !overlapping(entry, 'statement').some(
        (finding) =>
          finding.kind === 'statement' &&
          finding.comparisons.some(
            (comparison) => comparison.start < entry.end && comparison.end > entry.start,
          ),
      )
    })
    expect(missed.map(({ id, text }) => `${id} ${text}`)).toEqual([])
  })

  it('asks about the mistyped unit and leaves it as written', () => {
    const { findings } = read(readFileSync(join(seeds, '003_892e6a95564a613b.txt'), 'utf8'))
    const all = [
      ...findings,
      ...readdirSync(seeds)
        .filter((name) => name.endsWith('.txt'))
        .flatMap(findingsIn),
    ]
    const check = all.find(
      (finding) => finding.kind === 'check' && finding.problem === 'unitMismatch',
    )
    expect(check).toMatchObject({ quote: expect.stringContaining('5.738,9%') })
    expect(check?.kind === 'check' && check.suggestion).toContain('tỷ đồng')
    const written = all.find(
      (finding) => finding.kind === 'quantity' && finding.quote === '5.738,9%',
    )
    expect(written).toMatchObject({ value: 5738.9, unit: '%' })
  })
})

/** The least share of a kind's gold spans that must be found (overlapping), and of findings that must be gold. */
const floors: Partial<Record<FindingKind, { recall: number; precision: number }>> = {
  quantity: { recall: 0.96, precision: 0.95 },
  statement: { recall: 0.72, precision: 0.9 },
  citation: { recall: 0.95, precision: 0.95 },
  period: { recall: 0.96, precision: 0.97 },
  shortcoming: { recall: 0.8, precision: 0.9 },
  assignment: { recall: 0.8, precision: 0.9 },
  decision: { recall: 0.7, precision: 0.9 },
  meeting: { recall: 0.72, precision: 0.72 },
}

describe('the samples and the evaluation texts', () => {
  const documents = [join(root, 'samples'), join(root, 'samples', 'evaluation')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.gold.json'))
      .map((name) => {
        const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
          doc: string
          findings: { kind: FindingKind; start: number; end: number }[]
        }
        const { findings } = read(readFileSync(join(folder, gold.doc), 'utf8'))
        return { wanted: gold.findings, findings }
      }),
  )
  it.each(Object.entries(floors))('%s', (kind, floor) => {
    let wanted = 0
    let found = 0
    let recalled = 0
    let right = 0
    for (const document of documents) {
      const gold = document.wanted.filter((item) => item.kind === kind)
      if (gold.length === 0) continue
      const own = document.findings.filter((finding) => finding.kind === kind)
      const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
        a.start < b.end && a.end > b.start
      wanted += gold.length
      found += own.length
      recalled += gold.filter((item) => own.some((finding) => meets(item, finding))).length
      right += own.filter((finding) => gold.some((item) => meets(item, finding))).length
    }
    expect(recalled / wanted).toBeGreaterThanOrEqual(floor.recall)
    expect(right / found).toBeGreaterThanOrEqual(floor.precision)
  })
})
