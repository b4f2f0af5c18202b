// Rules of reported figures: what a place is, what a new version may say. Pure.
import type { FigureMethod, FigureStage, MissingReason } from '../../database/tables-figures.ts'

export type { FigureMethod, FigureStage, MissingReason }

/** From the least settled on: ước tính, sơ bộ, chính thức. */
export const stages = ['estimate', 'preliminary', 'official'] as const satisfies FigureStage[]

export const accumulations = ['period', 'cumulative'] as const
export type Accumulation = (typeof accumulations)[number]

/** What was reached, or what the whole year is thought to reach (ước thực hiện cả năm). */
export const figureKinds = ['actual', 'yearEstimate'] as const
export type FigureKind = (typeof figureKinds)[number]

/** Why there is no value; `withdrawn`: it was entered at this place by mistake. */
export const missingReasons = [
  'notYet',
  'notCollected',
  'notApplicable',
  'withdrawn',
] as const satisfies MissingReason[]

/** One place where a value can stand; both days included. */
export interface FigurePlace {
  indicatorId: string
  /** Null: the province as a whole. */
  organisationId: string | null
  periodFrom: string
  periodTo: string
  accumulation: Accumulation
  kind: FigureKind
}

/** What stands at a place. */
export interface FigureValue {
  /** In the indicator's own unit (đồng); null exactly where `missingReason` says why. */
  value: number | null
  missingReason: MissingReason | null
  stage: FigureStage
}

/** Whether it has days in order, and either a number or why there is none. */
export const isFigure = (one: FigurePlace & FigureValue): boolean =>
  one.periodFrom <= one.periodTo &&
  (one.value === null ? one.missingReason !== null : one.missingReason === null) &&
  (one.value === null || Number.isFinite(one.value))

/** A place as one word: the same for the same place. */
export const placeKey = (place: FigurePlace): string =>
  [
    place.indicatorId,
    place.organisationId ?? '',
    place.periodFrom,
    place.periodTo,
    place.accumulation,
    place.kind,
  ].join(' ')

/** Whether a version would say nothing new: the same value, or want of one, of the same stage. */
export const sameValue = (a: FigureValue, b: FigureValue): boolean =>
  a.value === b.value && a.missingReason === b.missingReason && a.stage === b.stage

/**
 * Whether what units report is newer than what a document says: of a later period, or there is nothing else. Of the
 * same period the document's figure stands, as its sentence can be read.
 */
export const reportedIsNewer = (
  reported: { periodTo: string } | null,
  said: { period: { to: string | null } | null } | null,
): boolean => reported !== null && (said === null || reported.periodTo > (said.period?.to ?? ''))

/** V8: an official value becomes an estimate again. Legal where somebody means it. */
export const goesBack = (before: FigureStage, after: FigureStage): boolean =>
  stages.indexOf(after) < stages.indexOf(before)

/** A number as decimals without an exponent, as the database writes it: 1e-7 → "0.0000001". */
export function decimalText(value: number): string {
  const text = String(value)
  const [, sign = '', whole = '', part = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  if (exponent === undefined) return text
  const digits = whole + part
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
