// The newest figure that units report of an indicator, in one line.
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { IndicatorView } from './contract.ts'
import type { NewestReported } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { formatAmount } from './TargetStatus.tsx'

interface ReportedNewestProps {
  indicator: Pick<IndicatorView, 'unit'>
  figure: NewestReported
}

/** What units report, with its stage and days, beside what documents say. */
export function ReportedNewest({ indicator, figure }: ReportedNewestProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { periodFrom: from, periodTo: to, value, stage } = figure
  return (
    <span className="source-note">
      <span className="muted">{t.title}:</span>{' '}
      <strong>{value === null ? '' : formatAmount(indicator, language, value)}</strong>{' '}
      <Chip>{t.stage[stage]}</Chip>{' '}
      <span className="muted">{periodLabel(periodOf({ from, to }), language)}</span>
    </span>
  )
}
