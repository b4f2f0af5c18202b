// How a figure stands to its target: by sign, word and colour, with the bullet line.
import { Bullet } from '../../web/charts/Bullet.tsx'
import { formatNumber } from '../../web/format.ts'
import { type Language, useLanguage, useTexts } from '../../web/language.tsx'
import { formatQuantity } from '../../web/quantity.ts'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import type { BoardTarget, IndicatorView } from './contract.ts'
import type { TargetState } from './target.ts'
import type { TargetStanding } from './target-contract.ts'
import { en, vi } from './target-texts.ts'
import { factorName, unitName } from './unit-names.ts'

export const stateTones: Record<TargetState, Tone> = {
  onTrack: 'good',
  watch: 'warn',
  late: 'bad',
  notJudged: 'neutral',
}

export function TargetStatus({ target }: { target: Pick<BoardTarget, 'standing'> }) {
  const t = useTexts(vi, en)
  const { state } = target.standing
  return <Status tone={stateTones[state]}>{t.state[state]}</Status>
}

/** Which source the figure is from, and how settled it is; with the way to its sentence where it is given. */
export function ReachedBy({
  target,
  said = null,
}: {
  target: Pick<BoardTarget, 'standing'>
  said?: TargetStanding['said']
}) {
  const t = useTexts(vi, en)
  const { by, stage, modality, worked } = target.standing
  if (by === null) return null
  const settled =
    by === 'reported'
      ? stage && t.stage[stage]
      : t.modality[modality === 'estimate' ? 'estimate' : 'actual']
  const how = worked === 'months' || worked === 'cumulative' ? t.worked[worked] : ''
  return (
    <span className="muted source-note">
      {[t.source[by], settled, how].filter(Boolean).join(' · ')}{' '}
      {said && <SourceLink source={said} />}
    </span>
  )
}

/** A part as people write it: 0.4286 → "42,9%". */
export const formatShare = (share: number, language: Language): string =>
  `${formatNumber(share * 100, language, 1)}%`

/** What was worked out, not told: four figures of it say enough. */
export const rough = (value: number): number => Number(value.toPrecision(4))

/** An amount in the indicator's unit, or a band. */
export const formatAmount = (
  indicator: Pick<IndicatorView, 'unit'>,
  language: Language,
  low: number,
  high = low,
): string =>
  formatQuantity({ value: low, max: high === low ? null : high, unit: indicator.unit }, language)

/** What a definition says of how figures are written. */
export interface Written {
  entryFactor: number
  decimals: number
}

/** An amount as the definition has it written (tỷ đồng to one decimal); as it is where nobody has said so. */
export function formatWritten(
  indicator: Pick<IndicatorView, 'unit'>,
  language: Language,
  value: number,
  written: Written | null,
): string {
  if (!written) return formatAmount(indicator, language, value)
  const { entryFactor, decimals } = written
  // Some million are not "0 tỷ".
  if (value !== 0 && Number((value / entryFactor).toFixed(decimals)) === 0)
    return formatAmount(indicator, language, value)
  const number = formatNumber(value / entryFactor, language, decimals)
  if (indicator.unit === '%') return `${number}%`
  return [number, factorName(entryFactor, language), unitName(indicator.unit, language)]
    .filter(Boolean)
    .join(' ')
}

/** Null for a target without figures. */
export function TargetBullet({
  indicator,
  target,
  width,
}: {
  indicator: IndicatorView
  target: Pick<BoardTarget, 'now' | 'standing'>
  width: number
}) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { now, standing } = target
  if (now === null || now.low === null || now.high === null) return null
  const amount = (low: number | null | undefined, high?: number) =>
    low == null ? '–' : formatAmount(indicator, language, low, high)
  const name = language === 'en' ? indicator.nameEn : indicator.nameVi
  return (
    <Bullet
      width={width}
      height={18}
      title={t.bullet(
        name,
        amount(standing.actual),
        amount(now.low, now.high),
        amount(standing.expected?.low, standing.expected?.high),
      )}
      values={{
        actual: standing.actual,
        target: { low: now.low, high: now.high },
        expected: standing.expected?.low ?? null,
        samePeriod: standing.samePeriod,
      }}
    />
  )
}
