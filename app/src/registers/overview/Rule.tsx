// By which rule a unit is late, with its thresholds.
import './overview.css'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { formatShare } from '../indicators/TargetStatus.tsx'
import { thresholds } from '../indicators/target.ts'
import { en, vi } from './units-texts.ts'

export function Rule() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { onTrack, watch } = thresholds
  return (
    <p className="muted overview-rule">
      {t.rule(formatShare(onTrack, language), formatShare(watch, language))}
    </p>
  )
}
