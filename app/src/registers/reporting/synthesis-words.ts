// The facts of the office's report, and its numbers in words, each with what it leads to. Pure.
import type { DefinitionRules } from '../indicators/definition.ts'
import { growth, shareOfPlan } from '../indicators/derive.ts'
import type { FigureStage } from '../indicators/figure.ts'
import type { Interval } from '../indicators/period.ts'
import type { Path } from '../indicators/target.ts'
import type { Block, TextLink } from '../notices/content.ts'
import type { IssuingBody } from '../notices/numbering.ts'
import type { SlotLine } from './contract.ts'
import { type Measure, type Missing, shifted } from './regime.ts'
import { vi } from './texts.ts'
import { unitInWords } from './unit-words.ts'

/** A number of the record with the address of what it was taken from; in the indicator's own unit. */
export interface Told {
  value: number
  path: string
}

export interface ToldAim {
  low: number
  high: number
  by: Path
  plan: Interval & { low: number; high: number }
  path: string
}

/** What a unit's accepted report says of a line; `value` null: why there is none. */
export interface UnitFigure {
  body: string
  value: Told | null
  why: Missing | 'withdrawn' | 'notAccepted' | null
  explanation: string | null
  same: Told | null
  aim: ToldAim | null
}

/** Why there is no figure of the whole. */
export type NoWhole = 'nothing' | 'notAdded' | 'nested'

export interface LineFacts {
  id: string
  nameVi: string
  unit: string
  measure: Measure
  power: number
  direction: 'up' | 'down' | 'band' | 'none'
  valueKind: DefinitionRules['valueKind']
  /** Of the whole: that of its least settled part. */
  stage: FigureStage
  whole: (Told & { of: 'province' | 'units' }) | NoWhole
  /** So many units have a figure, of so many that report. */
  parts: number
  of: number
  /** Of the same bodies a year before; `broken`: the series broke in between. */
  same: Told | 'broken' | null
  aim: ToldAim | null
  units: readonly UnitFigure[]
}

export interface SynthesisFacts {
  body: IssuingBody
  place: string
  today: string
  regime: { name: string; legalReference: string }
  period: Interval
  /** The list of the period's reports. */
  listPath: string
  slots: readonly (Pick<SlotLine, 'state' | 'timing' | 'due' | 'sentOn'> & {
    body: string
    path: string
    reason: string | null
  })[]
  lines: readonly LineFacts[]
  shortcomings: readonly { quote: string; topic: string; document: string; path: string }[]
  tasks: readonly { action: string; lead: string; due: string | null; path: string }[]
}

export type Part = string | { text: string; path: string }

/** A paragraph whose numbers lead somewhere. */
export function told(...parts: readonly (Part | false | null)[]): Block {
  let text = ''
  const links: TextLink[] = []
  for (const part of parts) {
    if (!part) continue
    const words = typeof part === 'string' ? part : part.text
    if (typeof part !== 'string')
      links.push({ from: text.length, to: text.length + words.length, path: part.path })
    text += words
  }
  return { kind: 'paragraph', text, links }
}

export const digits = (value: number, most: number) =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: most })

/** As it was reported, to the last digit. */
export const exact = (value: number, { power }: Pick<LineFacts, 'power'>) =>
  digits(shifted(value, -power), 10)

/** What was worked out, to the hundredth. */
export const worked = (value: number, { power }: Pick<LineFacts, 'power'>) =>
  digits(shifted(value, -power), 2)

export const unitAfter = (line: Pick<LineFacts, 'unit' | 'power'>) => {
  const words = unitInWords(line, 'vi')
  return words === '%' ? '%' : words && ` ${words}`
}

export const linked = ({ path }: { path: string }, text: string): Part => ({ text, path })

export const joined = (all: readonly Part[][], mark: string): Part[] =>
  all.flatMap((parts, at) => (at === 0 ? parts : [mark, ...parts]))

export const whyWords = {
  ...vi.missingReasons,
  withdrawn: 'số liệu đã rút',
  notAccepted: 'chưa có báo cáo được duyệt',
} as const

/** How a figure moved, to the hundredth; null where no growth can be told. */
export function movedWords(line: Pick<LineFacts, 'valueKind'>, now: number, before: number) {
  const grown = growth(now, before, line)
  if (!grown) return null
  const amount = Math.round(Math.abs(grown.amount) * 100) / 100
  if (amount === 0) return { way: 'bằng', amount: '', signed: '0' }
  const words = `${digits(amount, 2)}${grown.unit === '%' ? '%' : ' điểm %'}`
  const up = grown.amount > 0
  return { way: up ? 'tăng' : 'giảm', amount: words, signed: `${up ? '+' : '−'}${words}` }
}

export const bandWords = (
  { low, high }: { low: number; high: number },
  line: LineFacts,
  words: typeof exact,
) => (low === high ? words(low, line) : `${words(low, line)}–${words(high, line)}`)

/** Part of the plan; null for rates and bands, of which there is none. */
export function shareIn(line: LineFacts, value: number, { plan }: ToldAim): string | null {
  if (line.valueKind === 'rate' || plan.low !== plan.high) return null
  const share = shareOfPlan(value, plan.low)
  return share === null ? null : `${digits(share, 2)}%`
}
